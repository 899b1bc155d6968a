import { browser } from '../browser';
import { askFrame } from './ask-frame';
import type { PageMessage, PageRequest } from './page-messages';

/** Keeps a page from asking the user whether to leave it, while the run does so by way of the browser. */
export interface LeaveQuestion {
  /** It would have asked. */
  wasAsked(): boolean;
  /** The page that is still there may ask again. */
  stop(): void;
}

/** A page without our script asks as always: the run has not even read it. */
export function suppressLeaveQuestion(tabId: number): LeaveQuestion {
  let asked = false;
  void askFrame<'leave'>(tabId, 0, { kind: 'leave' }).then(
    (answer) => (asked = answer.asked),
    () => undefined,
  );
  void broadcast(tabId, { kind: 'leave' });
  return { wasAsked: () => asked, stop: () => void broadcast(tabId, { kind: 'stay' }) };
}

/** To every frame; any of them may ask. */
async function broadcast(tabId: number, request: PageRequest): Promise<void> {
  const message: PageMessage = { to: 'errand-page', request };
  await browser.tabs.sendMessage(tabId, message).catch(() => undefined);
}
