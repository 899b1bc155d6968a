import type { ErrandPage } from '../../page/types';
import { browser } from '../browser';
import type { HandOverReport, PageRequest } from './page-messages';

type Begin = Extract<PageRequest, { kind: 'hand-over' }>;

/** Content-script side of what is handed to the user: it outlives the worker, which is woken by its report. */
export interface HandOverService {
  /** Whether there is such an element. */
  begin(request: Begin): boolean;
  /** Nobody is waited for any more, but under this nonce. */
  endAllBut(nonce: string | undefined): void;
}

export function serveHandOvers(page: ErrandPage): HandOverService {
  const going = new Map<string, AbortController>();
  const wait = async ({ runId, nonce, request }: Begin, signal: AbortSignal): Promise<void> => {
    const result = await page.handOver(request, signal);
    going.delete(nonce);
    if (signal.aborted) return;
    const report: HandOverReport = { from: 'errand-hand-over', runId, nonce, result };
    await browser.runtime.sendMessage(report).catch(() => undefined);
  };
  return {
    begin(request) {
      if (page.element(request.request.ref) === undefined) return false;
      if (going.has(request.nonce)) return true;
      const controller = new AbortController();
      going.set(request.nonce, controller);
      void wait(request, controller.signal);
      return true;
    },
    endAllBut(nonce) {
      for (const [each, controller] of going) if (each !== nonce) controller.abort();
    },
  };
}
