import type { Failure } from '../../trajectories/failure';
import type { Fingerprint } from '../../trajectories/fingerprint';
import type { Target } from '../../trajectories/target';
import { cleanText } from '../observe/clean-text';
import { computeBrowserName, computeDescription } from '../observe/names';
import { Reading } from '../observe/reading';
import type { Refs } from '../observe/refs';
import { computeStates } from '../observe/states';
import type { Found } from '../types';
import { findByFingerprint } from './find-by-fingerprint';
import { computeFingerprint, identifyElement } from './fingerprint';
import { computeTarget } from './target';

/** Role, name, description and states of one live element, as an observation of this moment would say them. */
export function describeLive(
  window: Window,
  element: Element,
): { role: string; name: string; description: string; states: string[] } {
  const reading = new Reading(window);
  const { role, name } = identifyElement(reading, element);
  return {
    role,
    name,
    description: computeDescription(reading, element),
    states: computeStates(reading, element, role),
  };
}

/** The same with the name letter for letter as browsers have it: for comparing, not for a planner to read. */
export function describeAsBrowsers(window: Window, element: Element): ReturnType<typeof describeLive> {
  const described = describeLive(window, element);
  const name = computeBrowserName(new Reading(window), element);
  return cleanText(name) === described.name ? { ...described, name } : described;
}

/** The live element that was meant, as the guard judges it: of the ref, else of the fingerprint, else the focused one. */
export function resolveTarget(
  window: Window,
  refs: Refs,
  { ref, fingerprint }: { ref?: string; fingerprint?: Fingerprint },
): Found<Target> {
  if (ref !== undefined) {
    const element = refs.elementOf(ref);
    return element ? { ok: true, value: computeTarget(window, element, ref) } : staleRef(refs, ref);
  }
  if (fingerprint === undefined) return resolveFocused(window, refs);
  const found = findByFingerprint(window, fingerprint);
  return found.ok ? { ok: true, value: computeTarget(window, found.value, refs.refOf(found.value)) } : found;
}

function resolveFocused(window: Window, refs: Refs): Found<Target> {
  const { focused } = new Reading(window);
  return focused
    ? { ok: true, value: computeTarget(window, focused, refs.refOf(focused)) }
    : { ok: false, failure: NO_FOCUS };
}

const NO_FOCUS: Failure = { code: 'not-found', message: 'Nothing on this page has the focus.' };

/** Fingerprint of what has the focus, inside shadow trees too. */
export function fingerprintFocused(window: Window): Found<Fingerprint> {
  const reading = new Reading(window);
  const { focused } = reading;
  if (!focused) return { ok: false, failure: NO_FOCUS };
  return { ok: true, value: computeFingerprint(reading, focused) };
}

export function staleRef(refs: Refs, ref: string): Found<never> {
  const message = refs.wasGiven(ref)
    ? `What ${ref} stood for is no longer on the page. Look at the newest observation for its successor.`
    : `This page has no ${ref}. Use a ref of the newest observation.`;
  return { ok: false, failure: { code: 'stale-ref', message, params: { ref } } };
}
