import { jsonrepair } from 'jsonrepair';
import { findJson } from './find-json';

export interface ParsedJson {
  value: unknown;
  /** Its notation had to be mended. */
  isRepaired: boolean;
}

/**
 * Reads JSON as models write it. Only the notation is mended (quotes, commas, comments, Python's True and None):
 * a value that ends too early stays unread, since half of what was meant may be its opposite.
 */
export function parseJson(text: string): ParsedJson | undefined {
  const strict = parseStrictly(text);
  if (strict !== undefined) return { value: strict, isRepaired: false };
  const { spans, isCut } = findJson(text);
  const [span] = spans;
  if (isCut || span === undefined || spans.length > 1) return undefined;
  if (text.slice(0, span.start).trim() !== '' || text.slice(span.end).trim() !== '') return undefined;
  try {
    return { value: JSON.parse(jsonrepair(text)), isRepaired: true };
  } catch {
    return undefined;
  }
}

/** Undefined for what is no JSON; JSON itself has no undefined. */
export function parseStrictly(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
