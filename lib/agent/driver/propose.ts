import { findDayReached } from '../budget';
import { buildContext } from '../prompt/context';
import type { ProposeResult } from '../../planners/planner';
import type { EventBody } from '../../trajectories/event';
import { untilAborted } from './deadline';
import type { Session } from './session';

/** Asks the planner what to do next. Whether and how often a request is tried again is the planner's business. */
export async function performPropose(session: Session): Promise<void> {
  const { ports, signal, state } = session;
  const reached = findDayReached(state, await ports.spending.today());
  if (reached) return void (await session.append({ type: 'run-paused', why: 'budget', reached }));
  const context = await buildContext(state, (hash) => ports.blobs.get(hash));
  const ending = await untilAborted(signal, (inner) =>
    ports.planner.propose(
      context,
      inner,
      (text) => ports.onToken(text),
      (status) => ports.onStatus?.(status),
    ),
  );
  if (signal.aborted || ending.kind === 'aborted') return;
  const result = ending.kind === 'value' ? ending.value : crashed();
  if (result.ok)
    await session.append({ type: 'proposed', proposal: result.proposal, basis: state.nextSeq - 1 });
  else await session.append(failedRun(result));
}

function failedRun({ failure, tries = [], spent }: ProposeResult & { ok: false }): EventBody {
  return {
    type: 'run-failed',
    failure,
    ...(tries.length === 0 ? {} : { tries }),
    ...(spent === undefined ? {} : { spent }),
  };
}

function crashed(): ProposeResult & { ok: false } {
  return {
    ok: false,
    failure: { code: 'planner-error', message: 'The planner failed for a reason that it did not give.' },
  };
}
