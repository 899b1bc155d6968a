import type { Rank } from './instruction';
import { compareWords, coverage } from './compare-words';
import { readDate } from './read-date';
import { ancestors, descendants, textOf, type PageNode, type PageTree } from './read-observation';
import { readDuration } from './read-duration';
import { findItemPrice } from './read-price';
import { readRating } from './read-rating';

/** One of several alike things on a page: a card, a row, a message. */
export interface Item {
  /** Its lines, the first of them naming it. */
  nodes: PageNode[];
  text: string;
}

const ITEM_ROLES = new Set(['listitem', 'item', 'article', 'row', 'treeitem']);
const FLAT_ROLES = new Set(['link', 'button', 'clickable', 'row', 'radio', 'option', 'menuitem', 'treeitem']);
const ASIDE = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'menu',
  'menubar',
  'toolbar',
  'tablist',
  'search',
]);
const MOST_ITEMS = 3000;
const LONGEST_DATE = 28;

/** The element that holds this one among several alike, innermost first; undefined when there is none. */
export function itemAround(node: PageNode): PageNode | undefined {
  return [node, ...ancestors(node)].find((holder) => holder.ref === undefined && isOneOfSeveral(holder));
}

/** An article alone is the page's subject, not one of several. */
function isOneOfSeveral({ role, parent }: PageNode): boolean {
  if (!ITEM_ROLES.has(role)) return false;
  return (
    role === 'listitem' ||
    role === 'row' ||
    (parent?.children ?? []).filter((other) => other.role === role).length > 1
  );
}

/** Every group of alike things: marked-up lists and tables, and runs of siblings that begin alike. */
export function findItemGroups(page: PageTree): Item[][] {
  const groups: Item[][] = [];
  for (const parent of [page.root, ...page.nodes]) {
    if (parent.children.length === 0) continue;
    const marked = parent.children.filter(
      (child) => ITEM_ROLES.has(child.role) && !child.states.has('header'),
    );
    if (marked.length > 0)
      groups.push(marked.slice(0, MOST_ITEMS).map((node) => makeItem([node, ...descendants(node)])));
    if (marked.length < 2 && !ITEM_ROLES.has(parent.role)) groups.push(...findRuns(parent));
  }
  return groups.filter((group) => group.length > 0);
}

/** The items that a ranked phrase speaks of, best first. `noun` narrows them when some of them mention it. */
export function rankItems(page: PageTree, rank: Rank, noun: string, now: number): Item[] {
  const groups = findItemGroups(page).map((group) => narrow(group, noun));
  const keyed = groups
    .map((group) => ({
      items: keyItems(group, rank, now),
      weight: weighGroup(group, rank, noun, now),
      aside: isAside(group, noun),
    }))
    .filter(({ items, aside }) => items.length > 0 && !aside)
    .sort((one, other) => other.weight - one.weight);
  const best = keyed[0]?.items ?? [];
  const sorted =
    rank.by === 'position'
      ? best
      : best.sort((one, other) => (rank.order === 'lowest' ? one.key - other.key : other.key - one.key));
  return sorted.map(({ item }) => item);
}

/** The item at the rank's place; -1 counts from the end. */
export function pickItem(items: Item[], rank: Rank): Item | undefined {
  return rank.index < 0 ? items.at(rank.index) : items[rank.index];
}

/** What to click to open an item: its link, itself, or a button that opens. */
export function openerOf(item: Item): PageNode | undefined {
  const acting = item.nodes.filter((node) => node.ref !== undefined && !node.states.has('disabled'));
  const named = acting.find(
    (node) =>
      node.ref !== undefined && compareWords('open view details', node.name) > 0.5 && node.role !== 'link',
  );
  const links = acting.filter((node) => node.role === 'link' && node.name !== '');
  const inHeading = links.find((node) => node.parent?.role === 'heading');
  const itself = acting.find((node) =>
    ['row', 'clickable', 'option', 'treeitem', 'gridcell', 'menuitem', 'radio'].includes(node.role),
  );
  return (
    inHeading ??
    links[0] ??
    itself ??
    named ??
    acting.find((node) => node.role === 'link') ??
    acting.find((node) => node.role === 'button')
  );
}

/** What the item is called when the user has to choose. */
export function nameItem(item: Item): string {
  const heading = item.nodes.find((node) => node.role === 'heading' && node.name !== '');
  const link = item.nodes.find((node) => node.role === 'link' && node.name !== '');
  return (heading ?? link ?? item.nodes.find((node) => node.name !== ''))?.name ?? '';
}

