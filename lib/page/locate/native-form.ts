import { getAttribute, getLocalName, hasAttribute } from '../observe/dom';

/**
 * Facts of forms and their controls through the prototypes: `<form><input name=action>` makes `form.action` that input, and the
 * same goes for every other property (HTML, named properties of a form).
 */
function read<T>(prototype: object, property: string, receiver: object): T {
  return Object.getOwnPropertyDescriptor(prototype, property)?.get?.call(receiver) as T;
}

/** Lower-case `type` of an input, button or select; '' for anything else. */
export function readType(element: Element): string {
  if (element instanceof HTMLInputElement) return read<string>(HTMLInputElement.prototype, 'type', element);
  if (element instanceof HTMLButtonElement) return read<string>(HTMLButtonElement.prototype, 'type', element);
  if (element instanceof HTMLSelectElement) return read<string>(HTMLSelectElement.prototype, 'type', element);
  return element instanceof HTMLTextAreaElement ? 'textarea' : '';
}

const OWNED = [HTMLInputElement, HTMLButtonElement, HTMLSelectElement, HTMLTextAreaElement];

/** The form that owns a control, by nesting or by its `form` attribute. */
export function readOwnerForm(element: Element): HTMLFormElement | null {
  const kind = OWNED.find((each) => element instanceof each);
  return kind ? read<HTMLFormElement | null>(kind.prototype, 'form', element) : null;
}

export function readFormElements(form: HTMLFormElement): Element[] {
  const elements = read<HTMLFormControlsCollection>(HTMLFormElement.prototype, 'elements', form);
  return Array.prototype.slice.call(elements) as Element[];
}

/** Absolute URL of the effective action: the button's `formaction` wins, an empty one means the document. */
export function readFormAction(
  form: HTMLFormElement,
  submitter: Element | undefined,
  document: Document,
): string {
  const written = (submitter && getAttribute(submitter, 'formaction')) || getAttribute(form, 'action') || '';
  const trimmed = written.trim();
  if (trimmed === '') return document.URL;
  return URL.canParse(trimmed, document.baseURI) ? new URL(trimmed, document.baseURI).href : trimmed;
}

/** `get`, `post` or `dialog`; what is none of these is `get` (HTML, "form submission attributes"). */
export function readFormMethod(form: HTMLFormElement, submitter: Element | undefined): string {
  const own =
    submitter && hasAttribute(submitter, 'formmethod') ? getAttribute(submitter, 'formmethod') : null;
  const method = (own ?? getAttribute(form, 'method') ?? '').toLowerCase();
  return method === 'post' || method === 'dialog' ? method : 'get';
}

/** Absolute URL of a link; undefined for what is none. */
export function readHref(element: Element, document: Document): string | undefined {
  const tag = getLocalName(element);
  if (tag !== 'a' && tag !== 'area') return undefined;
  const written = getAttribute(element, 'href') ?? getAttribute(element, 'xlink:href');
  if (written === null) return undefined;
  return URL.canParse(written, document.baseURI) ? new URL(written, document.baseURI).href : written;
}
