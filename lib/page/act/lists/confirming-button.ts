import { getTextContent, queryWithin } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { isDisabled } from '../ready/actionable';
import { isDrawn } from './watch-appearing';

/** What a button says that takes over what was chosen above it, and does nothing else. */
const CONFIRMING = new Set(
  (
    'ok|okay|done|apply|select|choose|confirm|set|' +
    'fertig|übernehmen|auswählen|anwenden|bestätigen|valider|terminé|appliquer|choisir|' +
    'aceptar|listo|aplicar|elegir|seleccionar|fatto|applica|scegli|conferma|aceitar|pronto|escolher|' +
    'готово|выбрать|применить|确定|确认|完成|好|应用|確定|選択|決定|完了|확인|완료|선택|적용'
  ).split('|'),
);

/**
 * The button of a pop-up that takes over what was chosen in it, and no more than that: one that submits a form or leads
 * elsewhere is none. Undefined when there is none, or more than one. `further`: words that confirm in this kind of pop-up only.
 */
export function findConfirmingButton(
  context: ActContext,
  roots: readonly Element[],
  further: readonly string[] = [],
): Element | undefined {
  const confirms = (words: string): boolean => CONFIRMING.has(words) || further.includes(words);
  const buttons = new Set(roots.flatMap((root) => [...queryWithin(root, 'button,[role=button],ion-button')]));
  const found = [...buttons].filter(
    (button) => isDrawn(button) && !isDisabled(button) && confirms(wordsOf(context, button)),
  );
  const [only] = found;
  if (!only || found.length > 1) return undefined;
  const facts = context.deps.targetOf?.(only);
  return facts?.submits || facts?.href !== undefined ? undefined : only;
}

function wordsOf(context: ActContext, button: Element): string {
  return (context.deps.describe(button).name || (getTextContent(button) ?? '')).trim().toLowerCase();
}
