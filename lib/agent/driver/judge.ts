import type { NamedElement } from '../../actions/define-action';
import { listRefs } from '../../actions/ref-arguments';
import { findSensitiveKind } from '../../guard/sensitive-field';
import type { ActionCall } from '../../trajectories/action';
import type { Failure } from '../../trajectories/failure';
import type { Target } from '../../trajectories/target';
import type { Sentence, Verdict } from '../../trajectories/verdict';
import { findStep } from '../batch';
import { findLastQuestion } from '../dialog-answer';
import type { JudgeInput, ValidateCall } from '../ports';
import type { StepState } from '../state';
import { wholeTask } from '../tasks';
import { withDeadline } from './deadline';
import { findFiles } from './find-files';
import { lookUpTab } from './find-tab';
import { LOOKUP_TIMEOUT_MS } from './limits';
import { askIfMaybeDone } from './maybe-done';
import { judgePlace } from './place';
import type { Session } from './session';

type ValidCall = Extract<ReturnType<ValidateCall>, { ok: true }>;

/** Checks one proposed action, finds its element, and writes down what the guard says of it. */
export async function performJudge(session: Session, actionId: string): Promise<void> {
  const step = findStep(session.state, actionId);
  if (!step) return;
  const checked = checkCall(session, step);
  if (!checked.ok) return endUnstarted(session, actionId, checked.failure);
  const files = checked.definition.takesFiles ? findFiles(wholeTask(session.state), checked.args) : undefined;
  if (files && !files.ok) return endUnstarted(session, actionId, files.failure);
  const place = await checkPlace(session);
  if (!place.ok) return endUnstarted(session, actionId, place.failure);
  const found = await findElements(session, step, checked);
  if (session.signal.aborted) return;
  if (!found.ok) return endUnstarted(session, actionId, found.failure);
  await noteVerdict(session, step, checked, place.url, found);
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
  const [tab, grants] = await Promise.all([lookUpTab(session, state.activeTab), ports.grants.list()]);
  if (!tab)
    return { ok: false, failure: { code: 'tab-gone', message: 'The tab was closed before this was done.' } };
  session.seenTabs.add(tab.tabId);
  const place = judgePlace(state, grants, tab.url);
  if (place.kind === 'permitted') return { ok: true, url: tab.url };
  if (place.kind === 'unknown') return { ok: true, url: state.observation?.url ?? '' };
  const message = 'The page went elsewhere before this was done. Look at it first.';
  return { ok: false, failure: { code: 'page-changed', message } };
}

/** The elements of a call: the one that it acts on, and the others of an action that has several. */
interface Elements {
  target?: Target;
  others?: Target[];
}

async function findElements(
  session: Session,
  step: StepState,
  { definition, args }: ValidCall,
): Promise<({ ok: true } & Elements) | { ok: false; failure: Failure }> {
  const refs = listRefs(definition, args);
  const needsElement =
    step.call.target !== undefined || refs.length > 0 || definition.actsAtPoint?.(args) !== undefined;
  if (!needsElement && !definition.actsOnFocus) return { ok: true };
  const [first, ...rest] = step.call.target === undefined ? refs : [undefined, ...refs];
  const [found, ...others] = await Promise.all([
    resolve(session, { ...step.call, args: first === undefined ? args : { ...args, ref: first } }),
    ...rest.map((ref) => resolve(session, { name: step.call.name, args: { ref } })),
  ]);
  // Keys go to the page itself when nothing has the focus.
  if (!found.ok) return needsElement || found.isLate ? found : { ok: true };
  const lost = others.find((other) => !other.ok);
  if (lost) return lost;
  const further = others.flatMap((other) => (other.ok ? [other.target] : []));
  return { ok: true, target: found.target, ...(further.length > 0 ? { others: further } : {}) };
}

async function resolve(
  { ports, signal, state }: Session,
  call: ActionCall,
): Promise<{ ok: true; target: Target } | { ok: false; failure: Failure; isLate: boolean }> {
  const frames = state.observation?.frames ?? [];
  const ending = await withDeadline(ports.clock, signal, LOOKUP_TIMEOUT_MS, (inner) =>
    ports.page.resolve(state.activeTab, call, frames, inner),
  );
  if (ending.kind !== 'value') {
    const failure = { code: 'page-timeout', message: 'The page did not answer in time.' };
    return { ok: false, failure, isLate: true };
  }
  const { value } = ending;
  return value.ok ? { ok: true, target: value.value } : { ok: false, failure: value.failure, isLate: false };
}

async function noteVerdict(
  session: Session,
  step: StepState,
  { definition, args }: ValidCall,
  pageUrl: string,
  { target, others }: Elements,
): Promise<void> {
  const { origins } = session.state;
  const question = findLastQuestion(session.state);
  const elements = {
    ...(target === undefined ? {} : { target }),
    ...(others === undefined ? {} : { others }),
  };
  const judged = judgeSafely(session, {
    call: { ...step.call, args },
    definition,
    args,
    ...elements,
    origins,
    pageUrl,
    grants: await session.ports.grants.list(),
    task: wholeTask(session.state),
    ...(step.call.name === 'answer_dialog' && question !== undefined ? { question } : {}),
  });
  if (judged) {
    const verdict = askIfMaybeDone(session.state, step, target, judged.verdict);
    await session.append({ type: 'judged', actionId: step.actionId, ...judged, verdict, ...elements });
  } else await endUnstarted(session, step.actionId, GUARD_FAILURE);
}

/** The guard's word on a call; undefined when the guard itself fails, which refuses the action. */
function judgeSafely(
  { ports }: Session,
  input: JudgeInput,
): { verdict: Verdict; sentence: Sentence } | undefined {
  const { definition, args, target, others = [] } = input;
  try {
    const elements = [...(target === undefined ? [] : [target]), ...others].map(nameElement);
    return { verdict: ports.judge(input), sentence: definition.describe(args, elements[0]?.name, elements) };
  } catch {
    return undefined;
  }
}

function nameElement(target: Target): NamedElement {
  const { role, name } = target.fingerprint;
  return { name: `${role} ${JSON.stringify(name)}`, secret: findSensitiveKind(target) !== undefined };
}

const GUARD_FAILURE: Failure = {
  code: 'guard-error',
  message: 'The guard could not judge this action, so it was not run. Do something else, or finish.',
};
