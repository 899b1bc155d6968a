import type { ActContext } from '../actor/act-context';
import type { KeyPress } from './parse-keys';

/** Sends one keyboard event; false when a handler has prevented its default. */
export function sendKey(
  context: ActContext,
  target: Element,
  type: 'keydown' | 'keypress' | 'keyup',
  press: KeyPress,
): boolean {
  // keypress carries the character in keyCode; only keys that type something have one.
  const keyCode =
    type === 'keypress' ? (press.key === 'Enter' ? 13 : (press.key.codePointAt(0) ?? 0)) : press.keyCode;
  const event = new context.window.KeyboardEvent(type, {
    key: press.key,
    code: press.code,
    keyCode,
    charCode: type === 'keypress' ? keyCode : 0,
    which: keyCode,
    altKey: press.modifiers.includes('Alt'),
    ctrlKey: press.modifiers.includes('Control'),
    metaKey: press.modifiers.includes('Meta'),
    shiftKey: press.modifiers.includes('Shift'),
    bubbles: true,
    cancelable: true,
    composed: true,
    view: context.window,
  });
  return target.dispatchEvent(event);
}

/** Whether the key types a character (Enter counts) and no shortcut modifier is held. */
export function typesCharacter(press: KeyPress): boolean {
  const shortcut = press.modifiers.some((modifier) => modifier !== 'Shift');
  return !shortcut && (press.key === 'Enter' || Array.from(press.key).length === 1);
}
