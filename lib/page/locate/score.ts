import type { Fingerprint } from '../../trajectories/fingerprint';
import type { Reading } from '../observe/reading';
import { readAttributes } from './fingerprint';
import { makeSurroundingsReader } from './surroundings';

/** Points by attribute; those of four and more identify on their own when the name has changed. */
const ATTRIBUTE_POINTS: Record<string, number> = {
  'data-testid': 4,
  'data-test-id': 4,
  'data-test': 4,
  'data-cy': 4,
  'data-qa': 4,
  id: 4,
  name: 3,
  href: 3,
  placeholder: 1.5,
  type: 1,
};
const IDENTIFYING_POINTS = 4;
const NAME_POINTS = 4;
const SIMILAR_NAME_POINTS = 2.5;
const NEAR_POINTS = 5;
const WITHIN_POINTS = 3;
const LONGEST_NAME = 200;

export interface Identity {
  role: string;
  name: string;
}

/** Whether an element may be the one at all: the same role and name, or an attribute that nothing else would carry. */
export function passesGate(
  reading: Reading,
  element: Element,
  identity: Identity,
  fingerprint: Fingerprint,
): boolean {
  const attributes = readAttributes(reading, element);
  const isIdentified = Object.entries(fingerprint.attributes).some(
    ([key, value]) => (ATTRIBUTE_POINTS[key] ?? 0) >= IDENTIFYING_POINTS && attributes[key] === value,
  );
  if (isIdentified)
    return identity.role === fingerprint.role || scoreName(identity.name, fingerprint.name) > 0;
  if (identity.role !== fingerprint.role || scoreName(identity.name, fingerprint.name) === 0) return false;
  return fingerprint.name !== '' || hasSameIdentity(attributes, fingerprint.attributes);
}

/** A nameless thing is known by all of its attributes or not at all. */
function hasSameIdentity(now: Record<string, string>, then: Record<string, string>): boolean {
  const keys = Object.keys(then);
  return keys.length === 0 || keys.every((key) => now[key] === then[key]);
}

/** 0 for another name; numbers may differ ("Cart (0)", "Cart (2)"), and so may case and punctuation at the end. */
export function scoreName(name: string, wanted: string): number {
  if (name.slice(0, LONGEST_NAME) === wanted) return NAME_POINTS;
  return looseName(name) === looseName(wanted) ? SIMILAR_NAME_POINTS : 0;
}

function looseName(name: string): string {
  return name
    .slice(0, LONGEST_NAME)
    .toLowerCase()
    .replace(/\d+/g, '0')
    .replace(/[\s:*.…]+$/u, '');
}

export function scoreAttributes(reading: Reading, element: Element, fingerprint: Fingerprint): number {
  const now = readAttributes(reading, element);
  let score = 0;
  for (const [key, value] of Object.entries(fingerprint.attributes)) {
    if (now[key] === value) score += ATTRIBUTE_POINTS[key] ?? 0.5;
  }
  return score;
}

/** Words of the same row or card, and the same landmarks and groups around. */
export function makeSurroundingsScorer(
  reading: Reading,
  { near, within }: Fingerprint,
): (element: Element) => number {
  const { findNear, findPlaces } = makeSurroundingsReader(reading);
  const wanted = near === undefined ? undefined : wordsOf(near);
  const scores = new Map<string, number>();
  const scoreNear = (element: Element): number => {
    if (!wanted) return 0;
    const found = findNear(element) ?? '';
    return (found === near ? 1 : shareOf(wanted, wordsOf(found))) * NEAR_POINTS;
  };
  return (element) => {
    const places = findPlaces(element);
    const key = places.join('\n');
    let score = scores.get(key);
    if (score === undefined) scores.set(key, (score = shareOf(within, places) * WITHIN_POINTS));
    return scoreNear(element) + score;
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How much two lists have in common, 0 to 1 (Dice). */
function shareOf(wanted: string[], found: string[]): number {
  if (wanted.length === 0 && found.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of found) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of wanted) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      left.set(word, count - 1);
      common++;
    }
  }
  return (2 * common) / (wanted.length + found.length);
}
