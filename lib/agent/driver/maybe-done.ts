import type { Target } from '../../trajectories/target';
import type { Verdict } from '../../trajectories/verdict';
import type { RunState, StepState } from '../state';

const COMMITTING: ReadonlySet<string> = new Set(['sends', 'spends', 'credentials']);

/**
 * What commits is done once: when the same was started before on the same element and nobody knows how it ended, the
 * user is asked, whatever they have allowed on the site, and told why.
 */
export function askIfMaybeDone(
  { steps }: RunState,
  { actionId, call }: StepState,
  target: Target | undefined,
  verdict: Verdict,
): Verdict {
  if (verdict.decision === 'deny' || !COMMITTING.has(verdict.risk)) return verdict;
  const isSame = (step: StepState): boolean =>
    step.actionId !== actionId && step.call.name === call.name && isSameElement(step.target, target);
  if (!steps.some((step) => isSame(step) && isUncertain(step))) return verdict;
  const reasons = [{ key: 'guard.maybe_done', params: {} }, ...verdict.reasons];
  return { ...verdict, decision: 'ask', reasons };
}

function isSameElement(one: Target | undefined, other: Target | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const [a, b] = [one.fingerprint, other.fingerprint];
  return a.role === b.role && a.name === b.name;
}

/** It was interrupted, or it left the page and the next one was not seen to be another. */
function isUncertain({ result }: StepState): boolean {
  if (result?.status === 'unknown') return true;
  return result?.status === 'done' && result.effect.leaves === true && result.effect.url === undefined;
}
