import type { Thing } from '../thing';

const LONGEST_CONDENSED = 240;
const MOST_PIECES = 10;
const SEPARATOR = ' | ';

/** Structure that keeps an item's words apart from it. */
const STRUCTURED = new Set(
  'list listitem item table grid treegrid row article form region group radiogroup dialog navigation figure tree menu tablist feed'.split(
    ' ',
  ),
);

/**
 * Moves the plain words of an item onto its own line, joined by ` | `, and leaves its controls beneath. Items
 * with inner structure or long words stay as they are.
 */
export function condenseItem(item: Thing): void {
  const texts = item.children.filter((child) => child.role === 'text');
  if (texts.length === 0 || texts.length > MOST_PIECES) return;
  if (item.children.some((child) => STRUCTURED.has(child.role))) return;
  if (item.children.filter((child) => child.role === 'heading').length > 1) return;
  const pieces = texts.map((text) => text.name);
  const name = [item.name, ...pieces.filter((piece) => !item.name.includes(piece))]
    .filter((piece) => piece !== '')
    .join(SEPARATOR);
  if (name.length > LONGEST_CONDENSED) return;
  item.name = name;
  item.children = item.children.filter((child) => child.role !== 'text');
}

/** Takes over all words inside a thing that holds nothing to act on, unless it has a name or there are too many. */
export function absorbWords(thing: Thing): void {
  const pieces = collectPieces(thing.children, []);
  if (pieces === undefined) return;
  const name = thing.name !== '' ? thing.name : pieces.join(SEPARATOR);
  if (name.length > LONGEST_CONDENSED) return;
  if (thing.name !== '' && pieces.some((piece) => !thing.name.includes(piece))) return;
  thing.name = name;
  thing.children = [];
}

function collectPieces(things: Thing[], pieces: string[]): string[] | undefined {
  for (const thing of things) {
    if (thing.acts || thing.frame) return undefined;
    if (thing.name !== '' && pieces[pieces.length - 1] !== thing.name) pieces.push(thing.name);
    if (!collectPieces(thing.children, pieces)) return undefined;
  }
  return pieces;
}
