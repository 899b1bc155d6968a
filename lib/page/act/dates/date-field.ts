import { getAttribute, getLocalName, matches, queryWithin } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { renderedAncestorsOf } from '../actor/native-dom';
import { boxOf, findOwnField } from '../lists/list-control';
import { readShown } from '../lists/shown-choice';
import { isTextField, type TextField } from '../text/editable';
import { guessFormat, type DateFormat } from './date-format';
import { languagesOf, monthNames, type MonthNames } from './month-names';
import { saysWhen, type Says } from './read-date';
import type { When } from './when';

/** A control that shows a date, with what is needed to read it. */
export interface DateField {
  element: Element;
  /** The control itself: of a label its field, of a wrapper the only field in it. */
  control: Element;
  /** Takes typing. */
  field: TextField | undefined;
  format: DateFormat;
  names: MonthNames;
}

export function readDateField(context: ActContext, element: Element): DateField {
  const control = controlOf(element);
  const field = findOwnField(control);
  const languages = languagesOf(context.window);
  const shown = isTextField(control) ? control : field;
  return {
    element,
    control,
    field,
    format: guessFormat(shown ?? control, shown?.value ?? '', languages),
    names: monthNames(languages),
  };
}

function controlOf(element: Element): Element {
  if (getLocalName(element) === 'label') return (element as HTMLLabelElement).control ?? element;
  if (matches(element, 'input,button,[role]')) return element;
  const fields = [...queryWithin(element, 'input:not([type=hidden])')];
  return (fields.length === 1 && fields[0]) || element;
}

/** Words between the two dates of a range. */
const BETWEEN = /\s+(?:to|bis|au|al|a|à|至|до|-)\s+|\s*[~–—→至]\s*/iu;

/** Every text of the control and around it that may say the date: values of its fields, what is drawn, its name. */
export function dateTexts(
  context: ActContext,
  { control }: Pick<DateField, 'control'>,
  isRange = false,
): string[] {
  const { field = '', pieces, hidden } = readShown(control);
  const box = isRange ? pairAround(control) : boxOf(control);
  const values = [...queryWithin(box, 'input')].map((input) => (input as HTMLInputElement).value);
  const { name } = context.deps.describe(control);
  const texts = [
    field,
    ...values,
    ...hidden,
    ...pieces,
    pieces.join(' '),
    name,
    getAttribute(control, 'value') ?? '',
  ];
  const parts = texts.flatMap((text) => (BETWEEN.test(text) ? text.split(BETWEEN) : []));
  return [...new Set([...texts, ...parts])].filter((text) => /\d/.test(text));
}

const MAX_LEVELS = 5;

/** The nearest element that holds both fields of a range. */
function pairAround(control: Element): Element {
  let level = 0;
  for (const around of renderedAncestorsOf(control)) {
    if (level++ > MAX_LEVELS) break;
    if (queryWithin(around, 'input:not([type=hidden])').length >= 2) return around;
  }
  return boxOf(control);
}

/** Whether the control shows all these dates; `maybe` when one could be read the other way round. */
export function showsDates(context: ActContext, field: DateField, whens: readonly When[]): Says {
  const { names, format } = field;
  const order = format.isCertain ? format.order : undefined;
  const texts = dateTexts(context, field, whens.length > 1);
  const said = whens.map((when): Says => {
    const all = texts.map((text) => saysWhen(text, when, names, order));
    return all.includes('yes') ? 'yes' : all.includes('maybe') ? 'maybe' : 'no';
  });
  return said.includes('no') ? 'no' : said.includes('maybe') ? 'maybe' : 'yes';
}
