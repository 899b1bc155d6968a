import type { NodeFacts, RefFacts } from './in-page/judge.ts';

/** What the browser's accessibility tree says of one element. */
export interface AxFacts {
  role: string;
  name: string;
  ignored: boolean;
  /** Takes text and the focus. */
  editable: boolean;
}

export interface Score {
  /** Interactive nodes of the accessibility tree that a person can perceive, and how many of them have a ref. */
  perceivable: number;
  found: number;
  refs: number;
  /** Refs that the accessibility tree or a person would call something to act on. */
  precise: number;
  /** Refs that the browser has a role and name for, or that we say have none; and those whose are the same. */
  comparable: number;
  named: number;
  /** In closed shadow trees, not counted above. */
  closed: number;
  misses: string[];
}

const INTERACTIVE = new Set(
  'button link textbox searchbox combobox listbox option checkbox radio switch slider spinbutton tab menuitem menuitemcheckbox menuitemradio treeitem'.split(
    ' ',
  ),
);

/** Roles that Chromium has beyond ARIA, and what we call them (docs/observation.md). */
const OUR_WORD: Readonly<Record<string, string>> = {
  DisclosureTriangle: 'button',
  DisclosureTriangleGrouped: 'button',
  ToggleButton: 'button',
  PopUpButton: 'combobox',
  ComboBoxSelect: 'combobox',
  TextFieldWithComboBox: 'combobox',
  ColorWell: 'button',
  Date: 'textbox',
  DateTime: 'textbox',
  InputTime: 'textbox',
  Canvas: 'canvas',
  image: 'img',
};

/** Our words for what has no role of its own. */
const WITHOUT_ROLE = new Set(['clickable', 'editable']);

export function emptyScore(): Score {
  return { perceivable: 0, found: 0, refs: 0, precise: 0, comparable: 0, named: 0, closed: 0, misses: [] };
}

export function addScores(scores: readonly Score[]): Score {
  return scores.reduce(
    (total, score) => ({
      perceivable: total.perceivable + score.perceivable,
      found: total.found + score.found,
      refs: total.refs + score.refs,
      precise: total.precise + score.precise,
      comparable: total.comparable + score.comparable,
      named: total.named + score.named,
      closed: total.closed + score.closed,
      misses: [...total.misses, ...score.misses],
    }),
    emptyScore(),
  );
}

export function toOurRole(axRole: string): string {
  return OUR_WORD[axRole] ?? axRole;
}

export function isInteractive(ax: AxFacts): boolean {
  return !ax.ignored && (INTERACTIVE.has(toOurRole(ax.role)) || ax.editable);
}

/** Every node of the tree that acts, against the refs. */
export function scoreRecall(pairs: readonly { ax: AxFacts; node: NodeFacts }[]): Score {
  const score = emptyScore();
  for (const { ax, node } of pairs) {
    if (node.part || node.unseen !== undefined) continue;
    if (node.closed) {
      score.closed += 1;
      continue;
    }
    score.perceivable += 1;
    if (node.ref !== undefined) score.found += 1;
    else score.misses.push(`MISSING ${ax.role} ${JSON.stringify(ax.name)}  ${node.html}`);
  }
  return score;
}

/** Every ref, against the tree; `ax` is undefined where the tree has no node for the element. */
export function scoreRefs(pairs: readonly { ref: RefFacts; ax: AxFacts | undefined }[]): Score {
  const score = emptyScore();
  for (const { ref, ax } of pairs) {
    score.refs += 1;
    if ((ax && isInteractive(ax)) || ref.focusable || ref.behindLabel || ref.listens) score.precise += 1;
    else score.misses.push(`NOT ACTIONABLE ${describe(ref)}  ${ref.html}`);
    if (ref.behindLabel && (!ax || ax.ignored)) continue;
    score.comparable += 1;
    if (hasSameRoleAndName(ref, ax)) score.named += 1;
    else
      score.misses.push(
        `DIFFERS ${describe(ref)}  browser: ${ax ? `${ax.role} ${JSON.stringify(ax.name)}` : 'no node'}  ${ref.html}`,
      );
  }
  return score;
}

function describe({ ref, role, name }: RefFacts): string {
  return `${ref} ${role} ${JSON.stringify(name)}`;
}

export function hasSameRoleAndName(ours: { role: string; name: string }, ax: AxFacts | undefined): boolean {
  const known = ax && !ax.ignored ? ax : { role: 'generic', name: '' };
  if (WITHOUT_ROLE.has(ours.role)) {
    if (INTERACTIVE.has(toOurRole(known.role))) return false;
    return known.role !== 'generic' || known.name === '' || isSameName(ours.name, known.name);
  }
  return toOurRole(known.role) === ours.role && isSameName(ours.name, known.name);
}

/** Names may be shortened by us, and lose characters that cannot be seen (zero width, control, private use). */
export function isSameName(ours: string, theirs: string): boolean {
  const [a, b] = [normalise(ours), normalise(theirs)];
  if (a === b) return true;
  return a.length > 200 && a.endsWith('…') && b.startsWith(a.slice(0, -1).trimEnd());
}

function normalise(name: string): string {
  return name
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, '')
    .replace(/ +/g, ' ')
    .trim();
}
