import { getBody, getDocumentElement, isConnected } from '../observe/dom';
import type { PageAction } from '../types';
import { actError, type ActContext, expectNotStopped, type PageActionRunner } from './actor/act-context';
import { expectActionable, isShown } from './ready/actionable';
import { nextTask } from './effect/next-task';
import { focusElement } from './pointer/focus';
import { findSurface } from './text/drawn-surface';
import { behaveByDefault } from './keys/default-behavior';
import { parseKeys, type KeyPress } from './keys/parse-keys';
import { sendKey, typesCharacter } from './keys/send-key';
import { activatesOnSpace } from './keys/space';
import { nameElement, quoteShort } from './actor/name-element';
import { focusedElementOf } from './actor/native-dom';
import { expectText } from './actor/read-arguments';
import { findEditable } from './text/editable';
import { watchSelection } from './text/watch-selection';

export const pressKeys: PageActionRunner = {
  name: 'press_keys',
  element: 'optional',
  reads: false,
  async run(context, action, element) {
    const presses = expectKeys(action);
    if (element) await focusForKeys(context, element);
    const start = targetOfKeys(context);
    const name = nameElement(context, start);
    const selected = watchSelection(context);
    for (const press of presses) {
      expectNotStopped(context.signal);
      pressKey(context, press);
      // Handlers that re-render on a key do so before the next one arrives, as between the strokes of a hand.
      await nextTask(context.window);
    }
    const { said, ...held } = selected();
    const did = `pressed ${quoteShort(expectText(action, 'keys'))} on ${name}`;
    return { message: did + said, target: start, ...held };
  },
};

function expectKeys(action: PageAction): KeyPress[] {
  const keys = expectText(action, 'keys');
  const presses = parseKeys(keys);
  if (presses?.length) return presses;
  throw actError(
    'unknown-key',
    `${quoteShort(keys) || 'Nothing'} is no key. Use names such as Enter, Escape, Tab, ArrowDown, F2, Control+A, separated by spaces.`,
    { keys },
  );
}

async function focusForKeys(context: ActContext, element: Element): Promise<void> {
  const target = findEditable(element) ?? element;
  // Keys reach what has the focus, seen or not: pages that draw their own text listen on a field of no size.
  if (focusedElementOf(context.document) === target && !isShown(target))
    return context.expectApproved(element);
  await expectActionable(context, findSurface(target) ?? element);
  context.expectApproved(element);
  focusElement(context, target);
}

function targetOfKeys(context: ActContext): Element {
  const focused =
    focusedElementOf(context.document) ?? getBody(context.document) ?? getDocumentElement(context.document);
  if (!focused) throw actError('stale-ref', 'The page is empty. Observe again.');
  return focused;
}

/** One key, down and up, on whatever has the focus at that moment. */
function pressKey(context: ActContext, press: KeyPress): void {
  const target = targetOfKeys(context);
  const wanted = sendKey(context, target, 'keydown', press);
  const typed = wanted && typesCharacter(press) ? sendKey(context, target, 'keypress', press) : wanted;
  if (typed && isConnected(target)) behaveByDefault(context, target, press);
  const end = targetOfKeys(context);
  const released = sendKey(context, end, 'keyup', press);
  const activates =
    press.key === ' ' && press.modifiers.length === 0 && end === target && activatesOnSpace(target);
  if (typed && released && activates) HTMLElement.prototype.click.call(target);
}
