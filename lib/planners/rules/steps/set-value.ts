import { coverage } from '../compare-words';
import { readOnOff } from '../grammar';
import { hintOf } from '../ground';
import type { Instruction } from '../instruction';
import { isHexColour, readColour } from '../read-colour';
import { readClock, readIsoDate } from '../read-date';
import type { PageNode } from '../read-observation';
import { act, actInBatch, DONE, type Move, type StepContext } from '../step';
import { selectIn } from './select-in-list';

export const TEXT_ROLES: ReadonlySet<string> = new Set([
  'textbox',
  'searchbox',
  'spinbutton',
  'slider',
  'editable',
]);
export const LIST_ROLES: ReadonlySet<string> = new Set(['combobox', 'listbox']);
export const ONOFF_ROLES: ReadonlySet<string> = new Set(['checkbox', 'switch', 'menuitemcheckbox']);
const WHOLE = /^-?\d+$/;
const MOST_STEPS = 500;
/** press_keys takes a thousand characters. */
const PRESSES_EACH = 80;
/** A number with its unit or currency: "150 %", "€ 20". */
const NUMBER = /^\D{0,4}?(-?\d(?:[\d.,]*\d)?)\s*[^\d,;]{0,12}$/;

/** Puts a value into a field of any kind; done when it is there already. */
export function setValue(
  instruction: Instruction,
  context: StepContext,
  node: PageNode,
  value: string,
): Move {
  if (ONOFF_ROLES.has(node.role)) return setOnOff(node, readOnOff(value) ?? value !== '');
  if (LIST_ROLES.has(node.role) || node.role === 'button') return selectIn(instruction, context, node, value);
  if (node.role === 'clickable' && isSlider(node)) return slide(node, value);
  if (isSlider(node))
    return actInBatch('set_value', { ref: node.ref, value: formatFor(node, value, context.now) });
  const date = node.states.has('readonly') ? readIsoDate(value, context.now) : undefined;
  if (date !== undefined) return actInBatch('set_date', { ref: node.ref, date });
  const text = formatFor(node, value, context.now);
  if (node.value !== undefined && node.value === text) return DONE;
  return actInBatch('type_text', { ref: node.ref, text });
}

/**
 * A slider that is none but by its look listens to arrow keys as a rule; what it stands at is the number beside it. As
 * many presses as it is steps of one away.
 */
function slide(node: PageNode, value: string): Move {
  const siblings = node.parent?.children ?? [];
  const at = siblings.indexOf(node);
  const shown = [siblings[at + 1], siblings[at - 1]].find(
    (other) => other?.ref === undefined && WHOLE.test(other?.name.trim() ?? ''),
  );
  const steps = Number(NUMBER.exec(value)?.[1] ?? value) - Number(shown?.name);
  if (!Number.isInteger(steps) || Math.abs(steps) > MOST_STEPS)
    return act('set_value', { ref: node.ref, value: NUMBER.exec(value)?.[1] ?? value });
  if (steps === 0) return DONE;
  const key = steps > 0 ? 'ArrowRight' : 'ArrowLeft';
  const calls = Array.from({ length: Math.ceil(Math.abs(steps) / PRESSES_EACH) }, (_, index) => {
    const presses = Math.min(PRESSES_EACH, Math.abs(steps) - index * PRESSES_EACH);
    const keys = Array.from({ length: presses }, () => key).join(' ');
    return { name: 'press_keys', args: { ref: node.ref, keys }, purpose: 'main' as const };
  });
  return { kind: 'act', calls, batch: true };
}

/** By its role, or by what its author calls it. */
function isSlider(node: PageNode): boolean {
  return node.role === 'slider' || (node.role === 'clickable' && coverage('slider', hintOf(node)) === 1);
}

export function setOnOff(node: PageNode, checked: boolean): Move {
  const is = node.states.has('checked') || node.states.get('pressed') === '';
  if (is === checked && !node.states.has('mixed')) return DONE;
  if (node.role === 'button') return act('click', { ref: node.ref });
  return actInBatch('set_checked', { ref: node.ref, checked });
}

/** Dates are typed as YYYY-MM-DD and times as HH:MM, whatever the user wrote. */
function formatFor(node: PageNode, value: string, now: number): string {
  if (node.states.get('type') === 'date') return readIsoDate(value, now) ?? value;
  if (node.states.get('type') === 'time') return readClock(value) ?? value;
  if (node.states.get('type') === 'color' || isHexColour(node.value ?? '')) return formatColour(node, value);
  if (node.role === 'spinbutton' || isSlider(node)) return NUMBER.exec(value)?.[1] ?? value;
  return value;
}

/** As the field writes colours itself: with # or without. */
function formatColour(node: PageNode, value: string): string {
  const colour = readColour(value);
  if (colour === undefined) return value;
  return node.states.get('type') === 'color' || node.value?.startsWith('#') === true ? `#${colour}` : colour;
}
