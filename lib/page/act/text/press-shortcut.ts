import type { ActContext } from '../actor/act-context';
import { nextTask } from '../effect/next-task';
import type { KeyPress } from '../keys/parse-keys';
import { sendKey } from '../keys/send-key';
import type { Modifier } from '../pointer/pointer-device';

const KEYS = {
  a: { key: 'a', code: 'KeyA', keyCode: 65 },
  End: { key: 'End', code: 'End', keyCode: 35 },
  ArrowDown: { key: 'ArrowDown', code: 'ArrowDown', keyCode: 40 },
};

/** Asks the page to select all of its text. False when it leaves that to the browser. */
export function pressSelectAll(context: ActContext, target: Element): Promise<boolean> {
  return pressShortcut(context, target, KEYS.a);
}

/** Asks the page to put the caret to the end of its text. False when it leaves that to the browser. */
export function pressDocumentEnd(context: ActContext, target: Element): Promise<boolean> {
  return pressShortcut(context, target, isMac(context) ? KEYS.ArrowDown : KEYS.End);
}

async function pressShortcut(
  context: ActContext,
  target: Element,
  key: Omit<KeyPress, 'modifiers'>,
): Promise<boolean> {
  const modifiers: Modifier[] = [isMac(context) ? 'Meta' : 'Control'];
  const handled = !sendKey(context, target, 'keydown', { ...key, modifiers });
  sendKey(context, target, 'keyup', { ...key, modifiers });
  await nextTask(context.window);
  return handled;
}

/** Editors ask the same to know which key is the one of shortcuts. */
function isMac({ window }: ActContext): boolean {
  return /mac|iphone|ipad/i.test(window.navigator.platform);
}
