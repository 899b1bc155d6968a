import type { Sentence, Verdict } from '../trajectories/verdict';
import { isRiskier } from './raises';

/** One verdict on several judged together: refused when any is, asked about when any is, with the highest class. */
export function mergeVerdicts(verdicts: readonly Verdict[]): Verdict {
  const [first, ...rest] = verdicts;
  if (first === undefined) throw new TypeError('nothing was judged');
  return rest.reduce(mergeTwo, first);
}

function mergeTwo(one: Verdict, other: Verdict): Verdict {
  if (one.decision === 'deny') return one;
  if (other.decision === 'deny') return other;
  const addsOrigin = one.addsOrigin ?? other.addsOrigin;
  return {
    decision: one.decision === 'ask' || other.decision === 'ask' ? 'ask' : 'allow',
    risk: isRiskier(other.risk, one.risk) ? other.risk : one.risk,
    reasons: withoutTwins([...one.reasons, ...other.reasons]),
    ...(addsOrigin === undefined ? {} : { addsOrigin }),
  };
}

function withoutTwins(reasons: Sentence[]): Sentence[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}
