import type { EventBody } from '../trajectories/event';
import { findStep } from './batch';
import { next } from './next';
import type { RunState } from './state';

/**
 * Whether what the driver is about to write still belongs into the log, after others have written to it meanwhile:
 * it does when the run, as it stands now, would still ask for it. How an action that was started ended always does.
 */
export function stillWanted(state: RunState, body: EventBody): boolean {
  if (state.broken) return false;
  const effect = next(state);
  switch (body.type) {
    case 'observed':
    case 'observe-failed':
      return effect.type === 'observe' && body.tabId === state.activeTab;
    case 'access-asked':
      return effect.type === 'observe';
    case 'tab-attached':
    case 'tab-detached':
      return effect.type === 'observe' || effect.type === 'change-tab';
    case 'proposed':
      return effect.type === 'propose';
    case 'judged':
      return effect.type === 'judge' && effect.actionId === body.actionId;
    case 'action-intended':
      return 'actionId' in effect && effect.actionId === body.actionId;
    case 'action-ended': {
      if (findStep(state, body.actionId)?.phase === 'intended') return true;
      return 'actionId' in effect && effect.actionId === body.actionId;
    }
    case 'hand-over-asked':
      return state.status === 'working' && findStep(state, body.actionId)?.phase === 'intended';
    case 'run-finished':
      return effect.type === 'finish';
    case 'run-paused':
      if (body.why === 'sleep') return state.status === 'working';
      return body.reached?.per === 'day'
        ? effect.type === 'propose'
        : effect.type === 'pause' && effect.why === body.why;
    case 'run-failed':
      return state.status === 'working';
    default:
      return false;
  }
}
