import type { Fingerprint } from '../../trajectories/fingerprint';
import { getLocalName, hasAttribute } from '../observe/dom';
import { Reading } from '../observe/reading';
import { ROLE_BY_TAG } from '../observe/role-tables';
import type { Found } from '../types';
import { identifyElement } from './fingerprint';
import { collectVisible } from './live-elements';
import { makeSurroundingsScorer, passesGate, scoreAttributes, scoreName, type Identity } from './score';
import { describeMarkup, findTwins } from './twins';

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
  const found = chooseBest(reading, fingerprint);
  // What is written alike was asked only once; the one that is taken is asked itself.
  if (!found.ok || isMeant(reading, found.value, fingerprint)) return found;
  return notFound(fingerprint);
}

function isMeant(reading: Reading, element: Element, fingerprint: Fingerprint): boolean {
  return passesGate(reading, element, identifyElement(reading, element), fingerprint);
}

function chooseBest(reading: Reading, fingerprint: Fingerprint): Found<Element> {
  const candidates = rankCandidates(reading, fingerprint);
  const [best, second] = candidates;
  if (!best) return notFound(fingerprint);
  if (!second || best.score - second.score >= LEAST_MARGIN) return { ok: true, value: best.element };
  const tied = candidates.filter(({ score }) => best.score - score < LEAST_MARGIN);
  return pickByPosition(reading, tied, fingerprint) ?? ambiguous(fingerprint, tied.length);
}

function rankCandidates(reading: Reading, fingerprint: Fingerprint): Candidate[] {
  const mayBe = makeRoleTest(reading, fingerprint);
  const identify = makeIdentifier(reading);
  const gated: Candidate[] = [];
  for (const element of collectVisible(reading, mayBe)) {
    const identity = identify(element);
    if (!passesGate(reading, element, identity, fingerprint)) continue;
    const score = scoreName(identity.name, fingerprint.name) + scoreAttributes(reading, element, fingerprint);
    gated.push({ element, score: identity.role === fingerprint.role ? score + 2 : score });
  }
  // Surroundings cost more to read than all the rest, and one candidate needs none.
  if (gated.length > 1) {
    const scoreSurroundings = makeSurroundingsScorer(reading, fingerprint);
    for (const each of gated) each.score += scoreSurroundings(each.element);
  }
  return gated.sort((one, other) => other.score - one.score);
}

/** Tag or role as they were; most elements are sorted out by their tag alone. */
function makeRoleTest(reading: Reading, { tag, role }: Fingerprint): (element: Element) => boolean {
  return (element) => {
    const itsTag = getLocalName(element);
    if (itsTag === tag) return true;
    const fixed = ROLE_BY_TAG.get(itsTag) ?? (WITHOUT_ROLE.has(itsTag) ? '' : undefined);
    if (fixed !== undefined && fixed !== role && !hasAttribute(element, 'role')) return false;
    return reading.role(element) === role;
  };
}

const WITHOUT_ROLE = new Set('div span b i br label'.split(' '));

/** Role and name; what is written alike is asked only once. */
function makeIdentifier(reading: Reading): (element: Element) => Identity {
  const known = new Map<string, Identity>();
  return (element) => {
    const markup = describeMarkup(reading, element);
    let identity = known.get(markup);
    if (!identity) known.set(markup, (identity = identifyElement(reading, element)));
    return identity;
  };
}

/**
 * Twins that nothing tells apart, not even the words near them: their order decides, as long as there are as many
 * of them as there were.
 */
function pickByPosition(
  reading: Reading,
  tied: Candidate[],
  fingerprint: Fingerprint,
): Found<Element> | undefined {
  const [first] = tied;
  if (!first || fingerprint.near !== undefined || tied.length !== fingerprint.of) return undefined;
  const twins = findTwins(reading, first.element);
  const element = twins[fingerprint.nth];
  const isOneOfThem = element !== undefined && tied.some((candidate) => candidate.element === element);
  return twins.length === tied.length && isOneOfThem ? { ok: true, value: element } : undefined;
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
