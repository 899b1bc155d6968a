import { getAttributeNames, hasAttributes } from '../dom';

/** Which kinds of attributes an element has, as bits: one look at their names instead of a look for each. */
export type Hints = number;

/** Has some attribute; style sheets can tell such elements apart. */
export const ATTRIBUTED = 1;
/** `role`. */
export const ROLE = 2;
/** Anything that may name, describe or say the state of an element: `aria-*`, `title`. */
export const SAYS = 4;
export const TABINDEX = 8;
/** An inline handler of a click or key, or `draggable`. */
export const HANDLER = 16;
export const EDITABLE = 32;
export const INERT = 64;
export const OWNS = 128;
/** Some attribute besides `class` by which a style sheet may well tell it from its like: `id`, `style`, `data-*`, a state … */
export const MARKED = 256;

const BIT_BY_NAME = new Map<string, Hints>([
  ['role', ROLE],
  ['title', SAYS],
  ['tabindex', TABINDEX],
  ['contenteditable', EDITABLE | MARKED],
  ['inert', INERT],
  ['aria-owns', OWNS | SAYS],
  ['draggable', HANDLER],
  ...'onclick onmousedown onmouseup onpointerdown onpointerup ontouchstart ondblclick onkeydown'
    .split(' ')
    .map((name): [string, Hints] => [name, HANDLER]),
  // Say nothing of what an element looks like.
  ...'class href src srcset alt target rel for name value action method width height colspan rowspan lang'
    .split(' ')
    .map((name): [string, Hints] => [name, 0]),
]);

export function readHints(element: Element): Hints {
  if (!hasAttributes(element)) return 0;
  let hints = ATTRIBUTED;
  for (const name of getAttributeNames(element)) hints |= BIT_BY_NAME.get(name) ?? hintOfUnknown(name);
  return hints;
}

function hintOfUnknown(name: string): Hints {
  return name.charCodeAt(0) === LETTER_A && name.startsWith('aria-') ? SAYS | MARKED : MARKED;
}

const LETTER_A = 97;
