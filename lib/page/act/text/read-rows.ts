import {
  getFirstChild,
  getNextSibling,
  getNodeType,
  getRect,
  matches,
  queryWithin,
  TEXT_NODE,
} from '../../observe/dom';

interface Piece {
  top: number;
  left: number;
  text: string;
}

/**
 * The text that an editor draws in a box, by where it stands: its lines may be in any order in the document. Text counts
 * where the pointer is a text cursor; line numbers are beside that.
 */
export function readRows(surface: Element): string {
  const rows = new Map<number, Piece[]>();
  for (const piece of listPieces(surface)) rows.set(piece.top, [...(rows.get(piece.top) ?? []), piece]);
  return [...rows.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, pieces]) => joinRow(pieces))
    .join('\n')
    .replace(/[\u200b\ufeff]/g, '')
    .replaceAll('\u00a0', ' ')
    .trim();
}

function joinRow(pieces: Piece[]): string {
  return pieces
    .sort((a, b) => a.left - b.left)
    .map(({ text }) => text)
    .join('');
}

function listPieces(surface: Element): Piece[] {
  const box = getRect(surface);
  return [...queryWithin(surface, '*')].flatMap((element) => {
    const text = readOwnText(element);
    if (text.trim() === '' || !isWrittenIn(element)) return [];
    const { top, left, bottom } = getRect(element);
    return bottom > box.top && top < box.bottom ? [{ top: Math.round(top), left, text }] : [];
  });
}

function isWrittenIn(element: Element): boolean {
  if (matches(element, 'textarea,style,script') || getComputedStyle(element).cursor !== 'text') return false;
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

function readOwnText(element: Element): string {
  let text = '';
  for (let node = getFirstChild(element); node; node = getNextSibling(node))
    if (getNodeType(node) === TEXT_NODE) text += (node as Text).data;
  return text;
}
