import type { ActContext } from '../actor/act-context';
import type { KeyPress } from '../keys/parse-keys';
import { sendKey } from '../keys/send-key';
import { insertText } from './insert-text';

/** Scripts that people write through an input method. */
const COMPOSED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]+$/u;

/** What the keyboard sends while an input method has it: https://w3c.github.io/uievents/#determine-keydown-keyup-keyCode */
const PROCESS: KeyPress = { key: 'Process', code: '', keyCode: 229, modifiers: [] };

export function isComposed(text: string): boolean {
  return COMPOSED.test(text);
}

/** Writes text as an input method does: one composition from its start to its end. */
export function composeText(context: ActContext, target: Element, text: string): void {
  sendKey(context, target, 'keydown', PROCESS);
  send(context, target, 'compositionstart', '');
  send(context, target, 'compositionupdate', text);
  insertText(context, target, text);
  send(context, target, 'compositionend', text);
  sendKey(context, target, 'keyup', PROCESS);
}

function send({ window }: ActContext, target: Element, type: string, data: string): void {
  const init = { data, bubbles: true, cancelable: type === 'compositionstart', composed: true, view: window };
  target.dispatchEvent(new window.CompositionEvent(type, init));
}
