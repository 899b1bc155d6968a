import type { ParamValues, TextValue } from './value';
import { fillText } from './value';

/** Origin, path and one more character in literal text: nothing that follows can move to another host. */
const FIXED_ORIGIN = /^https?:\/\/[^/?#\\@\s]+[/?#]/;

/** Whether the text is an origin exactly as the browser writes it: http(s), no path, no wildcard, no user. */
export function isExactOrigin(text: string): boolean {
  const url = parseWebUrl(text);
  return url !== undefined && url.origin === text && !text.includes('*');
}

/** The parsed URL when it is http(s) without credentials; undefined otherwise. */
export function parseWebUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  return url.username === '' && url.password === '' ? url : undefined;
}

/** Origin of a URL value; undefined when parameters could decide it, or when it is not a web address. */
export function originOfUrlValue(value: TextValue): string | undefined {
  if (value.kind === 'param') return undefined;
  if (value.kind === 'literal') return parseWebUrl(value.value)?.origin;
  const first = value.parts[0];
  if (first?.kind !== 'literal' || !FIXED_ORIGIN.test(first.value)) return undefined;
  return parseWebUrl(first.value)?.origin;
}

/**
 * The URL with parameters percent-encoded into it. Undefined when a parameter is missing, or when the
 * result would leave the value's origin or its path (a parameter of `..`).
 */
export function fillUrl(value: TextValue, params: ParamValues): string | undefined {
  const origin = originOfUrlValue(value);
  const text = fillText(value, params, encodeParam);
  if (origin === undefined || text === undefined) return undefined;
  const url = parseWebUrl(text);
  if (url === undefined || url.origin !== origin) return undefined;
  return value.kind === 'literal' || !hasDotSegment(text) ? text : undefined;
}

/** `encodeURIComponent` throws on half a surrogate pair, which a pasted parameter may hold. */
function encodeParam(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** A segment of the path that the browser would resolve away: `.`, `..` and their encoded spellings. */
function hasDotSegment(text: string): boolean {
  const path = text.replace(/^https?:\/\/[^/?#]*/, '').replace(/[?#].*$/s, '');
  return path.split('/').some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment));
}
