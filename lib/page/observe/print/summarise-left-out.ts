import type { Thing } from '../thing';

const NOUNS: Record<string, string> = {
  listitem: 'list item',
  article: 'article',
  textbox: 'field',
  searchbox: 'field',
  combobox: 'field',
  spinbutton: 'field',
  slider: 'field',
  editable: 'field',
  checkbox: 'check box',
  radio: 'radio button',
  clickable: 'clickable thing',
  menuitem: 'menu item',
  img: 'image',
  treeitem: 'tree item',
  tabpanel: 'tab panel',
};
const COUNTED_ALWAYS = new Set('row listitem item option article treeitem'.split(' '));
const UNCOUNTED = new Set('list group region rowgroup main'.split(' '));
const MOST_KINDS = 5;

/** One line for neighbours that are not printed: how many of what, where, and how to reach them. */
export function summariseLeftOut(things: Thing[], viewportHeight: number): string {
  const first = things[0];
  const kind = first?.role ?? '';
  const isRun = COUNTED_ALWAYS.has(kind) && things.every((thing) => thing.role === kind);
  const counts = new Map<string, number>();
  countInside(things, counts, isRun);
  const inside = listCounts(counts);
  const what = isRun
    ? `${countNoun(things.length, kind, 'more ')}${inside ? ` with ${inside}` : ''}`
    : inside || `${things.length} things`;
  const place = placeOf(things, viewportHeight);
  return `+ ${what}${place}; ${place === '' ? '' : 'scroll or '}find_text reaches them`;
}

function countInside(things: Thing[], counts: Map<string, number>, skipTop: boolean): void {
  const stack: Thing[][] = [things];
  let isTop = true;
  for (let at = stack.pop(); at; at = stack.pop()) {
    for (const thing of at) {
      const isNoise = UNCOUNTED.has(thing.role) || (skipTop && thing.role === 'text');
      if (!(isTop && skipTop) && !isNoise) counts.set(thing.role, (counts.get(thing.role) ?? 0) + 1);
      if (thing.children.length > 0) stack.push(thing.children);
    }
    isTop = false;
  }
}

function listCounts(counts: Map<string, number>): string {
  const byNoun = new Map<string, number>();
  for (const [role, count] of counts) {
    const noun = NOUNS[role] ?? role;
    byNoun.set(noun, (byNoun.get(noun) ?? 0) + count);
  }
  return [...byNoun]
    .sort((one, other) => other[1] - one[1])
    .slice(0, MOST_KINDS)
    .map(([noun, count]) => countNoun(count, noun))
    .join(', ');
}

function countNoun(count: number, role: string, more = ''): string {
  const noun = NOUNS[role] ?? role;
  return `${count} ${more}${noun}${count === 1 ? '' : /(x|s|sh)$/.test(noun) ? 'es' : 's'}`;
}

function placeOf(things: Thing[], viewportHeight: number): string {
  if (things.every((thing) => thing.top >= viewportHeight)) return ' below the screen';
  if (things.every((thing) => thing.bottom <= 0)) return ' above the screen';
  return '';
}
