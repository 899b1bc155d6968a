import { getTextContent, queryWithin } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { closestRendered, rendersWithin } from '../actor/native-dom';
import { clickElement } from '../click';
import { isShown } from '../ready/actionable';
import { waitUntil } from '../effect/wait';
import type { OpenList } from './open-list';

export const CONFIRM_TIMEOUT_MS = 2000;
const DIALOG = 'dialog,[role=dialog],[role=alertdialog]';

/** What a button says that takes over what was chosen above it, and does nothing else. */
const CONFIRMING = new Set(
  (
    'ok|okay|done|apply|select|choose|confirm|set|fertig|übernehmen|auswählen|anwenden|bestätigen|valider|terminé|' +
    'appliquer|choisir|aceptar|listo|aplicar|elegir|seleccionar|fatto|applica|scegli|aceitar|pronto|escolher|' +
    'готово|выбрать|применить|确定|确认|完成|好|应用|確定|選択|決定|完了|확인|완료|선택|적용'
  ).split('|'),
);

/** The button that a dialog of options has for taking the choice over; undefined when picking an option is all. */
export function findConfirming(context: ActContext, list: OpenList, option: Element): Element | undefined {
  const dialog = closestRendered(option, DIALOG);
  if (!dialog || rendersWithin(list.control, dialog)) return undefined;
  const found = [...queryWithin(dialog, 'button,[role=button]')].filter(
    (button) => isShown(button) && CONFIRMING.has(wordsOf(context, button)),
  );
  const [only] = found;
  if (!only || found.length > 1) return undefined;
  const facts = context.deps.targetOf?.(only);
  return facts?.submits || facts?.href !== undefined ? undefined : only;
}

function wordsOf(context: ActContext, button: Element): string {
  return (context.deps.describe(button).name || (getTextContent(button) ?? '')).trim().toLowerCase();
}

/** Presses it when there is one, and waits until the list is gone. Resolves to whether there was one. */
export async function confirmChoice(context: ActContext, list: OpenList): Promise<boolean> {
  const [first] = list.offered();
  const button = first && findConfirming(context, list, first.item);
  if (!button) return false;
  await clickElement(context, button);
  await waitUntil(context.window, CONFIRM_TIMEOUT_MS, context.signal, () => !list.isOpen() || undefined);
  return true;
}
