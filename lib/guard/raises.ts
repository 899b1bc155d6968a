import { RISKS } from '../trajectories/action';
import type { Risk } from '../trajectories/action';
import type { Sentence } from '../trajectories/verdict';

/** One observation that an action is at least of this class, and why, for the user. */
export interface Raise {
  risk: Risk;
  reason: Sentence;
}

export function isRiskier(one: Risk, other: Risk): boolean {
  return RISKS.indexOf(one) > RISKS.indexOf(other);
}

/** The highest class among them, never milder than `floor`. */
export function highestRisk(floor: Risk, raises: Raise[]): Risk {
  return raises.reduce((highest, raise) => (isRiskier(raise.risk, highest) ? raise.risk : highest), floor);
}

export function raise(risk: Risk, key: string, params: Record<string, string> = {}): Raise {
  return { risk, reason: { key, params } };
}
