import { getAttribute, getLocalName, matches } from '../../observe/dom';
import type { PageAction } from '../../types';
import type { ActContext } from '../actor/act-context';
import { findSections } from '../dates/date-sections';
import { isNativeDate } from '../dates/native-date';
import { parseWhen } from '../dates/when';
import { findEditable } from '../text/editable';

export type FieldValue = string | boolean | string[];

/** The single action that fills a field with a value, by what kind of field it is. */
export function actionFor(context: ActContext, element: Element, ref: string, value: FieldValue): PageAction {
  if (typeof value === 'boolean') return { name: 'set_checked', ref, checked: value };
  if (Array.isArray(value)) return { name: 'select_option', ref, options: value };
  const control = controlOf(element);
  if (/^(true|false)$/.test(value) && /^(checkbox|switch)$/.test(context.deps.describe(control).role))
    return { name: 'set_checked', ref, checked: value === 'true' };
  if (isDateField(context, control, value)) return { name: 'set_date', ref, date: value };
  if (matches(control, 'input:is([type=range],[type=number]),[role=slider],[role=spinbutton]'))
    return { name: 'set_value', ref, value };
  return isList(context, control)
    ? { name: 'choose', ref, text: value }
    : { name: 'type_text', ref, text: value };
}

function controlOf(element: Element): Element {
  return getLocalName(element) === 'label' ? ((element as HTMLLabelElement).control ?? element) : element;
}

/** A field that takes dates only; an ordinary text field gets the text as it is. */
function isDateField(context: ActContext, control: Element, value: string): boolean {
  if (isNativeDate(control)) return true;
  if (!parseWhen(value)) return false;
  const popup = getAttribute(control, 'aria-haspopup') ?? '';
  const hint = getAttribute(control, 'placeholder') ?? '';
  const asks =
    /^(dialog|grid)$/.test(popup) || /\b(dd|mm|yyyy|tt|jj|jjjj|aaaa)\b/i.test(hint) || /date/i.test(hint);
  return asks || matches(control, 'input[readonly]') || findSections(context, control) !== undefined;
}

/** What is no text field by its role is a list: so it was judged, too. */
function isList(context: ActContext, control: Element): boolean {
  if (matches(control, 'select,[role=combobox],[role=listbox],input[list],input[type=radio]')) return true;
  const { role } = context.deps.describe(control);
  return findEditable(control) === undefined || !/^(textbox|searchbox|spinbutton|slider)$/.test(role);
}
