import { getAttribute, isConnected, queryWithin } from '../../observe/dom';
import { type ActContext, expectNotStopped } from '../actor/act-context';
import { focusedElementOf, renderedAncestorsOf } from '../actor/native-dom';
import { nextTask } from '../effect/next-task';
import { pressOf } from '../keys/parse-keys';
import { sendKey } from '../keys/send-key';
import { waitUntil } from '../effect/wait';
import { focusElement } from '../pointer/focus';
import { composeText, isComposed } from './compose-text';
import { isTextField, type TextField } from './editable';
import type { FieldTrace } from './follow-field';
import { insertText } from './insert-text';

/** How long a page may take to hand the focus on from a field that is full. */
const MOVE_ON_MS = 150;
/** Card numbers come in fours. */
const LONGEST_PART = 4;

/** What came of typing. */
export interface Typing {
  /** The fields that were typed into, in order. */
  visited: TextField[];
  /** The page has kept some of the keys for itself. */
  handled: boolean;
}

/**
 * Types a text key by key from the caret on, as a hand does: into the field, into the one that is drawn in its place, and
 * into those that the page hands the focus on to.
 */
export async function typeKeys(context: ActContext, trace: FieldTrace, text: string): Promise<Typing> {
  const visited: TextField[] = [];
  let handled = false;
  for (const unit of splitUnits(text)) {
    expectNotStopped(context.signal);
    const field = await findCurrent(context, trace, visited.at(-1));
    if (!field) break;
    if (visited.at(-1) !== field) visited.push(field);
    handled = !typeUnit(context, field, unit) || handled;
    await nextTask(context.window);
  }
  return { visited, handled };
}

/** Single characters as people see them, and runs that an input method writes at once. */
function splitUnits(text: string): string[] {
  const units: string[] = [];
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    const last = units.at(-1);
    if (last !== undefined && isComposed(segment) && isComposed(last))
      units[units.length - 1] = last + segment;
    else units.push(segment);
  }
  return units;
}

/** Line breaks and tabs are only written: as keys they would send a message, or leave the field. False when a handler kept it. */
function typeUnit(context: ActContext, field: TextField, unit: string): boolean {
  if (/^[\r\n\t]+$/.test(unit)) return insertText(context, field, unit.replace(/\r\n?/g, '\n'));
  if (isComposed(unit)) {
    composeText(context, field, unit);
    return true;
  }
  const press = pressOf(unit);
  const wanted = sendKey(context, field, 'keydown', press) && sendKey(context, field, 'keypress', press);
  const written = wanted && insertText(context, field, unit);
  sendKey(context, focusedElementOf(context.document) ?? field, 'keyup', press);
  return written;
}

async function findCurrent(
  context: ActContext,
  trace: FieldTrace,
  last: TextField | undefined,
): Promise<TextField | undefined> {
  if (last && isPart(last) && isFull(last)) await moveOn(context, last);
  const focused = focusedElementOf(context.document);
  if (last && focused === last) return last;
  if (last && focused && isTextField(focused) && isConnected(last)) return enterNext(focused);
  const home = trace.find();
  if (!home) return undefined;
  // Drawn anew, or the focus went to something that cannot be typed into: the text goes on where it was.
  if (focused !== home) focusElement(context, home);
  if (last) placeCaret(home);
  return home;
}

/** A field for a part of a code: a human hand goes on in the next one when it is full. */
function isPart(field: TextField): boolean {
  return lengthLimit(field) <= LONGEST_PART;
}

function isFull(field: TextField): boolean {
  return field.value.length >= lengthLimit(field);
}

function lengthLimit(field: TextField): number {
  const limit = Number.parseInt(getAttribute(field, 'maxlength') ?? '', 10);
  return Number.isNaN(limit) || limit < 1 ? Infinity : limit;
}

/** Most pages hand the focus on by themselves; of the others, the next part is found beside this one. */
async function moveOn(context: ActContext, field: TextField): Promise<void> {
  const moved = (): true | undefined => (focusedElementOf(context.document) === field ? undefined : true);
  if (await waitUntil(context.window, MOVE_ON_MS, context.signal, moved)) return;
  const next = findNextPart(field);
  if (next) focusElement(context, next);
}

function findNextPart(field: TextField): TextField | undefined {
  for (const around of renderedAncestorsOf(field)) {
    const parts = [...queryWithin(around, 'input')].filter((one) => isTextField(one) && isPart(one));
    if (parts.length > 1) return parts[parts.indexOf(field) + 1] as TextField | undefined;
  }
  return undefined;
}

function enterNext(field: TextField): TextField {
  if (isPart(field)) field.select();
  else placeCaret(field);
  return field;
}

export function placeCaret(field: TextField): void {
  // Types such as email have no caret to set; typing then goes where the browser keeps it.
  if (field.selectionStart !== null) field.setSelectionRange(field.value.length, field.value.length);
}
