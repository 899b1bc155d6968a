import { getAttribute, getLocalName } from '../dom';
import type { Thing } from '../thing';

/** Running text, however many links are in it. */
const PARAGRAPHS = new Set('p dd dt blockquote pre'.split(' '));

/** Alike siblings have the same kind: tag and first class. Undefined for what is no wrapper. */
export function kindOfWrapper(thing: Thing): string | undefined {
  if (thing.role !== '' || !thing.element || PARAGRAPHS.has(getLocalName(thing.element))) return undefined;
  const classes = getAttribute(thing.element, 'class')?.trim() ?? '';
  return `${getLocalName(thing.element)}.${/^\S*/.exec(classes)?.[0] ?? ''}`;
}

/**
 * Whether alike wrapper siblings are items of a listing: three of a kind, or two whose insides are made the same way,
 * each with words and something to act on, or with several words (a tile with a figure).
 */
export function isItemRun(run: Thing[]): boolean {
  const [first, second] = run;
  if (!first || !second || !run.every(isItemLike)) return false;
  return run.length > 2 || shapeOf(first) === shapeOf(second);
}

const INSIDE = new Set('banner main contentinfo navigation search dialog alertdialog form'.split(' '));

function isItemLike(wrapper: Thing): boolean {
  let texts = 0;
  let controls = 0;
  for (const child of wrapper.children) {
    if (INSIDE.has(child.role)) return false;
    if (child.acts) controls++;
    else if (child.role === 'text' || child.role === 'heading') texts++;
    else if (child.children.length > 0) texts++;
  }
  return texts > 1 || (texts > 0 && controls > 0) || controls > 1;
}

function shapeOf(wrapper: Thing): string {
  return wrapper.children.map((child) => child.role).join(' ');
}
