import type { Fingerprint } from '../../trajectories/fingerprint';
import { getLocalName } from '../observe/dom';
import { Reading } from '../observe/reading';
import type { Found } from '../types';
import { identifyElement } from './fingerprint';
import { collectVisible } from './live-elements';
import { passesGate, scoreAttributes, scoreName, scoreSurroundings } from './score';

/** The best must lead the second by this much, else nobody can say which one was meant. */
const LEAST_MARGIN = 1;

interface Candidate {
  element: Element;
  score: number;
}

/**
 * The one element that a fingerprint speaks of. Only what passes the identity gate counts at all (its name, or an
 * attribute that identifies); the rest of the fingerprint tells twins apart. Fails with `not-found` or `ambiguous`
 * and never guesses.
 */
export function findByFingerprint(window: Window, fingerprint: Fingerprint): Found<Element> {
  const reading = new Reading(window);
  const candidates = rankCandidates(reading, fingerprint);
  const [best, second] = candidates;
  if (!best) return notFound(fingerprint);
  if (!second || best.score - second.score >= LEAST_MARGIN) return { ok: true, value: best.element };
  const tied = candidates.filter(({ score }) => best.score - score < LEAST_MARGIN);
  return pickByPosition(tied, fingerprint) ?? ambiguous(fingerprint, tied.length);
}

function rankCandidates(reading: Reading, fingerprint: Fingerprint): Candidate[] {
  const alike = collectVisible(
    reading,
    (element) => getLocalName(element) === fingerprint.tag || reading.role(element) === fingerprint.role,
  );
  const gated = alike.flatMap((element) => {
    const identity = identifyElement(reading, element);
    if (!passesGate(reading, element, identity, fingerprint)) return [];
    const score = scoreName(identity.name, fingerprint.name) + scoreAttributes(reading, element, fingerprint);
    return [{ element, score: identity.role === fingerprint.role ? score + 2 : score }];
  });
  // Surroundings cost more to read than all the rest, and one candidate needs none.
  if (gated.length > 1)
    for (const each of gated) each.score += scoreSurroundings(reading, each.element, fingerprint);
  return gated.sort((one, other) => other.score - one.score);
}

/**
 * Twins that nothing tells apart, not even the words near them: their order decides, as long as there are as many
 * of them as there were.
 */
function pickByPosition(tied: Candidate[], fingerprint: Fingerprint): Found<Element> | undefined {
  if (fingerprint.near !== undefined || tied.length !== fingerprint.of) return undefined;
  const inOrder = tied.map(({ element }) => element).sort(compareOrder);
  const element = inOrder[fingerprint.nth];
  return element ? { ok: true, value: element } : undefined;
}

function compareOrder(one: Element, other: Element): number {
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function notFound(fingerprint: Fingerprint): Found<never> {
  const what = describeFingerprint(fingerprint);
  return {
    ok: false,
    failure: {
      code: 'not-found',
      message: `Nothing on this page is ${what}. Look at the observation for what took its place, or go to the page where it is.`,
      params: { what },
    },
  };
}

function ambiguous(fingerprint: Fingerprint, count: number): Found<never> {
  const what = describeFingerprint(fingerprint);
  return {
    ok: false,
    failure: {
      code: 'ambiguous',
      message: `${count} things on this page could be ${what}, and nothing tells them apart. Choose one by its ref.`,
      params: { what, count: String(count) },
    },
  };
}

function describeFingerprint({ role, name }: Fingerprint): string {
  return name === '' ? `the ${role} that was meant` : `${role} ${JSON.stringify(name.slice(0, 80))}`;
}
