import type { ActionResult } from '../../trajectories/action';
import { askFrame } from './ask-frame';

/**
 * The answer did not come. A message that found no receiver was never delivered; one whose channel closed was,
 * and the commonest reason is that the action itself left the page.
 */
export function resultOfLostAnswer(
  error: unknown,
  tabId: number,
  frameId: number,
  nonce: string,
): ActionResult {
  const text = error instanceof Error ? error.message : String(error);
  if (/receiving end does not exist|no tab with id|invalid tab id/i.test(text)) {
    return {
      status: 'failed',
      failure: { code: 'page-gone', message: 'The page left before the action could start.' },
    };
  }
  if (/message channel|message port|moved into back|page left|conduit|context/i.test(text)) {
    return { status: 'done', message: 'The page was left while the action ran.', effect: { leaves: true } };
  }
  void askFrame<'cancel'>(tabId, frameId, { kind: 'cancel', nonce }).catch(() => undefined);
  return {
    status: 'unknown',
    message: 'The page did not say how the action ended; it may or may not have happened.',
  };
}
