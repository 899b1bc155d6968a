import { compareWords, coverage, normalize } from './compare-words';
import { itemAround } from './find-items';
import type { TargetKind, TargetPhrase } from './instruction';
import { ancestors, descendants, textOf, type PageNode, type PageTree } from './read-observation';

/** Characters around an element that are compared with a mentioned context. */
const LONGEST_AROUND = 4000;

/** A guess is worth less than a name. */
const HINT_WEIGHT = 0.95;
const ROW_WEIGHT = 0.9;
const LONGEST_ROW_LABEL = 30;

export interface Candidate {
  node: PageNode;
  /** 0 to about 1.4; 1 is the very name. */
  score: number;
}

/** What a step wants of an element, besides its name. */
export interface Wish {
  /** Roles that will do. Absent: whatever can be acted on. */
  roles?: ReadonlySet<string>;
  /** Added to the score of a role; the step's verb makes some roles likelier. */
  bonus?: (node: PageNode, score: number) => number;
  /** Refs that were tried in vain. */
  exclude?: ReadonlySet<string>;
  /** Names that score less are not considered. Default 0.6. */
  threshold?: number;
  /** Also compares the phrase with the names of the groups around the element. */
  withGroups?: boolean;
}

const KIND_ROLES: Record<TargetKind, ReadonlySet<string>> = {
  button: new Set(['button', 'clickable', 'switch', 'menuitem']),
  link: new Set(['link', 'clickable', 'menuitem']),
  field: new Set(['textbox', 'searchbox', 'combobox', 'spinbutton', 'editable', 'slider', 'listbox']),
  area: new Set(['textbox', 'editable']),
  checkbox: new Set(['checkbox', 'switch', 'menuitemcheckbox']),
  radio: new Set(['radio', 'menuitemradio']),
  tab: new Set(['tab']),
  menu: new Set(['menuitem', 'combobox', 'listbox', 'button', 'link']),
  item: new Set(['link', 'option', 'row', 'treeitem', 'menuitem', 'clickable']),
  row: new Set(['row', 'link', 'option', 'clickable']),
  image: new Set(['img', 'button', 'link']),
  heading: new Set(['link', 'heading']),
  list: new Set(['listbox', 'combobox']),
  slider: new Set(['slider', 'spinbutton']),
};

/** Kinds that are enough to know a thing by; an "item" or a "page" may be anything. */
const CONTROLS: ReadonlySet<TargetKind> = new Set([
  'button',
  'field',
  'area',
  'checkbox',
  'radio',
  'tab',
  'slider',
  'list',
]);

const HOLDERS = new Set([
  'listitem',
  'item',
  'article',
  'row',
  'group',
  'radiogroup',
  'form',
  'dialog',
  'alertdialog',
  'region',
  'tabpanel',
  'search',
]);
/** What people call the parts of a page. */
const PLACES: Record<string, string> = {
  banner: 'header top 页眉 顶部',
  contentinfo: 'footer bottom 页脚 底部',
  navigation: 'navigation menu nav sidebar 导航 菜单 侧边栏',
  complementary: 'sidebar side 侧边栏',
  main: 'main content page 页面',
  dialog: 'dialog popup modal window 对话框 弹窗',
  alertdialog: 'dialog popup modal 对话框 弹窗',
  toolbar: 'toolbar 工具栏',
  search: 'search 搜索',
  table: 'table 表格',
  menu: 'menu 菜单',
};

/** Every element that may be meant, best first. Elements without a ref are none. */
export function findCandidates(page: PageTree, phrase: TargetPhrase, wish: Wish = {}): Candidate[] {
  const candidates: Candidate[] = [];
  const open = page.nodes.findLast((node) => node.role === 'dialog' || node.role === 'alertdialog');
  for (const node of page.nodes) {
    if (node.ref === undefined || wish.exclude?.has(node.ref) === true) continue;
    if (wish.roles !== undefined && !wish.roles.has(node.role)) continue;
    const name = isBare(phrase) ? scoreKind(node, phrase) : scoreName(node, phrase, wish);
    if (name < (wish.threshold ?? 0.6)) continue;
    let score = name + (wish.bonus?.(node, name) ?? 0);
    if (phrase.variants.some(({ text }) => text === node.name)) score += 0.03;
    if (phrase.kind !== undefined && !isBare(phrase))
      score += KIND_ROLES[phrase.kind].has(node.role) ? 0.05 : -0.2;
    if (node.states.has('disabled')) score -= 0.1;
    if (open !== undefined && ancestors(node).includes(open)) score += 0.1;
    candidates.push({ node, score });
  }
  candidates.sort((one, other) => other.score - one.score || one.node.order - other.node.order);
  return isBare(phrase) ? atRank(candidates, phrase) : candidates;
}

/** "the button", "the 2nd text field": a kind and a place perhaps, but no name. */
export function isBare({ kind, variants }: TargetPhrase): boolean {
  return (
    kind !== undefined &&
    CONTROLS.has(kind) &&
    /^(?:(?:both|all)(?: of)?(?: the)?)?$/i.test(variants[0]?.text ?? '')
  );
}

function scoreKind(node: PageNode, { kind, variants }: TargetPhrase): number {
  if (kind === undefined || !(KIND_ROLES[kind].has(node.role) || coverage(kind, hintOf(node)) === 1))
    return 0;
  // One line is a field, several are an area, where the page tells them apart.
  const long = node.states.has('multiline') || node.role === 'editable';
  if ((kind === 'area' && !long) || (kind === 'field' && long)) return 0.9;
  const near = variants.find((variant) => variant.near !== undefined)?.near;
  if (near === undefined) return 1;
  const closeness = nearness(node, near);
  return closeness < 0.5 ? 0 : 0.85 + 0.14 * closeness;
}

