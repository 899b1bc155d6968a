import { performAct, performRecover } from './driver/act';
import { performEndHandOver } from './driver/hand-over';
import { performJudge } from './driver/judge';
import { performObserve } from './driver/observe';
import { performPropose } from './driver/propose';
import { performRunAction } from './driver/run-action';
import { PAUSED, SLEPT_MS } from './driver/limits';
import { openSession, type DriveHooks, type Session } from './driver/session';
import type { Effect } from './effect';
import { next } from './next';
import type { Ports } from './ports';
import type { RunState } from './state';

export { PAUSED };

/**
 * Drives a run from where its log stands until it is over or waits for the user; returns the state that it left.
 * Each event is durable before the next effect starts, so it may be killed at any point and called again.
 *
 * Nobody else may drive the run meanwhile: the platform holds a lock per run. Should it happen nevertheless, the
 * driver that finds another's event in the log leaves. Events of the user may be appended by anybody at any time;
 * after `run-stopped` the signal is to be aborted, after `run-paused` with the reason `PAUSED`, and after all others that end a wait
 * (`answered`, `replied`, `user-said`, `run-resumed`, `follow-up`) `drive` is to be called again.
 *
 * Rejects only when storage is gone.
 */
export async function drive(
  runId: string,
  ports: Ports,
  signal: AbortSignal,
  hooks: DriveHooks = {},
): Promise<RunState> {
  const session = await openSession(runId, ports, signal, hooks);
  while (!signal.aborted && !session.left) {
    const wanted = next(session.state);
    if (wanted.type === 'wait') break;
    const effect = hasSlept(session) ? ({ type: 'pause', why: 'sleep' } as const) : wanted;
    await addGivenGrants(session);
    const before = session.state;
    await perform(session, effect);
    if (session.state === before && !signal.aborted && !session.left) await giveUp(session, effect);
  }
  return session.state;
}

async function perform(session: Session, effect: Effect): Promise<void> {
  switch (effect.type) {
    case 'observe':
      return performObserve(session);
    case 'propose':
      return performPropose(session);
    case 'judge':
      return performJudge(session, effect.actionId);
    case 'act':
      return performAct(session, effect.actionId);
    case 'recover':
      return performRecover(session, effect.actionId);
    case 'end-hand-over':
      return performEndHandOver(session, effect.actionId);
    case 'run-action':
      return performRunAction(session, effect.actionId);
    case 'change-tab': {
      const { change } = effect;
      const { tabId } = change;
      if (change.type === 'detach') await session.append({ type: 'tab-detached', tabId });
      else await session.append({ type: 'tab-attached', tabId, why: change.why });
      return;
    }
    case 'finish': {
      const { success, answer, evidence } = effect;
      const proof = evidence === undefined ? {} : { evidence };
      await session.append({ type: 'run-finished', success, answer, ...proof });
      return;
    }
    case 'fail':
      await session.append({ type: 'run-failed', failure: effect.failure });
      return;
    case 'pause': {
      const reached = effect.why === 'budget' ? { reached: effect.reached } : {};
      await session.append({ type: 'run-paused', why: effect.why, ...reached });
      return;
    }
    case 'wait':
      return;
  }
}

function hasSlept({ ports, lastAt }: Session): boolean {
  return ports.clock.now() - lastAt > SLEPT_MS;
}

/** Standing grants outlive the run. Adding one twice is harmless; one that was revoked since is not added again. */
async function addGivenGrants({ ports, state }: Session): Promise<void> {
  for (const grant of state.givenGrants) await ports.grants.add(grant);
}

/** An effect that wrote nothing would be tried for ever. */
async function giveUp(session: Session, effect: Effect): Promise<void> {
  const failure = {
    code: 'no-progress',
    message: `The run could not go on (${effect.type}).`,
    params: { effect: effect.type },
  };
  await session.append({ type: 'run-failed', failure });
}
