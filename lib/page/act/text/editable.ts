import { getLocalName, matches, queryWithin } from '../../observe/dom';
import { findSurface, hasEditContext } from './drawn-surface';
import { renderedAncestorsOf } from '../actor/native-dom';

export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Input types whose value is typed as text. */
const TEXT_TYPES = new Set(['text', 'search', 'email', 'url', 'tel', 'password']);
/** Input types whose value is set as a whole: their text form is not what a person types. */
const VALUE_TYPES = new Set(['date', 'time', 'datetime-local', 'month', 'week', 'color', 'range', 'number']);

export function isTextField(element: Element): element is TextField {
  if (getLocalName(element) === 'textarea') return true;
  return getLocalName(element) === 'input' && TEXT_TYPES.has((element as HTMLInputElement).type);
}

export function isValueInput(element: Element): element is HTMLInputElement {
  return getLocalName(element) === 'input' && VALUE_TYPES.has((element as HTMLInputElement).type);
}

/** contenteditable or `designMode`: text without a value. */
export function isRichText(element: Element): element is HTMLElement {
  return element instanceof HTMLElement && element.isContentEditable;
}

export function isEditable(element: Element): boolean {
  return isTextField(element) || isRichText(element) || matches(element, 'input[type=number]');
}

/** The whole editor around an editable element: its outermost contenteditable. */
export function editingHostOf(element: HTMLElement): HTMLElement {
  let host = element;
  for (const ancestor of renderedAncestorsOf(element)) {
    if (!isRichText(ancestor)) break;
    host = ancestor;
  }
  return host;
}

const FIELDS = 'input,textarea,[contenteditable]:not([contenteditable=false]),[role=textbox]';
/** Lends an input method a place beside the field that takes the text. */
const AUXILIARY = 'textarea[readonly][aria-hidden=true]';
const MAX_LEVELS = 6;

/**
 * What typing into an element means: itself, the control of a label, the only field inside a wrapper, or the hidden input
 * of the editor that it is a part of.
 */
export function findEditable(element: Element): Element | undefined {
  if (matches(element, AUXILIARY)) return findSinkAround(element) ?? element;
  if (isWritable(element)) return element;
  if (isRichText(element)) return editingHostOf(element);
  const control = getLocalName(element) === 'label' ? (element as HTMLLabelElement).control : null;
  if (control && isWritable(control)) return control;
  const inside = [...queryWithin(element, FIELDS)].filter(
    (field) => (isWritable(field) || isRichText(field)) && !matches(field, AUXILIARY),
  );
  return inside.length === 1 ? inside[0] : undefined;
}

function isWritable(element: Element): boolean {
  return isTextField(element) || isValueInput(element) || hasEditContext(element);
}

function findSinkAround(element: Element): Element | undefined {
  for (const around of [...renderedAncestorsOf(element)].slice(1, MAX_LEVELS)) {
    const sink = [...queryWithin(around, 'textarea,[role=textbox]')].find((one) => findSurface(one));
    if (sink) return sink;
  }
  return undefined;
}

/** A text box that the page makes of its own handlers of keys. */
export function takesKeysOnly(element: Element): element is HTMLElement {
  return element instanceof HTMLElement && element.tabIndex >= 0 && matches(element, KEYED);
}

const KEYED = '[role=textbox],[role=searchbox],[role=combobox]:not(select),[role=spinbutton]';
