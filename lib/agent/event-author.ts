import type { EventBody } from '../trajectories/event';

/** Whether an event was written on the user's behalf by the background, and not by the driver of the run. */
export function isUserEvent(event: EventBody): boolean {
  switch (event.type) {
    case 'answered':
    case 'replied':
    case 'hand-over-ended':
    case 'user-said':
    case 'user-acted':
    case 'follow-up':
    case 'run-resumed':
    case 'run-stopped':
      return true;
    case 'run-paused':
      return event.why === 'user' || event.why === 'restart';
    default:
      return false;
  }
}
