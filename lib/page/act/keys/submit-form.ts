import { getLocalName, matches } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { pressOf } from './parse-keys';
import { sendKey } from './send-key';

/** Presses Enter in a field: handlers first; when none objects, the form is submitted as the browser would. */
export function submitWithEnter(context: ActContext, field: Element): void {
  const press = pressOf('\n');
  const wanted = sendKey(context, field, 'keydown', press) && sendKey(context, field, 'keypress', press);
  if (wanted) submitImplicitly(field);
  sendKey(context, field, 'keyup', press);
}

const BLOCKING =
  'input:is(:not([type]),[type=text],[type=search],[type=tel],[type=url],[type=email],[type=password],[type=date],[type=month],[type=week],[type=time],[type=datetime-local],[type=number])';

/** https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#implicit-submission */
export function submitImplicitly(field: Element): void {
  const form = formOf(field);
  if (!form) return;
  const controls = controlsOf(form);
  const button = controls.find((control) =>
    matches(control, 'button:not([type=button],[type=reset]),input:is([type=submit],[type=image])'),
  );
  if (button) {
    if (!matches(button, ':disabled')) HTMLElement.prototype.click.call(button);
    return;
  }
  if (controls.filter((control) => matches(control, BLOCKING)).length > 1) return;
  HTMLFormElement.prototype.requestSubmit.call(form);
}

const FIELD_PROTOTYPES: Record<string, () => object> = {
  input: () => HTMLInputElement.prototype,
  textarea: () => HTMLTextAreaElement.prototype,
  select: () => HTMLSelectElement.prototype,
};

function formOf(field: Element): HTMLFormElement | null {
  const prototype = FIELD_PROTOTYPES[getLocalName(field)]?.();
  const reader = prototype && Object.getOwnPropertyDescriptor(prototype, 'form')?.get;
  return (reader?.call(field) as HTMLFormElement | null | undefined) ?? null;
}

/** Through the prototype: `form.elements` may be a field of that name. Image buttons are left out of `elements`. */
function controlsOf(form: HTMLFormElement): Element[] {
  const reader = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'elements')?.get;
  return Array.from((reader?.call(form) as HTMLFormControlsCollection | undefined) ?? []);
}
