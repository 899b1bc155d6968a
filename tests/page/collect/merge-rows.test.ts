import { describe, expect, it } from 'vitest';
import { mergeRows, type SeenRow } from '../../../lib/page/collect/merge-rows';

const HEIGHT = 20;

/** Rows that say these words one under the other; an element of its own for each, unless given. */
function rows(words: string, from = 0, elements: Element[] = []): SeenRow[] {
  return words.split(' ').map((signature, at) => ({
    element: elements[at] ?? document.createElement('li'),
    signature,
    top: (from + at) * HEIGHT,
    height: HEIGHT,
  }));
}

function freshOf(seen: SeenRow[], now: SeenRow[]): string {
  return mergeRows(seen, now)
    .fresh.map(({ signature }) => signature)
    .join(' ');
}

describe('mergeRows', () => {
  it('takes everything at first', () => expect(freshOf([], rows('a b'))).toBe('a b'));

  it('knows what was there before in a list that grows', () => {
    const before = rows('a b');
    expect(freshOf(before, [...before, ...rows('c', 2)])).toBe('c');
  });

  it('knows the rows of a list that was drawn anew', () => {
    expect(freshOf(rows('a b'), rows('a b c d'))).toBe('c d');
  });

  it('knows rows by where they stand when elements are used again', () => {
    const before = rows('a b c d');
    const used = before.map(({ element }) => element);
    expect(freshOf(before, rows('c d e f', 2, used))).toBe('e f');
  });

  it('keeps rows apart that say the same in different places', () => {
    const before = rows('x x x');
    const used = before.map(({ element }) => element);
    expect(freshOf([...before], rows('x x y', 2, [...used].reverse()))).toBe('x y');
  });

  it('finds the overlap when the places have moved', () => {
    expect(freshOf(rows('a b c d'), rows('c d e', 40))).toBe('e');
  });

  it('says when nothing ties the rows to what was seen', () => {
    expect(mergeRows(rows('a b'), rows('y z', 40))).toMatchObject({ hasGap: true });
    expect(mergeRows(rows('a b'), rows('b c', 40))).toMatchObject({ hasGap: false });
  });

  it('goes by the place that the page tells, whatever the rows say', () => {
    const numbered = (words: string, first: number) =>
      rows(words).map((row, at) => ({ ...row, index: first + at }));
    expect(freshOf(numbered('x x', 1), numbered('x x x', 2))).toBe('x x');
    expect(mergeRows(numbered('x x', 1), numbered('x x', 3)).hasGap).toBe(false);
    expect(mergeRows(numbered('x x', 1), numbered('x x', 7)).hasGap).toBe(true);
  });
});
