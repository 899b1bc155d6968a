import type { RunEvent } from '../../trajectories/event';
import { omit } from '../omit';
import type { RunState } from '../state';
import { wallId } from '../walls/wall-of-run';
import { pageRestricted, WALL_PASSED, WALL_TOLD } from './reasons';

export function noteObservation(state: RunState, event: RunEvent & { type: 'observed' }): RunState {
  const { seq, tabId, url, title, text, changes, look, calm, wall, frames } = event;
  const known = {
    seq,
    tabId,
    url,
    title,
    textHash: text,
    ...(changes === undefined ? {} : { changesHash: changes }),
    ...(look === undefined ? {} : { look }),
    ...(calm === undefined ? {} : { calm }),
  };
  const observed: RunState = {
    ...omit(state, 'observeFailure'),
    observation: { ...known, frames },
    framesByTab: { ...state.framesByTab, [tabId]: frames },
    stale: false,
    history: [...state.history, { type: 'observation', ...known }],
  };
  // Words of the user may say how to get past it: the planner reads them first.
  if (!wall || state.unread || state.passedWalls.includes(wallId(wall))) return observed;
  return { ...observed, waiting: { kind: 'wall', actionId: wallId(wall), wall } };
}

/**
 * The run goes on behind a wall: the page is seen to be past it, or the user says so. What they say holds for the rest of the
 * run, also when the wall is still there or was none.
 */
export function endWall(
  state: RunState,
  end: { actionId: string; by: 'page' | 'panel'; seq: number },
): RunState {
  const { waiting } = state;
  if (waiting?.kind !== 'wall' || waiting.actionId !== end.actionId) return state;
  const text = end.by === 'page' ? WALL_PASSED[waiting.wall.kind] : WALL_TOLD[waiting.wall.kind];
  return {
    ...omit(state, 'waiting'),
    stale: true,
    passedWalls: end.by === 'page' ? state.passedWalls : [...state.passedWalls, end.actionId],
    history: [...state.history, { type: 'note', seq: end.seq, text }],
  };
}

export function noteObserveFailure(state: RunState, event: RunEvent & { type: 'observe-failed' }): RunState {
  const { failure, seq } = event;
  const count = (state.observeFailure?.count ?? 0) + 1;
  // A first page that cannot be touched fails the run: nobody is there to be told.
  const isTold = failure.code === 'restricted-page' && count === 1 && state.observation !== undefined;
  return {
    ...state,
    observeFailure: { failure, count },
    stale: true,
    history: isTold
      ? [...state.history, { type: 'note', seq, text: pageRestricted(failure.message) }]
      : state.history,
  };
}
