import { listListings } from '../extract/extract-listing';
import { describeStep, findHref, readWords } from '../extract/item-fields';
import type { Listing } from '../extract/listing';
import { getAttribute, getAttributeNames, getBody, getParentNode, getRect } from '../observe/dom';
import { Perception } from '../observe/walk/perception';
import { runInSlices } from '../observe/walk/steps';
import { copyVisible } from '../read/copy-visible';
import { type ItemTree, takeTree } from './item-tree';
import type { SeenRow } from './merge-rows';

export type RowNow = SeenRow & { tree: ItemTree };

/** What a list shows at one moment; places are those of the viewport. */
export interface RowsNow {
  rows: RowNow[];
  /** The live element that holds the rows. */
  container: Element;
  list: KnownList;
  /** Of a table: all of it but its rows, so that its header is known elsewhere. */
  shell?: ItemTree;
}

/** How a list is known again, in this document or another one. */
export interface KnownList {
  /** Tags and classes from the body to what holds the rows, and how many such places come before it. */
  path: string;
  nth: number;
  /** Tag of a row. */
  tag: string;
  columns: string[];
}

/** A list with at least so many of the columns of the one before is its continuation. */
const LEAST_SHARED_COLUMNS = 0.5;

/**
 * Reads the rows of a list as they stand now: of the one that `near` is in or holds, of the one that is known from before, else
 * of the largest. Undefined when nothing on the page is such a list.
 */
export async function readRows(
  window: Window & typeof globalThis,
  near?: Element,
  known?: KnownList,
): Promise<RowsNow | undefined> {
  const body = getBody(window.document);
  if (!body) return undefined;
  const sources = new Map<Element, Element>();
  const copying = copyVisible(window, body, new Perception(window), near, sources);
  const { root, tracked } = await runInSlices(window, copying, () => undefined);
  if (near && !tracked) return undefined;
  const items = known ? findKnown(root, known) : chooseItems(root, tracked);
  const [first] = items;
  const holder = first?.parentElement;
  const source = first && findSource(sources, first);
  const container = holder && (sources.get(holder) ?? (source && (getParentNode(source) as Element | null)));
  if (!first || !holder || !container) return undefined;
  const table = first.localName === 'tr' ? first.closest('table') : null;
  return {
    rows: items.flatMap((item) => noteRow(item, findSource(sources, item))),
    container,
    list: known ?? describeList(root, holder, items),
    ...(table ? { shell: takeShell(table, items) } : {}),
  };
}

/** Terms and definitions are the details of one thing; a part of them is no row. */
function isCollectable({ items }: Listing): boolean {
  return items.length > 0 && !items.some(({ localName }) => localName === 'dt' || localName === 'dd');
}

function chooseItems(root: Element, near: Element | undefined): Element[] {
  for (const listing of listListings(root, near)) if (isCollectable(listing)) return listing.items;
  return [];
}

/** Where it stood before, so that a last page of one row is found too; else what has its columns. */
function findKnown(root: Element, known: KnownList): Element[] {
  const holder = listAlike(root, known.path)[known.nth];
  const items = Array.from(holder?.children ?? []).filter(({ localName }) => localName === known.tag);
  const filled = items.filter((item) => readWords(item) !== '');
  if (filled.length > 0) return filled;
  for (const listing of listListings(root))
    if (isCollectable(listing) && sharesColumns(listing, known.columns)) return listing.items;
  return [];
}

function sharesColumns({ columns }: Listing, known: readonly string[]): boolean {
  const shared = columns.filter(({ name }) => known.includes(name)).length;
  return shared >= LEAST_SHARED_COLUMNS * Math.max(1, known.length);
}

function describeList(root: Element, holder: Element, items: readonly Element[]): KnownList {
  const path = describePath(holder);
  let columns: string[] = [];
  for (const listing of listListings(root)) {
    if (listing.items[0] !== items[0]) continue;
    columns = listing.columns.map(({ name }) => name);
    break;
  }
  const tag = items[0]?.localName ?? '';
  return { path, nth: Math.max(0, listAlike(root, path).indexOf(holder)), tag, columns };
}

function listAlike(root: Element, path: string): Element[] {
  const last = path.split('>').at(-1) ?? '';
  return Array.from(root.getElementsByTagName('*')).filter(
    (element) => describeStep(element) === last && describePath(element) === path,
  );
}

function describePath(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at && at.localName !== 'body'; at = at.parentElement)
    steps.push(describeStep(at));
  return steps.reverse().join('>');
}

/** The copy may have put an element of its own around. */
function findSource(sources: ReadonlyMap<Element, Element>, copy: Element): Element | undefined {
  const own = sources.get(copy);
  if (own) return own;
  const inner = copy.firstElementChild;
  return inner ? sources.get(inner) : undefined;
}

function noteRow(item: Element, element: Element | undefined): RowNow[] {
  if (!element) return [];
  const { top, height } = getRect(element);
  const links = Array.from(item.querySelectorAll('[href]'), (link) => link.getAttribute('href'));
  const index = readIndex(element);
  return [
    {
      element,
      signature: JSON.stringify([readWords(item), findHref(item) ?? '', ...links]),
      top,
      height,
      tree: takeTree(item),
      ...(index === undefined ? {} : { index }),
    },
  ];
}

/** ARIA's places in the whole; what lists that draw only a part of themselves call it. */
const INDEX_ATTRIBUTE = /^(aria-rowindex|aria-posinset|(data-)?(row-|item-)?index)$/;

function readIndex(element: Element): number | undefined {
  const name = getAttributeNames(element).find((attribute) => INDEX_ATTRIBUTE.test(attribute));
  const value = name === undefined ? null : getAttribute(element, name);
  return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
}

function takeShell(table: Element, items: readonly Element[]): ItemTree {
  const copy = table.cloneNode(true) as Element;
  const originals = Array.from(table.getElementsByTagName('*'));
  const copies = Array.from(copy.getElementsByTagName('*'));
  for (const item of items) copies[originals.indexOf(item)]?.remove();
  return takeTree(copy);
}
