import type { ActionCall } from '../../trajectories/action';

/** Says what is wrong with a call, for the planner: an unknown action, arguments that do not fit; undefined when it is right. */
export type CheckCall = (call: ActionCall) => string | undefined;

/** More actions at once than this were not planned on the page as it is. */
export const MOST_CALLS = 20;

const MOST_PROBLEMS_TOLD = 5;

export interface CallsProblem {
  code: 'too-many-calls' | 'invalid-calls';
  /** For the planner. */
  text: string;
}

/** What is wrong with the calls of one reply. */
export function findProblem(calls: readonly ActionCall[], checkCall: CheckCall): CallsProblem | undefined {
  if (calls.length > MOST_CALLS) {
    const text = `These are ${calls.length} calls at once; at most ${MOST_CALLS} are taken. Call what comes first, then look at the page.`;
    return { code: 'too-many-calls', text };
  }
  const problems = calls.flatMap((call, index) => {
    const problem = checkCall(call);
    return problem === undefined ? [] : [`Call ${index + 1}: ${problem}`];
  });
  if (problems.length === 0) return undefined;
  return { code: 'invalid-calls', text: problems.slice(0, MOST_PROBLEMS_TOLD).join('\n') };
}
