import {
  findById,
  getAttribute,
  getRootNode,
  getTextContent,
  isConnected,
  matches,
  queryWithin,
} from '../../observe/dom';
import { getFlatChildren } from '../../observe/flat-tree';
import { ActError, actError, type ActContext } from '../actor/act-context';
import { quoteShort } from '../actor/name-element';
import { focusedElementOf } from '../actor/native-dom';
import { clickElement } from '../click';
import { waitUntil } from '../effect/wait';
import { sendNamedKey } from '../keys/send-named-key';
import { focusElement } from '../pointer/focus';
import { isStillOpen } from './close-list';
import { findConfirming } from './confirm-choice';
import { foldLabel, type Choice } from './match-option';
import { openList, type OpenList } from './open-list';
import { isOneOfSeveral, readChosen } from './option-elements';
import { differs, saysChoice, type ShownChoice } from './shown-choice';

/** How long the application may take to show what was chosen. */
const TAKE_TIMEOUT_MS = 2000;
const MAX_ARROWS = 60;

/**
 * Picks an option of an open list and reads back that it was taken: by the pointer, else by the keys that move through the
 * list. Undefined when neither was taken; else the list as it is then.
 */
export async function pickOption(
  context: ActContext,
  list: OpenList,
  choice: Choice<Element>,
  wanted: string,
): Promise<OpenList | undefined> {
  expectMereOption(context, choice);
  const before = list.shown();
  const wasChosen = readChosen(choice.item);
  const isTaken = (): boolean =>
    isPicked(list, choice, before, wasChosen) ||
    (readChosen(choice.item) === true && findConfirming(context, list, choice.item) !== undefined) ||
    isAdded(wanted, before, list.shown());
  const awaitTaken = (): Promise<true | undefined> =>
    waitUntil(context.window, TAKE_TIMEOUT_MS, context.signal, () => isTaken() || undefined);
  const focused = focusedElementOf(context.document);
  await pressOption(context, list, choice);
  if (await awaitTaken()) return list;
  if (isStillOpen(list) && isConnected(choice.item)) {
    // The press may have taken the focus away from where the keys are heard.
    if (focused && isConnected(focused)) focusElement(context, focused);
    if ((await pickByKeys(context, choice)) && (await awaitTaken())) return list;
  }
  return lookAgain(context, list, choice, before);
}

/** A list that is drawn anew between finding and pressing has the option once more. */
async function pressOption(
  context: ActContext,
  list: OpenList,
  { item, label }: Choice<Element>,
): Promise<void> {
  try {
    await clickElement(context, pressedPartOf(item));
  } catch (error) {
    const twin = list.offered().find((choice) => choice.label === label && choice.item !== item);
    const isGone = error instanceof ActError && /^(stale-ref|not-visible)$/.test(error.failure.code);
    if (!twin || !isGone) throw error;
    expectMereOption(context, twin);
    await clickElement(context, pressedPartOf(twin.item));
  }
}

/** Of an item of a tree its words: beside them it is opened and closed, or nothing happens. */
function pressedPartOf(item: Element): Element {
  if (!matches(item, '[role=treeitem]')) return item;
  const isWord = (node: Node): boolean =>
    node.nodeType === Node.TEXT_NODE && (getTextContent(node) ?? '').trim() !== '';
  return [...queryWithin(item, '*')].find((part) => getFlatChildren(part).some(isWord)) ?? item;
}

/** A link or submit button dressed as an option would do what nobody judged. */
function expectMereOption(context: ActContext, { item, label }: Choice<Element>): void {
  const facts = context.deps.targetOf?.(item);
  if (!facts?.submits && (facts?.href === undefined || leadsNowhere(context, facts.href))) return;
  throw actError(
    'option-acts',
    `${quoteShort(label)} is a link or a button. Observe and click it by its own ref.`,
    { option: label },
  );
}

/** `#` and empty scripts are how pages without buttons make something that can be pressed. */
function leadsNowhere(context: ActContext, href: string): boolean {
  const here = context.window.location.href.split('#', 1)[0];
  return href === `${here}#` || /^javascript:(void\(0\)|void 0)?;?$/i.test(href);
}

function isPicked(
  list: OpenList,
  { item, label, value }: Choice<Element>,
  before: ShownChoice,
  wasChosen: boolean | undefined,
): boolean {
  const chosen = isConnected(item) ? readChosen(item) : undefined;
  if (list.wasOpen || isOneOfSeveral(item)) {
    // What is chosen is said by the option itself as long as it is on show; elsewhere that may be the highlight.
    if (chosen !== undefined) return chosen && !wasChosen;
  }
  const now = list.shown();
  if (saysChoice(now, label)) return !saysChoice(before, label) || !isStillOpen(list);
  if (value !== undefined && value !== '' && now.hidden.includes(value) && !before.hidden.includes(value))
    return true;
  return differs(before, now) && isPartOf(newPieces(before, now), label) && !isStillOpen(list);
}

/** "Konrad" after "Add Konrad…" was picked. */
function isAdded(wanted: string, before: ShownChoice, now: ShownChoice): boolean {
  const holds = ({ pieces }: ShownChoice): boolean =>
    pieces.some((piece) => foldLabel(piece) === foldLabel(wanted));
  return holds(now) && !holds(before);
}

/** "+1" for "United States +1": the control shows a part of the option. */
function isPartOf(pieces: string[], label: string): boolean {
  const whole = foldLabel(label);
  return pieces.length > 0 && pieces.every((piece) => whole.includes(foldLabel(piece)));
}

function newPieces(before: ShownChoice, now: ShownChoice): string[] {
  const old = new Set([...before.pieces, before.field ?? '']);
  return [...now.pieces, now.field ?? ''].filter((piece) => piece !== '' && !old.has(piece));
}

/** Moves through the list with the arrow keys until the option is the active one, and takes it with Enter. */
async function pickByKeys(context: ActContext, { item }: Choice<Element>): Promise<boolean> {
  for (let pressed = 0; pressed < MAX_ARROWS; pressed++) {
    if (isActive(context, item)) return sendNamedKey(context, 'Enter');
    if (!sendNamedKey(context, 'ArrowDown')) return false;
    await waitUntil(context.window, 0, context.signal, () => isActive(context, item) || undefined);
    await Promise.resolve();
  }
  return false;
}

/** The focus, or what the focused element says is active in its stead. */
function isActive(context: ActContext, item: Element): boolean {
  const focused = focusedElementOf(context.document);
  if (!focused || focused === item) return focused === item;
  const id = getAttribute(focused, 'aria-activedescendant');
  const active = id ? findById(getRootNode(focused), id) : null;
  return active !== null && (active === item || item.contains(active) || active.contains(item));
}

/** A control that shows nothing of its choice: opened once more, the option says whether it is chosen. */
async function lookAgain(
  context: ActContext,
  list: OpenList,
  { label }: Choice<Element>,
  before: ShownChoice,
): Promise<OpenList | undefined> {
  if (!isConnected(list.control) || list.wasOpen || isStillOpen(list)) return undefined;
  if (matches(list.control, 'input') && !differs(before, list.shown())) return undefined;
  list.stop();
  const again = await openList(context, list.control);
  const option = again.offered().find((choice) => choice.label === label);
  return option && readChosen(option.item) === true ? again : undefined;
}
