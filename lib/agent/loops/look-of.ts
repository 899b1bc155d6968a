import { shortHash } from '../../trajectories/short-hash';

/**
 * Refs stand first in a line, or last where something was left out. A page that is loaded again gets new ones. Things that stand
 * beside each other (scope `page`) keep theirs: chat models read one thing a line.
 */
const REF = /^( *)(?:f\d+)?e\d+(?= )|(?<=; expand )(?:f\d+)?e\d+$/gm;

/** A string of the page's words, and what stands before it if that says that it is what a field holds. */
const STRING = /(= )?"(?:[^"\\]|\\.)*"/g;

/** A number with its separators, and the unit of time behind it: 59 seconds become 1 minute by themselves. */
const NUMBER =
  /\d+(?:[.,:'’]\d+)*(?:\s*(?:s|sec|secs|seconds?|m|min|mins|minutes?|h|hours?|am|pm|秒钟?|分钟?|小时)(?![\p{L}\p{N}]))?/giu;

/**
 * Tells whether two observations look alike but for numbers that the page shows: clocks, counters and the like tick by
 * themselves. What a field holds and the address count as they are.
 */
export function calmLookOf(text: string): string {
  const calm = text.replace(STRING, (string, holds?: string) =>
    holds === undefined ? string.replace(NUMBER, '#') : string,
  );
  return lookOf(calm);
}

/** Tells whether two observations look alike: equal for texts that differ in their refs at most. */
export function lookOf(text: string): string {
  return shortHash(text.replace(REF, '$1'));
}
