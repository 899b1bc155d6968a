import type { ActContext } from '../actor/act-context';
import type { TextField } from '../text/editable';
import type { KeyPress } from './parse-keys';

/** Where a key of movement puts the caret of a field; with Shift the selection reaches there, with Control by words. */
export function moveCaret(field: TextField, press: KeyPress): void {
  const { selectionStart, selectionEnd, selectionDirection, value } = field;
  // Types such as email keep their caret to themselves.
  if (selectionStart === null || selectionEnd === null) return;
  const isBackward = selectionDirection === 'backward';
  const [anchor, focus] = isBackward ? [selectionEnd, selectionStart] : [selectionStart, selectionEnd];
  if (press.modifiers.includes('Shift')) {
    const place = findPlace(value, focus, press);
    const direction = place < anchor ? 'backward' : 'forward';
    field.setSelectionRange(Math.min(anchor, place), Math.max(anchor, place), direction);
    return;
  }
  const edge = /Left|Up|Home/.test(press.key) ? selectionStart : selectionEnd;
  // A selection is left at its edge before anything else.
  const leaves = selectionStart !== selectionEnd && /^Arrow(Left|Right)$/.test(press.key);
  const place = leaves ? edge : findPlace(value, edge, press);
  field.setSelectionRange(place, place);
}

function findPlace(value: string, from: number, { key, modifiers }: KeyPress): number {
  const byWord = modifiers.some((modifier) => modifier !== 'Shift');
  if (key === 'ArrowLeft') return byWord ? wordStartBefore(value, from) : Math.max(0, from - 1);
  if (key === 'ArrowRight') return byWord ? wordEndAfter(value, from) : Math.min(value.length, from + 1);
  if (byWord) return key === 'Home' || key === 'ArrowUp' ? 0 : value.length;
  const lineStart = value.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = findLineEnd(value, from);
  if (key === 'Home') return lineStart;
  if (key === 'End') return lineEnd;
  if (key === 'ArrowUp') return lineStart === 0 ? 0 : sameColumn(value, from - lineStart, lineStart - 1);
  if (key === 'ArrowDown' && lineEnd < value.length)
    return sameColumn(value, from - lineStart, findLineEnd(value, lineEnd + 1));
  return key === 'PageUp' ? 0 : value.length;
}

function findLineEnd(value: string, from: number): number {
  const end = value.indexOf('\n', from);
  return end === -1 ? value.length : end;
}

function sameColumn(value: string, column: number, lineEnd: number): number {
  return Math.min(value.lastIndexOf('\n', lineEnd - 1) + 1 + column, lineEnd);
}

/** Where the word begins that stands before a place. */
export function wordStartBefore(value: string, from: number): number {
  return /[\p{L}\p{N}_]*[^\p{L}\p{N}_]*$/u.exec(value.slice(0, from))?.index ?? 0;
}

/** Where the word ends that stands behind a place. */
export function wordEndAfter(value: string, from: number): number {
  return from + (/^[^\p{L}\p{N}_]*[\p{L}\p{N}_]*/u.exec(value.slice(from))?.[0].length ?? 0);
}

/** The same in a contenteditable, where the browser knows the lines. */
export function moveSelection(context: ActContext, { key, modifiers }: KeyPress): void {
  const byWord = modifiers.some((modifier) => modifier !== 'Shift');
  const moves: Record<string, [direction: string, unit: string]> = {
    ArrowLeft: ['left', byWord ? 'word' : 'character'],
    ArrowRight: ['right', byWord ? 'word' : 'character'],
    ArrowUp: ['backward', byWord ? 'paragraph' : 'line'],
    ArrowDown: ['forward', byWord ? 'paragraph' : 'line'],
    Home: ['backward', byWord ? 'documentboundary' : 'lineboundary'],
    End: ['forward', byWord ? 'documentboundary' : 'lineboundary'],
  };
  const move = moves[key];
  const alter = modifiers.includes('Shift') ? 'extend' : 'move';
  if (move) context.window.getSelection()?.modify(alter, ...move);
}
