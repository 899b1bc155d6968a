/**
 * Words of the interface.
 *
 * - Messages live in `locales/*.yml`, nested; a key is the path joined with dots. A message names its values in
 *   braces, `Click {target}`, and a sentence `{ key, params }` of a pure room fills them by name, so the order of
 *   values may differ between languages. Messages with a count are plural objects (`1:`, `n:`) and hold `$1`.
 * - Browsers allow only letters, digits and `_` in message names; failure codes are kebab-case. So `-` in a key is
 *   looked up as `_`: the hint of the failure `no-access` is `failure.no_access`.
 * - The values `target` and `to` are elements, `button "Pay"`; the role is named by `role.*` and the name stands in quotes.
 * - Values come from pages and models. They are shown as plain text without control characters, so that no value
 *   can turn around or hide the words beside it.
 */
import { i18n } from '#i18n';
import type { Failure } from '../lib/trajectories/failure';
import type { Sentence } from '../lib/trajectories/verdict';

type AnyKey = (key: string) => string;

const PLACEHOLDER = /\{([A-Za-z0-9_]+)\}/g;
/** C0 and C1 controls but tab and newline, zero-width characters, bidirectional controls. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text between values, or a value when `param` names one. */
export interface SentencePart {
  text: string;
  param?: string;
}

/** The message of a key computed at run time, `undefined` when no locale has it. */
export function findMessage(key: string): string | undefined {
  return (i18n.t as AnyKey)(key.replaceAll('-', '_')) || undefined;
}

/** Splits a message at its values. An unknown key yields the key itself, so that a gap is seen and not blank. */
export function sentenceParts(sentence: Sentence): SentencePart[] {
  const message = findMessage(sentence.key) ?? sentence.key;
  const parts: SentencePart[] = [];
  let end = 0;
  for (const match of message.matchAll(PLACEHOLDER)) {
    const name = match[1] ?? '';
    if (match.index > end) parts.push({ text: message.slice(end, match.index) });
    parts.push(...valueParts(name, plainText(sentence.params[name] ?? '')));
    end = match.index + match[0].length;
  }
  if (end < message.length) parts.push({ text: message.slice(end) });
  return parts;
}

const ELEMENT_PARAMS = new Set(['target', 'to']);

/** Elements come as `role "name"`, with the role in the words of the accessibility tree. */
const ELEMENT = /^([a-z]+)(?: "(.*)")?$/s;

function valueParts(param: string, value: string): SentencePart[] {
  const element = ELEMENT_PARAMS.has(param) ? ELEMENT.exec(value) : null;
  if (!element) return [{ text: value, param }];
  const role = findMessage(`role.${element[1]}`) ?? element[1] ?? '';
  return element[2] ? [{ text: `${role} ` }, { text: `“${element[2]}”`, param }] : [{ text: role, param }];
}

/** A sentence of a pure room in the language of the interface. */
export function translate(sentence: Sentence): string {
  return sentenceParts(sentence)
    .map((part) => part.text)
    .join('');
}

/** What the user reads of a failure: its hint, or the words that every failure has. */
export function failureText(failure: Failure): string {
  const key = `failure.${failure.hint ?? failure.code}`;
  const params = { code: failure.code, message: failure.message, ...failure.params };
  return translate({ key: findMessage(key) ? key : 'failure.other', params });
}

/** Text of strangers made safe to stand in a sentence. */
export function plainText(text: string): string {
  return text.replace(CONTROL, '');
}
