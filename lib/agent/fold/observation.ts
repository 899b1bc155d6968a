import type { RunEvent } from '../../trajectories/event';
import { omit } from '../omit';
import type { RunState } from '../state';
import { pageRestricted } from './reasons';

export function noteObservation(state: RunState, event: RunEvent & { type: 'observed' }): RunState {
  const { seq, tabId, url, title, text, changes, look, frames } = event;
  const known = {
    seq,
    tabId,
    url,
    title,
    textHash: text,
    ...(changes === undefined ? {} : { changesHash: changes }),
    ...(look === undefined ? {} : { look }),
  };
  return {
    ...omit(state, 'observeFailure'),
    observation: { ...known, frames },
    framesByTab: { ...state.framesByTab, [tabId]: frames },
    stale: false,
    history: [...state.history, { type: 'observation', ...known }],
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
