import { findHref, readWords } from './item-fields';
import type { Listing } from './listing';
import { makeListing } from './make-listing';

/** Definition lists that are listings of their own, not the details of one item among others. */
export function findTerms(root: Element, least: number): { list: Element; score: number }[] {
  return [...root.querySelectorAll('dl')]
    .filter((list) => list.querySelectorAll('dt').length >= least)
    .map((list) => ({ list, score: readWords(list).length * 0.5 }));
}

/** Rows of term and definition; several definitions of a term are joined, several terms before one share it. */
export function extractTerms(list: Element): Listing | undefined {
  const rows: { term: string; definition: string; link: string; element: Element }[] = [];
  let isOpen = false;
  for (const part of list.querySelectorAll(
    ':scope > dt, :scope > dd, :scope > div > dt, :scope > div > dd',
  )) {
    const words = readWords(part);
    const last = rows[rows.length - 1];
    if (part.localName === 'dt' || !last) {
      const isTerm = part.localName === 'dt';
      if (isTerm && isOpen && last) last.term += `; ${words}`;
      else rows.push({ term: isTerm ? words : '', definition: isTerm ? '' : words, link: '', element: part });
      isOpen = isTerm;
    } else {
      last.definition += last.definition === '' ? words : `; ${words}`;
      isOpen = false;
    }
    const row = rows[rows.length - 1];
    if (row && row.link === '') row.link = findHref(part) ?? '';
  }
  if (rows.length === 0) return undefined;
  return makeListing(
    [
      { name: 'term', kind: 'text', values: rows.map(({ term }) => term) },
      { name: 'definition', kind: 'text', values: rows.map(({ definition }) => definition) },
      { name: 'link', kind: 'link', values: rows.map(({ link }) => link) },
    ],
    rows.map(({ element }) => element),
    0,
  );
}
