import type { ActContext } from '../actor/act-context';
import { isTextField, type TextField } from '../text/editable';
import type { Point } from './pointer-device';

/** Chrome has it since 128. */
const CARET_READER = Document.prototype.caretPositionFromPoint as
  Document['caretPositionFromPoint'] | undefined;

/** What browsers do at the second press of a double click, for a trusted one only: the word under the pointer is selected. */
export function selectWordAt({ document, window }: ActContext, { x, y }: Point): void {
  const caret = CARET_READER?.call(document, x, y);
  const node = caret?.offsetNode;
  if (!caret || !node) return;
  if (node instanceof Element && isTextField(node)) return selectWordIn(node, caret.offset);
  if (!(node instanceof Text) || !isDrawnAt(node, x, y) || !isSelectable(node)) return;
  const [start, end] = findWord(node.data, caret.offset);
  window.getSelection()?.setBaseAndExtent(node, start, node, end);
}

function selectWordIn(field: TextField, offset: number): void {
  // Types such as email keep their caret to themselves.
  if (field.selectionStart !== null) field.setSelectionRange(...findWord(field.value, offset));
}

/** The nearest text is found for every point of the page. */
function isDrawnAt(text: Text, x: number, y: number): boolean {
  const range = new Range();
  range.selectNodeContents(text);
  return Array.from(range.getClientRects()).some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}

function isSelectable({ parentElement }: Text): boolean {
  return parentElement !== null && getComputedStyle(parentElement).userSelect !== 'none';
}

/** Where the word around a place begins and ends. */
function findWord(text: string, offset: number): [start: number, end: number] {
  const before = /[\p{L}\p{N}_]*$/u.exec(text.slice(0, offset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}_]*/u.exec(text.slice(offset))?.[0].length ?? 0;
  return [offset - before, offset + after];
}
