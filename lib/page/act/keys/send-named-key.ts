import { getBody } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { focusedElementOf } from '../actor/native-dom';
import { parseKeys } from './parse-keys';
import { sendKey, typesCharacter } from './send-key';

/**
 * Sends the events of a key (`ArrowDown`, `Alt+ArrowDown`) to what has the focus, and does nothing of what the browser would
 * do by itself: a key that a widget does not take must not submit its form or scroll the page. True when a widget took it.
 */
export function sendNamedKey(context: ActContext, keys: string, target = whereKeysGo(context)): boolean {
  let taken = false;
  for (const press of parseKeys(keys) ?? []) {
    if (!target) return false;
    const unhandled = sendKey(context, target, 'keydown', press);
    if (unhandled && typesCharacter(press)) sendKey(context, target, 'keypress', press);
    sendKey(context, target, 'keyup', press);
    taken ||= !unhandled;
  }
  return taken;
}

function whereKeysGo(context: ActContext): Element | undefined {
  return focusedElementOf(context.document) ?? getBody(context.document) ?? undefined;
}
