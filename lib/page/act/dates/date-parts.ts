import { getAttribute, matches, queryWithin } from '../../observe/dom';
import { actError, type ActContext, type RunnerOutcome } from '../actor/act-context';
import { nameElement } from '../actor/name-element';
import { renderedAncestorsOf } from '../actor/native-dom';
import { chooseNatively } from '../lists/native-select';
import { writeAtOnce } from '../text/write-at-once';
import { isTextField } from '../text/editable';
import { languagesOf, monthNames, type MonthNames } from './month-names';
import { findMonthName } from './read-date';
import { formatWhen, pad, type When } from './when';

type Unit = 'year' | 'month' | 'day';

/** Fields for day, month and year that stand beside each other. */
export type DateParts = Partial<Record<Unit, Element>>;

const MAX_LEVELS = 4;

/** The fields of a date in parts, from the group of them or from one of them; undefined when there are no such. */
export function findDateParts(context: ActContext, element: Element, when: When): DateParts | undefined {
  const names = monthNames(languagesOf(context.window));
  let level = 0;
  for (const around of renderedAncestorsOf(element)) {
    if (level++ > MAX_LEVELS || matches(around, 'form,body,html')) return undefined;
    const fields = [...queryWithin(around, 'select,input:not([type=hidden])')];
    if (fields.length > 4) return undefined;
    if (fields.length < 2) continue;
    const parts: DateParts = {};
    for (const field of fields) {
      const unit = unitOf(context, field, names);
      if (unit && !parts[unit]) parts[unit] = field;
    }
    // Month and year alone are the head of a calendar, when a day is wanted.
    const isWhole = parts.year && parts.month && (parts.day || when.day === undefined);
    const isOwn = !matches(element, 'input,select') || Object.values(parts).includes(element);
    return isWhole && isOwn ? parts : undefined;
  }
  return undefined;
}

const WORDS: Record<Unit, RegExp> = {
  day: /\b(day|dd|tag|jour|día|dia|giorno|dag)\b|日/i,
  month: /\b(month|mm|monat|mois|mes|mese|maand)\b|月/i,
  year: /\b(year|yyyy|jahr|année|annee|año|anno|jaar)\b|年/i,
};

function unitOf(context: ActContext, field: Element, names: MonthNames): Unit | undefined {
  if (matches(field, 'select')) return unitOfSelect(field as HTMLSelectElement, names);
  if (!isTextField(field) && !matches(field, 'input[type=number]')) return undefined;
  const words = ['name', 'id', 'placeholder', 'autocomplete'].map((name) => getAttribute(field, name) ?? '');
  const text = [context.deps.describe(field).name, ...words].join(' ').replace(/[-_[\].]+/g, ' ');
  return (['day', 'month', 'year'] as const).find((unit) => WORDS[unit].test(text));
}

function unitOfSelect(select: HTMLSelectElement, names: MonthNames): Unit | undefined {
  const labels = Array.from(select.options, (option) => option.label.trim());
  const numbers = labels.filter((label) => /^\d+$/.test(label)).map(Number);
  if (numbers.some((number) => number > 1000)) return 'year';
  if (labels.filter((label) => findMonthName(label, names) !== undefined).length >= 12) return 'month';
  const highest = Math.max(0, ...numbers);
  if (numbers.length >= 28 && highest <= 31) return 'day';
  return highest === 12 && numbers.length === 12 ? 'month' : undefined;
}

/** Year and month first: they decide which days there are. */
const ORDER: readonly Unit[] = ['year', 'month', 'day'];

export function setDateParts(
  context: ActContext,
  element: Element,
  parts: DateParts,
  when: When,
): RunnerOutcome {
  const names = monthNames(languagesOf(context.window));
  const date = formatWhen(when);
  const name = nameElement(context, element);
  if (findWrong(parts, when, names) === undefined)
    return { message: `${name} was ${date} already`, value: date, nothingDone: true };
  for (const unit of ORDER) {
    const part = parts[unit];
    const wanted = when[unit];
    if (!part || wanted === undefined) continue;
    context.expectApproved(element);
    if (matches(part, 'select')) chooseUnit(context, part as HTMLSelectElement, unit, wanted, names);
    else
      writeAtOnce(context, part as HTMLInputElement, unit === 'year' ? String(wanted) : pad(wanted), false);
  }
  const wrong = findWrong(parts, when, names);
  if (wrong === undefined) return { message: `set ${name} to ${date}`, value: date, target: element };
  throw actError('not-set', `The ${wrong} of ${name} did not keep its part of ${date}. Observe again.`, {
    target: name,
  });
}

function findWrong(parts: DateParts, when: When, names: MonthNames): Unit | undefined {
  return ORDER.find(
    (unit) => parts[unit] && when[unit] !== undefined && readUnit(parts[unit], names) !== when[unit],
  );
}

function chooseUnit(
  context: ActContext,
  select: HTMLSelectElement,
  unit: Unit,
  wanted: number,
  names: MonthNames,
): void {
  const option = Array.from(select.options).find((one) => unitNumber(one.label, unit, names) === wanted);
  const label = option?.label.trim() ?? String(wanted);
  chooseNatively(context, select, { wanted: [label], adds: false });
}

function readUnit(part: Element | undefined, names: MonthNames): number | undefined {
  if (!part) return undefined;
  if (!matches(part, 'select')) return Number((part as HTMLInputElement).value);
  const label = (part as HTMLSelectElement).selectedOptions[0]?.label ?? '';
  return findMonthName(label, names) ?? Number(label);
}

function unitNumber(label: string, unit: Unit, names: MonthNames): number | undefined {
  const number = /^\d+$/.test(label.trim()) ? Number(label) : undefined;
  return unit === 'month' ? (findMonthName(label, names) ?? number) : number;
}
