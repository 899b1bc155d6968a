import { type KeyPress, pressOf } from '../keys/parse-keys';

/**
 * The key that handlers counting on keys alone get to hear: the last character of the text, or Delete for none.
 * Never Enter or Tab: in a chat that would send, in an editor break a line, though the text only ends so.
 */
export function lastPressOf(text: string): KeyPress {
  const last = Array.from(text.replace(/[\r\n\t]/g, '')).at(-1);
  return last === undefined ? { key: 'Delete', code: 'Delete', keyCode: 46, modifiers: [] } : pressOf(last);
}
