import { getTextContent, matches, queryWithin } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { clickElement } from '../click';
import { findConfirmingButton } from '../lists/confirming-button';
import { isDrawn } from '../lists/watch-appearing';
import { writeAtOnce } from '../text/write-at-once';
import { writeValueInput } from '../text/write-value-input';
import { isTextField } from '../text/editable';
import { findNumberColumns } from './find-calendars';
import type { CalendarView } from './page-calendar';
import { pad, type When } from './when';

/** In a calendar these take the day over; in a dialog of anything else they may save more than that. */
const TAKING = ['save', 'accept', 'speichern', 'guardar', '保存'];

/** Presses the button that hands in what was chosen in a pop-up, where there is one. */
export async function confirmPopup(context: ActContext, roots: readonly Element[]): Promise<void> {
  const button = findConfirmingButton(context, roots, TAKING);
  if (button) await clickElement(context, button);
}

/** Sets the clock of a pop-up: number fields, or columns of numbers, hours first. */
export async function setClock(
  context: ActContext,
  { roots, names }: CalendarView,
  when: When,
): Promise<void> {
  const half = findHalf(roots());
  const hour = when.hour ?? 0;
  const minute = when.minute ?? 0;
  const shownHour = half ? hour % 12 || 12 : hour;
  const [hours, minutes] = listFields(roots());
  if (hours && minutes) {
    write(context, hours, String(shownHour));
    write(context, minutes, pad(minute));
    if (half && isPm(half) !== hour >= 12) await clickElement(context, half);
    return;
  }
  const columns = findNumberColumns(roots(), names);
  for (const [index, wanted] of [shownHour, minute].entries()) {
    const cell = columns[index]?.find(({ number }) => number === wanted);
    if (cell) await clickElement(context, cell.element);
  }
}

function listFields(roots: readonly Element[]): HTMLInputElement[] {
  return roots
    .flatMap((root) => [...queryWithin(root, 'input[type=number],input[type=text],input:not([type])')])
    .filter(
      (input): input is HTMLInputElement =>
        isDrawn(input) && /^\d{1,2}$/.test((input as HTMLInputElement).value),
    );
}

function write(context: ActContext, input: HTMLInputElement, text: string): void {
  if (isTextField(input)) writeAtOnce(context, input, text, false);
  else writeValueInput(context, input, text, false);
  HTMLElement.prototype.blur.call(input);
}

/** The part that says and turns AM and PM. */
function findHalf(roots: readonly Element[]): Element | undefined {
  const leaves = roots.flatMap((root) => [...queryWithin(root, '*')]);
  return leaves.find(
    (leaf) =>
      leaf.childElementCount === 0 &&
      isDrawn(leaf) &&
      /^[ap]\.?m\.?$/i.test((getTextContent(leaf) ?? '').trim()) &&
      !matches(leaf, 'option'),
  );
}

function isPm(half: Element): boolean {
  return /^p/i.test((getTextContent(half) ?? '').trim());
}
