import { getAttribute, matches } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { isShown } from '../ready/actionable';
import { FOCUSABLE, focusElement } from '../pointer/focus';
import { closestRendered, findAllDeep } from '../actor/native-dom';

/** What Tab does by itself: the focus moves on (or back) in tab order and stays within a modal dialog. */
export function tab(context: ActContext, target: Element, back: boolean): void {
  const order = listTabOrder(context, target);
  const at = order.indexOf(target);
  const start = at === -1 && back ? order.length : at;
  const rotated = [...order.slice(start + 1), ...order.slice(0, Math.max(0, start))];
  // Whether one is shown costs a look at its layout: asked of as few as possible.
  const next = (back ? rotated.reverse() : rotated).find(isShown);
  if (!next) return;
  focusElement(context, next);
  if (matches(next, 'input')) selectContent(next as HTMLInputElement);
}

/** https://html.spec.whatwg.org/multipage/interaction.html#the-tabindex-attribute: positive ones first, then document order. */
function listTabOrder(context: ActContext, target: Element): Element[] {
  const modal = closestRendered(target, 'dialog:modal');
  const stops = findAllDeep(context.document, FOCUSABLE).filter(
    (element) =>
      tabIndexOf(element) >= 0 &&
      !isUncheckedTwin(element) &&
      (!modal || closestRendered(element, 'dialog:modal') === modal),
  );
  const positive = stops.filter((element) => tabIndexOf(element) > 0);
  positive.sort((a, b) => tabIndexOf(a) - tabIndexOf(b));
  return [...positive, ...stops.filter((element) => tabIndexOf(element) === 0)];
}

function tabIndexOf(element: Element): number {
  const given = Number.parseInt(getAttribute(element, 'tabindex') ?? '0', 10);
  return Number.isNaN(given) ? 0 : given;
}

/** Of a radio group Tab reaches only the checked button. */
function isUncheckedTwin(element: Element): boolean {
  if (!matches(element, 'input[type=radio][name]:not(:checked)')) return false;
  const { name, form } = element as HTMLInputElement;
  const group = `input[type=radio][name="${CSS.escape(name)}"]:checked`;
  return [...(element.getRootNode() as Document | ShadowRoot).querySelectorAll<HTMLInputElement>(group)].some(
    (twin) => twin.form === form,
  );
}

function selectContent(input: HTMLInputElement): void {
  if (input.value !== '') input.select();
}
