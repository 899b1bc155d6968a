/** What the planner reads about things that did not happen, and why. English product text; covered by snapshots. */
export const NOT_DONE = {
  failed: 'an earlier action of the same batch failed.',
  unknown: 'it is not known how an earlier action of the same batch ended.',
  denied: 'an earlier action of the same batch was not allowed.',
  left: 'an earlier action of the same batch led to another page. Look at it first.',
  tab: 'the run works in another tab now. Look at it first.',
  userSaid: 'the user said something meanwhile. Read it first.',
  resumed: 'the run was interrupted. Look at the page first.',
  asked: 'the user answered a question. Read the answer first.',
  finished: 'the run had been finished.',
  userActed: 'the user acted on the page meanwhile. Look at it first.',
  followUp: 'the user asked for something else.',
} as const;

/** Why the rest of a batch is not done: it was about elements that an action before took away. */
export function refsLost(refs: readonly string[]): string {
  const [verb, pronoun] = refs.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return `${refs.join(', ')} ${verb} no longer in the page since an earlier action of the same batch. Look for what replaced ${pronoun}.`;
}

export const DENIED_BY_GUARD = 'this is not allowed.';

export const DENIED_BY_USER =
  'the user refused it. Do not try the same thing another way: do something else, ask the user, or finish.';

export const DONE_BY_USER = 'the user did it on the page themselves. Look at what came of it.';

/** Followed by what they did, which holds the page's words. */
export const TOOK_OVER =
  'The user took over, acted on the page themselves and now wants you to go on. Build on what they did; do not undo or repeat it. They did:';

export const ACTED_MEANWHILE = 'Meanwhile the user did this on the page themselves:';

/** The page is past the wall. */
export const WALL_PASSED = {
  login: 'That page asked to sign in; the user has done that themselves.',
  code: 'That page asked for a code; the user has entered it themselves.',
  captcha: 'That page wanted proof of a person; the user has given it.',
} as const;

/** The user says so, whatever the page says. */
export const WALL_TOLD = {
  login:
    'That page seemed to ask to sign in. The user was asked to do that and says to go on. If the page still asks, do without it, ask_user, or finish; passwords are never yours to type.',
  code: 'That page seemed to ask for a code. The user was asked to enter it and says to go on. If the page still asks, ask_user, or finish; codes are never yours to type.',
  captcha:
    'That page seemed to want proof of a person. The user was asked to give it and says to go on. If the page still wants it, ask_user, or finish; do not try to solve it.',
} as const;

export const NUDGE =
  'You called no tool. Call finish with your answer when the task is done or cannot be done, ask_user to ask, or the tools for the next actions.';

export const RESUMED = 'The run was interrupted and goes on now. The page may have changed meanwhile.';

export const UNKNOWN_END =
  'the browser stopped while this was running; it may or may not have happened. Look for signs of it before you think of doing it again.';

/** How a loop is told to the planner: names and refs only, since this stands outside of the marks for words of the page. */
export function loopFound({ kind, rounds, tried, isCalm }: LoopWords): string {
  const ticks = isCalm ? ' Only numbers on it changed, as a clock does.' : '';
  return `${describeLoop(kind, rounds, tried)}${ticks} ${LOOP_ADVICE}`;
}

export interface LoopWords {
  kind: 'same' | 'cycle' | 'unchanged';
  /** Proposals that the loop consists of so far. */
  rounds: number;
  /** The actions of one turn of it. */
  tried: string;
  /** Numbers on the page changed meanwhile. */
  isCalm: boolean;
}

function describeLoop(kind: LoopWords['kind'], rounds: number, tried: string): string {
  if (kind === 'same')
    return `You are going round in circles: ${rounds} times in a row you did the same on the same page (${tried}), and each time it came to the same.`;
  if (kind === 'cycle')
    return `You are going round in circles: in your last ${rounds} proposals the same steps came again and again (${tried}), and each time the page was as before.`;
  return `Nothing that you did in your last ${rounds} proposals has changed the page (${tried}).`;
}

const LOOP_ADVICE =
  'Do not go on like that: try another way, ask_user, or call finish with success false and say what you tried.';

export const LOOP_RESTED =
  'You went on like that all the same, so the run rested and the user was asked. What was tried before did not work.';

/** How the same failure again is told: names and refs only, as above. */
export function stuckFound({ tried, code }: { tried: string; code: string }): string {
  return `The same failure came twice in a row (${tried}: ${code}). Do not try it a third time: try another way, ask_user, or call finish with success false and say what you tried.`;
}

export const STUCK_RESTED =
  'It failed in the same way a third time, so the run rested and the user was asked. What was tried before did not work.';

export const FOLLOW_UP =
  'That task has ended. The user goes on from here: what you have read and done still stands, but the page may have changed meanwhile. When the next task is a question and you know the answer, call finish with it at once.';

export function accessDenied(origin: string): string {
  return `The user does not want work on ${origin}. You were taken back; do the task without it, ask the user, or finish.`;
}

export function pageRestricted(message: string): string {
  return `The page that opened cannot be worked on: ${message} You were taken back.`;
}

export function tabAttached(tabId: number, why: string, tabs: readonly number[]): string {
  if (why === 'recovered') {
    return `The tab was gone; its page was opened anew in tab ${tabId}. What had been typed there may be lost.`;
  }
  const event = why === 'switched' ? '' : `Tab ${tabId} was opened. `;
  return `${event}You work in tab ${tabId} now. Tabs of this run: ${tabs.join(', ')}.`;
}

export function tabDetached(tabId: number, activeTab: number, tabs: readonly number[]): string {
  const rest =
    tabs.length === 0 ? '' : ` You work in tab ${activeTab} now. Tabs of this run: ${tabs.join(', ')}.`;
  return `Tab ${tabId} is no longer part of this run.${rest}`;
}
