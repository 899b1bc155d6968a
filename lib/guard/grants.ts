import type { Risk } from '../trajectories/action';
import type { Target } from '../trajectories/target';
import type { Verdict } from '../trajectories/verdict';
import { actedOn } from './origins';

/** One class of action on one origin, or `visit` for working on the origin at all. */
export interface Grant {
  origin: string;
  covers: string;
}

/** Whether "allow on this site" can cover this class; money and secrets are asked for each time. */
export function isGrantable(risk: Risk): boolean {
  return risk !== 'spends' && risk !== 'credentials';
}

export function isGranted(risk: Risk, origin: string | undefined, grants: Grant[]): boolean {
  return isGrantable(risk) && grants.some((grant) => grant.origin === origin && grant.covers === risk);
}

/** What "allow on this site" grants for a verdict: nothing, for what is asked for each time. */
export function grantsFor(verdict: Verdict, pageUrl: string, target?: Target): Grant[] {
  const grants: Grant[] = [];
  if (verdict.addsOrigin !== undefined) grants.push({ origin: verdict.addsOrigin, covers: 'visit' });
  const origin = actedOn(target, pageUrl);
  if (origin !== undefined && verdict.risk === 'sends') grants.push({ origin, covers: verdict.risk });
  return grants;
}