function atRank(all: Candidate[], { rank }: TargetPhrase): Candidate[] {
  const best = all[0]?.score ?? 0;
  const candidates = all.filter(({ score }) => best - score < 0.07);
  if (rank?.by !== 'position') return candidates;
  const inOrder = candidates.toSorted((one, other) => one.node.order - other.node.order);
  const found = inOrder.at(rank.index);
  return found === undefined ? [] : [found];
}

/** What the user sees as the name: the name, or for a nameless control the words beside it. */
export function labelOf(node: PageNode): string {
  if (node.name !== '') return node.name;
  if (hintOf(node) !== '') return hintOf(node);
  const siblings = node.parent?.children ?? [];
  const at = siblings.indexOf(node);
  const beside = [siblings[at - 1], siblings[at + 1]].find((other) => other?.role === 'text');
  return beside?.name ?? (itemAround(node)?.name || (node.parent?.name ?? ''));
}

/** How much of the words occurs around the element: in its item or group, its headings, or its part of the page. */
export function nearness(node: PageNode, words: string): number {
  let best = 0;
  let distance = 0;
  for (const holder of ancestors(node)) {
    const text = HOLDERS.has(holder.role) ? textOf(holder, LONGEST_AROUND) : holder.name;
    const place = PLACES[holder.role] ?? '';
    const here = Math.max(coverage(words, `${text} ${place}`), coverage(words, headingBefore(holder)));
    best = Math.max(best, here * (1 - 0.03 * distance));
    distance += 1;
  }
  return Math.max(best, coverage(words, headingBefore(node)) * 0.9);
}

/** What the page's author calls something that has no name; a guess at what it is for. */
export function hintOf(node: PageNode): string {
  return node.states.get('hint') ?? '';
}

export type Choice =
  { kind: 'one'; node: PageNode } | { kind: 'none' } | { kind: 'several'; nodes: PageNode[] };

/**
 * The best candidate, unless others are as good and not the same thing. Equal names are the same thing when they
 * share an item, or when they are not in items at all (a link in header and footer); then the first in `main` wins.
 */
export function choose(candidates: Candidate[]): Choice {
  const best = candidates[0];
  if (best === undefined) return { kind: 'none' };
  const equals = candidates.filter(({ score }) => best.score - score < 0.02).map(({ node }) => node);
  const distinct: PageNode[] = [];
  for (const node of equals) {
    if (!distinct.some((other) => isSameThing(node, other))) distinct.push(node);
  }
  if (distinct.length > 1) return { kind: 'several', nodes: distinct };
  const inMain = equals.find((node) => ancestors(node).some(({ role }) => role === 'main'));
  return { kind: 'one', node: itemAround(best.node) === undefined ? (inMain ?? best.node) : best.node };
}

function isSameThing(one: PageNode, other: PageNode): boolean {
  const [item, otherItem] = [itemAround(one), itemAround(other)];
  if (item !== undefined && item === otherItem)
    return normalize(one.name) === normalize(other.name) || one.role !== other.role;
  if (normalize(one.name) !== normalize(other.name)) return false;
  return (
    item === undefined || otherItem === undefined || (item.parent !== otherItem.parent && one.role === 'link')
  );
}

function scoreName(node: PageNode, phrase: TargetPhrase, wish: Wish): number {
  const label = labelOf(node);
  let best = 0;
  for (const variant of phrase.variants) {
    if (variant.text === '') continue;
    let score = compareWords(variant.text, label);
    if (node.name === '' && label === hintOf(node)) score *= HINT_WEIGHT;
    if (score < 0.95 && variant.text.length > 3 && normalize(label).includes(normalize(variant.text)))
      score = Math.max(score, 0.8);
    if (score < 0.9) score = Math.max(score, compareWords(variant.text, rowLabel(node)) * ROW_WEIGHT);
    if (wish.withGroups === true && score < 0.95)
      score = Math.max(score, 0.97 * scoreInGroup(variant.text, node, label));
    if (variant.near !== undefined) {
      const near = score < 0.5 ? 0 : nearness(node, variant.near);
      score = near < 0.5 ? 0 : 0.85 * score + 0.14 * near;
    }
    best = Math.max(best, score);
  }
  return best;
}

/** "Address: 12 Oak Lane": what stands before the only thing in a row is what it is. */
function rowLabel(node: PageNode): string {
  const item = itemAround(node);
  if (item === undefined || item.name.length > LONGEST_ROW_LABEL || item.name === '') return '';
  return descendants(item).filter(({ ref }) => ref !== undefined).length === 1 ? item.name : '';
}

/** "billing city": the field is called City, the group around it Billing. */
function scoreInGroup(words: string, node: PageNode, label: string): number {
  if (coverage(label, words) < 0.5 && coverage(words, label) < 0.3) return 0;
  const groups = ancestors(node).filter(({ role, name }) => HOLDERS.has(role) && name !== '');
  return Math.max(0, ...groups.map((group) => compareWords(words, `${group.name.slice(0, 100)} ${label}`)));
}

function headingBefore(node: PageNode): string {
  const siblings = node.parent?.children ?? [];
  for (let at = siblings.indexOf(node) - 1; at >= 0; at -= 1) {
    if (siblings[at]?.role === 'heading') return siblings[at]?.name ?? '';
  }
  return '';
}