function makeItem(nodes: PageNode[]): Item {
  return {
    nodes,
    text: nodes
      .flatMap((node) => [node.name, node.value ?? ''])
      .filter((part) => part !== '')
      .join(' | '),
  };
}

/** Runs of siblings without a holder: "heading, text, button, heading, text, button", or links one after the other. */
function findRuns(parent: PageNode): Item[][] {
  const runs: Item[][] = [];
  for (const isStart of [
    (node: PageNode) => node.role === 'heading',
    (node: PageNode) => FLAT_ROLES.has(node.role),
  ]) {
    const first = parent.children.find(isStart);
    if (first === undefined) continue;
    const starts = parent.children.filter((node) => node.role === first.role && node.level === first.level);
    if (starts.length < 2) continue;
    runs.push(
      starts.slice(0, MOST_ITEMS).map((start, index) => makeItem(segment(parent, start, starts[index + 1]))),
    );
  }
  return runs;
}

function segment(parent: PageNode, start: PageNode, next: PageNode | undefined): PageNode[] {
  const from = parent.children.indexOf(start);
  const to = next === undefined ? parent.children.length : parent.children.indexOf(next);
  const end = next === undefined ? Math.min(to, from + 6) : to;
  return parent.children.slice(from, end).flatMap((node) => [node, ...descendants(node)]);
}

function narrow(group: Item[], noun: string): Item[] {
  if (noun === '') return group;
  const mentioning = group.filter((item) => coverage(noun, item.text) > 0.6);
  return mentioning.length > 0 ? mentioning : group;
}

function keyItems(group: Item[], rank: Rank, now: number): { item: Item; key: number }[] {
  return group.flatMap((item, index) => {
    const key = rank.by === 'position' ? index : readKey(item, rank, now);
    return key === undefined ? [] : [{ item, key }];
  });
}

function readKey(item: Item, rank: Rank, now: number): number | undefined {
  if (rank.by === 'price') return findItemPrice(item.text)?.amount;
  if (rank.by === 'rating') return readRating(item.text);
  if (rank.by === 'duration') return readDuration(item.text);
  if (rank.by === 'number') return readFirstNumber(item.text);
  return readOwnDate(item, now) ?? readDate(item.text, now);
}

function readFirstNumber(text: string): number | undefined {
  const number = /(?<![\p{L}\d])-?\d+(?:\.\d+)?(?![\p{L}\d])/u.exec(text)?.[0];
  return number === undefined ? undefined : Number(number);
}

/** A short piece of text is the item's date; one inside a sentence may be about anything. */
function readOwnDate({ text }: Item, now: number): number | undefined {
  for (const piece of text.split(' | ')) {
    const date = piece.length <= LONGEST_DATE ? readDate(piece, now) : undefined;
    if (date !== undefined) return date;
  }
  return undefined;
}

/** Navigation, header and footer are meant only when the words say so. */
export function isAside(group: Item[], noun: string): boolean {
  const head = group[0]?.nodes[0];
  const holders = head === undefined ? [] : ancestors(head);
  const aside = holders.find(({ role }) => ASIDE.has(role));
  if (aside === undefined) return false;
  return (
    noun === '' ||
    (coverage(noun, `${aside.name} ${aside.role}`) < 0.6 &&
      !group.some((item) => coverage(noun, item.text) > 0.6))
  );
}

/** How likely it is that the user means this group: many rich items in the main part, near words they used. */
function weighGroup(group: Item[], rank: Rank, noun: string, now: number): number {
  const head = group[0]?.nodes[0];
  if (head === undefined) return 0;
  const holders = ancestors(head);
  const places = new Set(holders.map((holder) => holder.role));
  const count = keyItems(group, rank, now).length;
  const rich = group.reduce((sum, item) => sum + Math.min(item.text.length, 80), 0) / group.length / 80;
  let weight = Math.min(count, 12) / 12 + rich;
  if (places.has('main')) weight += 1;
  if (group.length === 1) weight -= 1;
  if (places.has('dialog')) weight += 1;
  if (ITEM_ROLES.has(head.role)) weight += 0.5;
  if (rank.by === 'position' && head.role === 'radio') weight -= 1;
  if (!group.some((item) => openerOf(item) !== undefined)) weight -= 1;
  if (noun !== '' && holders.some((holder) => holder.name !== '' && coverage(noun, holder.name) > 0.6))
    weight += 0.7;
  if (noun !== '' && group.every((item) => coverage(noun, item.text) > 0.6)) weight += 0.5;
  return weight - head.order / 1e5;
}

/** The words of an item as the user would quote them. */
export function itemText(node: PageNode): string {
  const holder = itemAround(node);
  return holder === undefined ? node.name : textOf(holder);
}
