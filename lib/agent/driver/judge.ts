import type { ActionDefinition } from '../../actions/define-action';
import type { ActionCall } from '../../trajectories/action';
import type { Failure } from '../../trajectories/failure';
import type { Target } from '../../trajectories/target';
import type { Sentence, Verdict } from '../../trajectories/verdict';
import { findStep } from '../batch';
import type { Grant, ValidateCall } from '../ports';
import type { StepState } from '../state';
import { withDeadline } from './deadline';
import { lookUpTab } from './find-tab';
import { LOOKUP_TIMEOUT_MS } from './limits';
import { judgePlace } from './place';
import type { Session } from './session';

type ValidCall = Extract<ReturnType<ValidateCall>, { ok: true }>;

/** Checks one proposed action, finds its element, and writes down what the guard says of it. */
export async function performJudge(session: Session, actionId: string): Promise<void> {
  const step = findStep(session.state, actionId);
  if (!step) return;
  const checked = checkCall(session, step);
  if (!checked.ok) return endUnstarted(session, actionId, checked.failure);
  const place = await checkPlace(session);
  if (!place.ok) return endUnstarted(session, actionId, place.failure);
  const found = await findTarget(session, step, checked);
  if (session.signal.aborted) return;
  if (!found.ok) return endUnstarted(session, actionId, found.failure);
  await noteVerdict(session, step, checked, place.url, found.target);
}

/** Checks a call against the vocabulary; a checker that throws refuses. */
export function checkCall({ ports }: Session, { call }: StepState): ReturnType<ValidateCall> {
  try {
    return ports.validateCall(call);
  } catch {
    return {
      ok: false,
      failure: { code: 'invalid-action', message: 'This call could not be checked; it was not run.' },
    };
  }
}

/** Writes down that an action failed before it was started. */
export async function endUnstarted(session: Session, actionId: string, failure: Failure): Promise<void> {
  if (session.signal.aborted) return;
  await session.append({ type: 'action-ended', actionId, result: { status: 'failed', failure } });
}

/** Whether the tab still shows a page that the run may act on; it may have moved by itself since it was observed. */
export async function checkPlace(
  session: Session,
): Promise<{ ok: true; url: string } | { ok: false; failure: Failure }> {
  const { state, ports } = session;
  const tab = await lookUpTab(session, state.activeTab);
  if (!tab)
    return { ok: false, failure: { code: 'tab-gone', message: 'The tab was closed before this was done.' } };
  session.seenTabs.add(tab.tabId);
  const place = judgePlace(state, await ports.grants.list(), tab.url);
  if (place.kind === 'permitted') return { ok: true, url: tab.url };
  if (place.kind === 'unknown') return { ok: true, url: state.observation?.url ?? '' };
  const message = 'The page went elsewhere before this was done. Look at it first.';
  return { ok: false, failure: { code: 'page-changed', message } };
}

async function findTarget(
  session: Session,
  step: StepState,
  { definition, args }: ValidCall,
): Promise<{ ok: true; target?: Target } | { ok: false; failure: Failure }> {
  const needsElement = step.call.target !== undefined || typeof args['ref'] === 'string';
  if (definition.runsIn !== 'page' || (!needsElement && !definition.actsOnFocus)) return { ok: true };
  const { ports, signal, state } = session;
  const frames = state.observation?.frames ?? [];
  const call = { ...step.call, args };
  const ending = await withDeadline(ports.clock, signal, LOOKUP_TIMEOUT_MS, (inner) =>
    ports.page.resolve(state.activeTab, call, frames, inner),
  );
  if (ending.kind !== 'value') {
    return { ok: false, failure: { code: 'page-timeout', message: 'The page did not answer in time.' } };
  }
  if (ending.value.ok) return { ok: true, target: ending.value.value };
  // Keys go to the page itself when nothing has the focus.
  return needsElement ? { ok: false, failure: ending.value.failure } : { ok: true };
}

async function noteVerdict(
  session: Session,
  step: StepState,
  { definition, args }: ValidCall,
  pageUrl: string,
  target: Target | undefined,
): Promise<void> {
  const element = target === undefined ? {} : { target };
  const judged = judgeSafely(
    session,
    { ...step.call, args },
    definition,
    pageUrl,
    await session.ports.grants.list(),
    target,
  );
  if (judged) await session.append({ type: 'judged', actionId: step.actionId, ...judged, ...element });
  else await endUnstarted(session, step.actionId, GUARD_FAILURE);
}

/** The guard's word on a call; undefined when the guard itself fails, which refuses the action. */
function judgeSafely(
  { ports, state }: Session,
  call: ActionCall,
  definition: ActionDefinition,
  pageUrl: string,
  grants: Grant[],
  target: Target | undefined,
): { verdict: Verdict; sentence: Sentence } | undefined {
  const { args } = call;
  const { origins, task } = state;
  const element = target === undefined ? {} : { target };
  const name = target && `${target.fingerprint.role} ${JSON.stringify(target.fingerprint.name)}`;
  try {
    const verdict = ports.judge({ call, definition, args, ...element, origins, pageUrl, grants, task });
    return { verdict, sentence: definition.describe(args, name) };
  } catch {
    return undefined;
  }
}

const GUARD_FAILURE: Failure = {
  code: 'guard-error',
  message: 'The guard could not judge this action, so it was not run. Do something else, or finish.',
};
