import type { Target } from '../../trajectories/target';
import { cleanText } from '../observe/clean-text';
import { getAttribute, getLocalName, matches } from '../observe/dom';
import { computeName } from '../observe/names';
import type { Reading } from '../observe/reading';
import { readFormAction, readFormElements, readFormMethod, readOwnerForm, readType } from './native-form';
import { findPlaces } from './surroundings';

type Submission = NonNullable<Target['submits']>;
type Sensitive = Submission['holds'][number];

const TYPED = new Set(
  'text search email tel url number password date time month week datetime-local'.split(' '),
);

/** What handing in the form does that activating this element (or pressing Enter in it) hands in; undefined when it hands in none. */
export function describeSubmission(reading: Reading, element: Element): Submission | undefined {
  const form = findSubmittedForm(element);
  if (!form) return undefined;
  const fields = readFormElements(form);
  const submitter = isSubmitter(element) ? element : findDefaultButton(fields);
  const method = readFormMethod(form, submitter);
  return {
    action: readFormAction(form, submitter, reading.document),
    method,
    form: nameForm(reading, form),
    holds: findSensitive(fields),
    search: method === 'get' && isSearch(fields),
  };
}

function findSubmittedForm(element: Element): HTMLFormElement | null {
  if (isSubmitter(element)) return readOwnerForm(element);
  if (getLocalName(element) !== 'input' || !TYPED.has(readType(element))) return null;
  const form = readOwnerForm(element);
  return form && submitsOnEnter(readFormElements(form)) ? form : null;
}

function isSubmitter(element: Element): boolean {
  const tag = getLocalName(element);
  const type = readType(element);
  return (
    (tag === 'button' && type === 'submit') || (tag === 'input' && (type === 'submit' || type === 'image'))
  );
}

/** HTML, "implicit submission": by the default button, or without one when a single field could block it. */
function submitsOnEnter(fields: Element[]): boolean {
  if (findDefaultButton(fields)) return true;
  return fields.filter((field) => getLocalName(field) === 'input' && TYPED.has(readType(field))).length === 1;
}

function findDefaultButton(fields: Element[]): Element | undefined {
  return fields.find(isSubmitter);
}

function nameForm(reading: Reading, form: HTMLFormElement): string {
  const own = computeName(reading, form);
  if (own !== '') return own;
  const heading = findPlaces(reading, form).at(-1);
  const quoted = heading?.startsWith('heading ')
    ? (JSON.parse(heading.slice('heading '.length)) as string)
    : '';
  if (quoted !== '') return quoted;
  const legend = findFirstHeading(form);
  return legend ? cleanText(legend.textContent ?? '') : '';
}

function findFirstHeading(form: HTMLFormElement): Element | undefined {
  return Element.prototype.querySelector.call(form, 'h1,h2,h3,h4,h5,h6,legend,[role=heading]') ?? undefined;
}

const CODE_WORDS = /\b(otp|totp|2fa|mfa)\b|one.?time|verification.?code|auth(entication)?.?code/i;
const CARD_WORDS = /card.?num|cardnumber|\bcc.?(num|number|exp|csc|cvc)|\bcvv|\bcvc|security.?code/i;

function findSensitive(fields: Element[]): Sensitive[] {
  const found = new Set<Sensitive>();
  for (const field of fields) {
    const kind = kindOf(field);
    if (kind) found.add(kind);
  }
  return [...found];
}

function kindOf(field: Element): Sensitive | undefined {
  const tag = getLocalName(field);
  if (tag !== 'input' && tag !== 'select' && tag !== 'textarea') return undefined;
  const type = readType(field);
  const autocomplete = (getAttribute(field, 'autocomplete') ?? '').toLowerCase();
  // As the guard has it, `new-password` on a dropdown's search field is none.
  const passwords = matches(field, '[role=combobox]') ? /\bcurrent-password\b/ : /\b(current|new)-password\b/;
  if (type === 'password' || passwords.test(autocomplete)) return 'password';
  if (autocomplete.includes('one-time-code')) return 'one-time-code';
  if (/\bcc-/.test(autocomplete)) return 'card';
  if (!TYPED.has(type) && tag === 'input') return undefined;
  const words = ['name', 'id', 'placeholder', 'aria-label']
    .map((key) => getAttribute(field, key) ?? '')
    .join(' ');
  if (CODE_WORDS.test(words)) return 'one-time-code';
  return CARD_WORDS.test(words) ? 'card' : undefined;
}

const SEARCH_TYPES = new Set(
  'search text hidden checkbox radio number range date month week submit button reset image'.split(' '),
);

/** Nothing but words to look for, filters and buttons. */
function isSearch(fields: Element[]): boolean {
  return fields.every((field) => {
    const tag = getLocalName(field);
    if (tag === 'input') return SEARCH_TYPES.has(readType(field));
    return tag !== 'textarea';
  });
}
