import { planItemSchema } from '../../trajectories/proposal';
import type { RunEvent } from '../../trajectories/event';
import { endBatch, findStep, updateStep } from '../batch';
import { isOtherDocument } from '../other-document';
import { omit } from '../omit';
import type { RunState, StepState, TabChange } from '../state';
import { LEAVING_ACTIONS, LOOKING_ACTIONS } from '../vocabulary';
import { findQuestion } from './lifecycle';
import { DENIED_BY_GUARD, NOT_DONE, refsLost } from './reasons';
import { noteTrouble } from './trouble';

type Ended = RunEvent & { type: 'action-ended' };

/** Failures of calls that never reached the page: nothing can have changed. */
const NEVER_RUN: ReadonlySet<string> = new Set(['unknown-action', 'bad-arguments', 'invalid-action']);

export function noteVerdict(state: RunState, event: RunEvent & { type: 'judged' }): RunState {
  const { actionId, verdict, sentence, target, others } = event;
  const element = target === undefined ? {} : { target };
  const facts = { verdict, sentence, ...element, ...(others === undefined ? {} : { others }) };
  if (verdict.decision === 'allow')
    return updateStep(state, actionId, (step) => ({ ...step, ...facts, phase: 'judged' }));
  if (verdict.decision === 'ask') {
    const waiting = { kind: 'approval' as const, actionId, verdict, sentence, ...element };
    return { ...updateStep(state, actionId, (step) => ({ ...step, ...facts, phase: 'waiting' })), waiting };
  }
  const message = verdict.message ?? DENIED_BY_GUARD;
  const denied = updateStep(state, actionId, (step) => ({
    ...step,
    ...facts,
    phase: 'not-done',
    notDone: message,
  }));
  return endBatch(noteTrouble(denied, actionId, { code: 'denied', message }, event.seq), NOT_DONE.denied);
}

export function noteIntent(state: RunState, event: RunEvent & { type: 'action-intended' }): RunState {
  const { actionId, nonce, call, at } = event;
  const next = updateStep(state, actionId, (step) => ({
    ...step,
    call,
    nonce,
    phase: 'intended',
    startedAt: step.startedAt ?? at,
  }));
  const question = findQuestion(next);
  return question === undefined ? next : { ...next, waiting: question };
}

export function noteEnd(state: RunState, event: Ended): RunState {
  const step = findStep(state, event.actionId);
  if (!step) return state;
  const { result } = event;
  const ended = updateStep(state, event.actionId, (each) => ({
    ...each,
    phase: 'ended',
    result,
    endedAt: event.at,
  }));
  const next = { ...ended, stale: ended.stale || mayHaveChanged(step, event) };
  if (result.status === 'failed')
    return endBatch(noteTrouble(next, event.actionId, result.failure, event.seq), NOT_DONE.failed);
  if (result.status === 'unknown') return endBatch(omit(next, 'trouble'), NOT_DONE.unknown);
  return noteDone(next, step, event);
}

function noteDone(state: RunState, step: StepState, event: Ended): RunState {
  if (event.result.status !== 'done') return state;
  if (step.call.name === 'update_plan') return { ...state, plan: readPlan(step) ?? state.plan };
  if (step.call.name === 'finish') return endBatch(state, NOT_DONE.finished);
  if (step.call.name === 'ask_user') return endBatch(omit(state, 'trouble'), NOT_DONE.asked);
  const { effect } = event.result;
  const change = findTabChange(state, step, effect);
  const next = { ...omit(state, 'trouble'), ...(change === undefined ? {} : { tabChange: change }) };
  const url = effect.url;
  const hasLeft = url !== undefined && isOtherDocument(state.observation?.url ?? '', url);
  if (hasLeft || change || LEAVING_ACTIONS.has(step.call.name)) return endBatch(next, NOT_DONE.left);
  return effect.lostRefs?.length ? endBatch(next, refsLost(effect.lostRefs)) : next;
}

function findTabChange(
  state: RunState,
  step: StepState,
  effect: { openedTab?: number | undefined; closedTab?: number | undefined },
): TabChange | undefined {
  const { openedTab, closedTab } = effect;
  const { name, args } = step.call;
  if (openedTab !== undefined) {
    return { type: 'attach', tabId: openedTab, why: name === 'open_tab' ? 'opened' : 'followed' };
  }
  if (closedTab !== undefined && state.tabs.includes(closedTab)) return { type: 'detach', tabId: closedTab };
  const tab = args['tab'];
  if (name === 'switch_tab' && typeof tab === 'number' && state.tabs.includes(tab)) {
    return { type: 'attach', tabId: tab, why: 'switched' };
  }
  return undefined;
}

function mayHaveChanged(step: StepState, event: Ended): boolean {
  const { result } = event;
  if (result.status === 'failed') return !NEVER_RUN.has(result.failure.code);
  return result.status === 'unknown' || !LOOKING_ACTIONS.has(step.call.name);
}

function readPlan(step: StepState): RunState['plan'] | undefined {
  const plan = planItemSchema.array().safeParse(step.call.args['items']);
  return plan.success ? plan.data : undefined;
}
