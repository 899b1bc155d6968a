import { getTextContent, matches, queryWithin } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { clickElement } from '../click';
import { isDrawn } from '../lists/watch-appearing';
import { isDisabled } from '../ready/actionable';
import { writeAtOnce } from '../text/write-at-once';
import { writeValueInput } from '../text/write-value-input';
import { isTextField } from '../text/editable';
import { findNumberColumns } from './find-calendars';
import type { CalendarView } from './page-calendar';
import { pad, type When } from './when';

const CONFIRMING =
  /^(ok|okay|done|apply|confirm|set|select|choose|accept|save|fertig|übernehmen|bestätigen|auswählen|appliquer|valider|aceptar|aplicar|applica|conferma|确定|確定|确认|完成|应用|決定|适用|готово|применить)$/i;

/** Presses the button that hands in what was chosen in a pop-up, where there is one. True when it was pressed. */
export async function confirmPopup(context: ActContext, roots: readonly Element[]): Promise<boolean> {
  const buttons = roots.flatMap((root) => [...queryWithin(root, 'button,[role=button],ion-button')]);
  const button = buttons.find(
    (one) => CONFIRMING.test((getTextContent(one) ?? '').trim()) && isDrawn(one) && !isDisabled(one),
  );
  if (!button) return false;
  await clickElement(context, button);
  return true;
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
