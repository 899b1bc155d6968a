import { describeStep } from './item-fields';

/** Siblings that look alike. */
export interface ItemGroup {
  /** What holds them. */
  container: Element;
  items: Element[];
  /** Siblings of the same tag that look different. */
  leftOut: number;
  /** How much of a listing it is; only good for comparing. */
  score: number;
}

/** Tags that are words or parts of something, never items. */
const NEVER_ITEMS = new Set(
  'p br hr h1 h2 h3 h4 h5 h6 dt dd th td caption option span b strong em i code sup sub img button label legend main header footer nav aside thead tbody tfoot'.split(
    ' ',
  ),
);
const LISTS = new Set('ul ol tbody table'.split(' '));
/** Where menus are, not listings. */
const SURROUNDINGS = 'nav,header,footer,aside,[role=menu],[role=menubar],[role=tablist]';
/** Longer texts count no more: ten cards are more of a listing than two articles. */
const LONGEST_COUNTED = 300;
/** An item shares this much of its structure with what most of the others have. */
const LEAST_ALIKE = 0.3;

/**
 * All groups of alike siblings under `root`, best first. Rows of a grid (`div.row > div.card`) make one group when they stand
 * side by side and hold nothing else. `least` is the smallest number of items.
 */
export function findGroups(root: Element, least = 3): ItemGroup[] {
  const lengths = measureTexts(root);
  const groups = collectSiblings(root)
    .map((siblings) => makeGroup(siblings, lengths, least))
    .filter((group) => group !== undefined);
  weighSections(groups, root, lengths);
  return groups.sort((a, b) => b.score - a.score);
}

/** Characters of text under each element. */
function measureTexts(root: Element): Map<Element, number> {
  const lengths = new Map<Element, number>();
  const elements = [root, ...root.getElementsByTagName('*')];
  for (const element of elements.reverse()) {
    let length = 0;
    for (const child of element.childNodes)
      length += child instanceof Element ? (lengths.get(child) ?? 0) : (child.nodeValue ?? '').trim().length;
    lengths.set(element, length);
  }
  return lengths;
}

interface Siblings {
  container: Element;
  items: Element[];
}

function collectSiblings(root: Element): Siblings[] {
  const collected: Siblings[] = [];
  const rows = new Map<Element, Map<string, Siblings>>();
  for (const parent of [root, ...root.getElementsByTagName('*')]) {
    if (parent.childElementCount < 2) continue;
    const byTag = new Map<string, Element[]>();
    for (const child of parent.children) {
      if (NEVER_ITEMS.has(child.localName)) continue;
      const alike = byTag.get(child.localName);
      if (alike) alike.push(child);
      else byTag.set(child.localName, [child]);
    }
    for (const items of byTag.values()) if (items.length > 1) collected.push({ container: parent, items });
    const [only] = byTag.values();
    if (only && byTag.size === 1 && only.length === parent.childElementCount) addRow(rows, parent, only);
  }
  for (const kinds of rows.values()) collected.push(...kinds.values());
  return collected.filter(
    ({ container, items }) => items.some((item) => item.parentElement !== container) || items.length > 1,
  );
}

/** Neighbours that hold nothing but items of one tag may be the lines of one listing. */
function addRow(rows: Map<Element, Map<string, Siblings>>, row: Element, items: Element[]): void {
  const container = row.parentElement;
  if (!container) return;
  const kinds = rows.get(container) ?? new Map<string, Siblings>();
  rows.set(container, kinds);
  const key = `${describeStep(row)}>${items[0]?.localName ?? ''}`;
  const known = kinds.get(key);
  if (known) known.items.push(...items);
  else kinds.set(key, { container, items: [...items] });
}

function makeGroup(
  { container, items }: Siblings,
  lengths: ReadonlyMap<Element, number>,
  least: number,
): ItemGroup | undefined {
  const full = items.filter((item) => (lengths.get(item) ?? 0) > 0);
  if (full.length < least) return undefined;
  const shapes = full.map(readShape);
  const common = findCommon(shapes);
  const likenesses = shapes.map((shape) => compare(shape, common));
  const alike = full.filter((_item, index) => (likenesses[index] ?? 0) >= LEAST_ALIKE);
  if (alike.length < least) return undefined;
  const likeness = average(likenesses.filter((likeness) => likeness >= LEAST_ALIKE));
  const text = alike.reduce((sum, item) => sum + Math.min(lengths.get(item) ?? 0, LONGEST_COUNTED), 0);
  const parts = 0.4 + Math.min(common.size, 6) / 4;
  // Only where there is no listing elsewhere.
  const place = container.closest(SURROUNDINGS) ? 0.001 : 1;
  const list = LISTS.has(container.localName) ? 1.2 : 1;
  return {
    container,
    items: alike,
    leftOut: full.length - alike.length,
    score: text * likeness ** 2 * parts * place * list,
  };
}

/** Tags on the way to each piece of text, without classes: `div>a`. */
function readShape(item: Element): Set<string> {
  const shape = new Set<string>();
  const visit = (element: Element, path: string): void => {
    for (const child of element.childNodes) {
      if (child instanceof Element) {
        if (shape.size < 40) visit(child, `${path}>${child.localName}`);
      } else if ((child.nodeValue ?? '').trim() !== '') shape.add(path);
    }
    if (element.localName === 'img') shape.add(path);
  };
  visit(item, '');
  return shape;
}

/** What at least half of the items have. */
function findCommon(shapes: readonly Set<string>[]): Set<string> {
  const counts = new Map<string, number>();
  for (const shape of shapes) for (const path of shape) counts.set(path, (counts.get(path) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count * 2 >= shapes.length).map(([path]) => path));
}

/** Share of both that is in both. */
function compare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((path) => other.has(path)).length;
  return shared / Math.max(1, one.size + other.size - shared);
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

/** Items that are mostly a listing themselves are sections: the listing inside is meant. */
function weighSections(groups: ItemGroup[], root: Element, lengths: ReadonlyMap<Element, number>): void {
  const sections = new Set<Element>();
  for (const { container, items } of groups) {
    const [first] = items;
    if (!first || items.length < 3 || readShape(first).size < 2) continue;
    const holders = groupByParent(items);
    if (holders.size > 1 && !areCards(items)) continue;
    for (const [holder, own] of holders) {
      const text = own.reduce((sum, item) => sum + (lengths.get(item) ?? 0), 0);
      for (let at: Element | null = holder; at && at !== root; at = at.parentElement) {
        if (text < 0.6 * (lengths.get(at) ?? 0) || (at === container && holders.size > 1)) break;
        sections.add(at);
      }
    }
  }
  for (const group of groups) {
    const count = group.items.filter((item) => sections.has(item)).length;
    if (count * 2 >= group.items.length) group.score *= 0.1;
  }
}

function groupByParent(items: readonly Element[]): Map<Element, Element[]> {
  const byParent = new Map<Element, Element[]>();
  for (const item of items) {
    const parent = item.parentElement;
    if (!parent) continue;
    const own = byParent.get(parent);
    if (own) own.push(item);
    else byParent.set(parent, [item]);
  }
  return byParent;
}

/** Cards in the rows of a grid, as against the pairs of label and value in one card after the other. */
function areCards(items: readonly Element[]): boolean {
  return items.every((item) => item.querySelector('a[href],h1,h2,h3,h4,h5,h6,img') !== null);
}
