import { alignFields } from './align-fields';
import { extractTable } from './extract-table';
import { extractTerms, findTerms } from './extract-terms';
import { findGroups, type ItemGroup } from './find-items';
import { type Field, findHref, listFields } from './item-fields';
import type { Listing } from './listing';
import { makeListing, type ValueColumn } from './make-listing';
import { type NamedColumn, nameColumns } from './name-columns';

/** Something that can be read as rows. */
interface Candidate {
  score: number;
  /** Holds the whole listing. */
  container: Element;
  /** Whether the element is one of the items, or in one. */
  hasInItem(element: Element): boolean;
  read(): Listing | undefined;
}

const HOLDERS = new Set('table tbody thead ul ol dl'.split(' '));

/**
 * Reads a repeated structure under `root` as rows: the one that `near` is, holds or is a part of, else the largest. Works on
 * a copy of what can be seen (`read/copy-visible`), reads nothing but the DOM and changes nothing. Every visible word of an
 * item is in exactly one column, or is the name of one; words of buttons are left out. Undefined when nothing repeats.
 */
export function extractListing(root: Element, near?: Element): Listing | undefined {
  for (const listing of listListings(root, near)) return listing;
  return undefined;
}

/** All repeated structures under `root`, the likeliest first. */
export function* listListings(root: Element, near?: Element): Generator<Listing> {
  const candidates = listCandidates(root, near ? 2 : 3);
  const ordered = near ? orderNear(candidates, near) : candidates;
  for (const candidate of ordered) {
    const listing = candidate.read();
    if (listing && listing.columns.length > 0) yield listing;
  }
}

/** Items that are known to be a listing, however few. */
export function readItems(items: Element[], leftOut = 0): Listing | undefined {
  return items.length === 0 ? undefined : readGroup({ items, leftOut });
}

function listCandidates(root: Element, least: number): Candidate[] {
  const groups = findGroups(root, least).map(fromGroup);
  const terms = findTerms(root, least).map(({ list, score }) => ({
    score,
    container: list,
    hasInItem: (element: Element) => list.contains(element) && list !== element,
    read: () => extractTerms(list),
  }));
  return [...groups, ...terms].sort((a, b) => b.score - a.score);
}

function fromGroup(group: ItemGroup): Candidate {
  return {
    score: group.score,
    container: group.container,
    hasInItem: (element) => group.items.some((item) => item.contains(element)),
    read: () => readGroup(group),
  };
}

/** What the element is a part of comes before what is in it, unless it is a list itself. */
function orderNear(candidates: Candidate[], near: Element): Candidate[] {
  const around = candidates.filter(({ hasInItem }) => hasInItem(near));
  const inside = candidates.filter(({ container }) => near.contains(container));
  const [best] = around;
  const isHolder = HOLDERS.has(near.localName) || (inside[0]?.score ?? 0) > 2 * (best?.score ?? 0);
  return isHolder ? [...inside, ...around] : [...around, ...inside];
}

function readGroup({ items, leftOut }: Pick<ItemGroup, 'items' | 'leftOut'>): Listing | undefined {
  const table = items[0]?.localName === 'tr' ? items[0].closest('table') : undefined;
  const rows = table && extractTable(table);
  if (rows) return rows;
  if (items[0]?.parentElement?.localName === 'dl') return extractTerms(items[0].parentElement);
  const fields = items.map(listFields);
  const named = nameColumns(alignFields(fields));
  return makeListing(withLinks(named, items), items, leftOut);
}

/** Each column's words, and after them a column of the addresses that no column before has. */
function withLinks(columns: readonly NamedColumn[], items: readonly Element[]): ValueColumn[] {
  const told = items.map(() => new Set<string>());
  const all = columns.flatMap(({ name, kind, column }): ValueColumn[] => {
    const links = column.fields.map((cell, index) => takeLinks(cell, told[index]));
    const linkName = name === 'title' || name === 'name' ? 'link' : `${name} link`;
    return [
      { name, kind, values: column.fields.map(joinTexts) },
      { name: linkName, kind: 'link', values: links },
    ];
  });
  const rest = items.map((item, index) => {
    const href = findHref(item);
    return href !== undefined && told[index]?.size === 0 ? href : '';
  });
  return [...all, { name: 'link', kind: 'link', values: rest }];
}

function takeLinks(cell: readonly Field[] | undefined, told: Set<string> | undefined): string {
  const fresh = (cell ?? []).flatMap(({ href }) => (href !== undefined && !told?.has(href) ? [href] : []));
  for (const href of fresh) told?.add(href);
  return [...new Set(fresh)].join(' ');
}

function joinTexts(cell: readonly Field[] | undefined): string {
  return (cell ?? [])
    .map(({ text }) => text)
    .filter(Boolean)
    .join('; ');
}
