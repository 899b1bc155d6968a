import { estimateTokens } from '../../../trajectories/estimate-tokens';

interface Countable {
  role: string;
  name: string;
  children: readonly Countable[];
}

/** Things of one kind, in words. */
export interface Kind {
  noun: string;
  count: number;
  /** The first of their names. */
  names: string[];
  /** So many names are worth as much as one of another kind. */
  perRound: number;
}

interface KindOfRole {
  noun: string;
  /** What tells most about a part of a page comes first. */
  order: number;
  mostNames: number;
  perRound: number;
}

const MOST_KINDS = 6;
const LONGEST_NAME = 60;
/** Tokens of ` (` and ` …)`. */
const AROUND_NAMES = 2;
const KINDS = new Map<string, KindOfRole>();

/** `roles`: words, each with its noun behind a colon when it is another. */
function addKinds(order: number, mostNames: number, perRound: number, roles: string): void {
  for (const word of roles.split(' ')) {
    const [role = '', noun = role] = word.replaceAll('_', ' ').split(':');
    KINDS.set(role, { noun, order, mostNames, perRound });
  }
}

addKinds(0, 16, 3, 'heading');
addKinds(1, 4, 1, 'alert status dialog alertdialog form search region navigation main complementary frame');
addKinds(2, 3, 1, 'table grid treegrid tablist:tab_list tree feed menu menubar log toolbar');
addKinds(
  3,
  8,
  2,
  'textbox:field searchbox:field combobox:field spinbutton:field slider:field editable:field listbox:list_box',
);
addKinds(4, 5, 1, 'button checkbox:check_box radio:radio_button switch tab');
addKinds(5, 4, 1, 'link menuitem:menu_item treeitem:tree_item option clickable:clickable_thing');
addKinds(6, 0, 1, 'row item listitem:list_item article');
addKinds(7, 0, 1, 'img:image figure canvas video audio');
addKinds(8, 1, 1, 'text');
const REST: KindOfRole = { noun: 'other thing', order: 9, mostNames: 0, perRound: 1 };
const UNCOUNTED = new Set('list group rowgroup radiogroup banner contentinfo tabpanel'.split(' '));

/** Counts what is in the things, themselves included unless they are a run of `run`; the most telling kinds first. */
export function countKinds(things: readonly Countable[], run: string | undefined): Kind[] {
  const kinds = new Map<string, Kind & { order: number }>();
  const stack: (readonly Countable[])[] = [things];
  let isTop = true;
  for (let at = stack.pop(); at; at = stack.pop()) {
    for (const thing of at) {
      if (isTop && run !== undefined) {
        // Words of a row are the row.
      } else if (!UNCOUNTED.has(thing.role) && !(run !== undefined && thing.role === 'text'))
        addTo(kinds, thing);
    }
    for (let index = at.length - 1; index >= 0; index--) {
      const { children } = at[index] as Countable;
      if (children.length > 0) stack.push(children);
    }
    isTop = false;
  }
  return [...kinds.values()]
    .sort((one, other) => one.order - other.order || other.count - one.count)
    .slice(0, MOST_KINDS);
}

function addTo(kinds: Map<string, Kind & { order: number }>, thing: Countable): void {
  const { noun, order, mostNames, perRound } = KINDS.get(thing.role) ?? REST;
  let kind = kinds.get(noun);
  if (!kind) kinds.set(noun, (kind = { noun, order, count: 0, names: [], perRound }));
  kind.count++;
  if (kind.names.length < mostNames && thing.name !== '' && !kind.names.includes(thing.name))
    kind.names.push(thing.name);
}

/** Counts of all kinds, and as many names as fit into so many tokens. */
export function listKinds(kinds: readonly Kind[], allowance: number): string {
  const shown = kinds.map(() => 0);
  let left = allowance - estimateTokens(kinds.map((kind) => formatKind(kind, 0)).join(', '));
  for (let round = 0; left > 0 && kinds.some((kind, at) => (shown[at] ?? 0) < kind.names.length); round++) {
    for (const [at, kind] of kinds.entries()) {
      const many = Math.min(kind.names.length, (round + 1) * kind.perRound);
      while ((shown[at] ?? 0) < many && left > 0) {
        const next = shown[at] ?? 0;
        left -= 1 + estimateTokens(quoteName(kind.names[next] ?? '')) + (next === 0 ? AROUND_NAMES : 0);
        if (left > 0) shown[at] = next + 1;
      }
    }
  }
  return kinds.map((kind, at) => formatKind(kind, shown[at] ?? 0)).join(', ');
}

function formatKind({ noun, count, names }: Kind, shown: number): string {
  const plural = count === 1 ? noun : `${noun}${/(x|s|sh)$/.test(noun) ? 'es' : 's'}`;
  if (shown === 0) return `${count} ${plural}`;
  const listed = names.slice(0, shown).map(quoteName).join(', ');
  return `${count} ${plural} (${listed}${shown < count ? ' …' : ''})`;
}

export function quoteName(name: string): string {
  return JSON.stringify(name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name);
}
