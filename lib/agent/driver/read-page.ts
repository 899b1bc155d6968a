import type { FrameInfo, Observation } from '../../trajectories/observation';
import { omit } from '../omit';
import type { Outcome } from '../ports';
import type { RunState } from '../state';
import { withDeadline } from './deadline';
import { OBSERVE_TIMEOUT_MS } from './limits';
import type { Session } from './session';

/** The page in a tab as it is now; undefined when the driver is to leave. */
export async function readPage(
  { ports, signal, state }: Session,
  tabId: number,
  scope: 'page' | 'near',
): Promise<Outcome<Observation> | undefined> {
  const frames = knownFrames(state, tabId);
  const ending = await withDeadline(ports.clock, signal, OBSERVE_TIMEOUT_MS, (inner) =>
    ports.page.observe(tabId, { scope, frames, signal: inner }),
  );
  if (ending.kind === 'value') return ending.value;
  if (ending.kind === 'aborted') return undefined;
  if (ending.kind === 'timeout') {
    return { ok: false, failure: { code: 'page-timeout', message: 'The page did not answer in time.' } };
  }
  return { ok: false, failure: { code: 'observe-error', message: 'The page could not be read.' } };
}

/** What was seen of a tab before the run was elsewhere is no base for changes: the planner may have forgotten it. */
function knownFrames({ observation, framesByTab }: RunState, tabId: number): FrameInfo[] {
  if (observation?.tabId === tabId) return observation.frames;
  return (framesByTab[tabId] ?? []).map((frame) => omit(frame, 'mark'));
}
