import { getAttribute } from '../../observe/dom';
import { actError, type ActContext, type ActError } from '../actor/act-context';
import { nameElement, quoteShort } from '../actor/name-element';
import { writeValueNatively } from '../actor/native-dom';
import { nextTask } from '../effect/next-task';
import { focusElement } from '../pointer/focus';
import { announceChange } from '../text/announce-change';
import { leaveField } from '../text/leave-field';
import { parseNumber } from './parse-number';

/** Sets a range or number input; returns what it holds then. Failure codes: `bad-value`, `not-set`. */
export async function setNativeNumber(
  context: ActContext,
  input: HTMLInputElement,
  wanted: string,
): Promise<string> {
  const number = parseNumber(wanted);
  if (number === undefined) throw numberError(context, input, wanted);
  expectInLimits(context, input, number);
  focusElement(context, input);
  const text = String(number);
  const before = input.value;
  if (before === text) return text;
  writeValueNatively(context.window, input, text);
  announceChange(context, input);
  leaveField(context, input);
  await nextTask(context.window);
  if (input.value === before) throw refusedError(context, input, text);
  return input.value;
}

/** A range corrects what does not fit by itself; where that is nothing but rounding it may, and is reported. */
function expectInLimits(context: ActContext, input: HTMLInputElement, number: number): void {
  const twin = context.document.createElement('input');
  twin.type = 'number';
  const isRange = input.type === 'range';
  twin.min = getAttribute(input, 'min') ?? (isRange ? '0' : '');
  twin.max = getAttribute(input, 'max') ?? (isRange ? '100' : '');
  twin.step = getAttribute(input, 'step') ?? '';
  twin.setAttribute('value', getAttribute(input, 'value') ?? '');
  twin.value = String(number);
  const { rangeUnderflow, rangeOverflow, stepMismatch } = twin.validity;
  if (rangeUnderflow || rangeOverflow || (stepMismatch && !isRange))
    throw limitsError(context, input, twin, number);
}

function limitsError(
  context: ActContext,
  input: HTMLInputElement,
  { min, max, step }: HTMLInputElement,
  number: number,
): ActError {
  const name = nameElement(context, input);
  const limits = [min && `from ${min}`, max && `up to ${max}`, `in steps of ${step || '1'}`].filter(Boolean);
  return actError(
    'bad-value',
    `${name} goes ${limits.join(' ')}: ${number} is none of its values. Choose one that is.`,
    { target: name, value: String(number) },
  );
}

function refusedError(context: ActContext, input: HTMLInputElement, text: string): ActError {
  const name = nameElement(context, input);
  return actError(
    'not-set',
    `${name} did not take ${text}; it still holds ${quoteShort(input.value) || 'nothing'}. Try drag or press_keys, or ask the user.`,
    { target: name, value: text },
  );
}

function numberError(context: ActContext, input: HTMLInputElement, wanted: string): ActError {
  const name = nameElement(context, input);
  return actError(
    'bad-value',
    `${name} takes a number such as 12.5, not ${quoteShort(wanted) || 'nothing'}.`,
    {
      target: name,
    },
  );
}
