import type { Page } from 'puppeteer-core';
import type { RunEvent } from '../../../lib/trajectories/event.ts';
import type { HandOver } from '../../../lib/trajectories/hand-over.ts';

/** What every action of the newest run reported, oldest first: `choose: chose "Peru"` or `choose: FAILED code: …`. */
export async function readMessages(extensionPage: Page): Promise<string[]> {
  const events = (await extensionPage.evaluate(readEventsOfNewestRun)) as RunEvent[];
  const names = new Map<string, string>();
  const messages: string[] = [];
  for (const event of events) {
    if (event.type === 'proposed')
      event.proposal.actions.forEach((call, index) => names.set(`${event.seq}.${index}`, call.name));
    if (event.type === 'judged' && event.verdict.decision === 'deny')
      messages.push(`judge: FAILED denied: ${JSON.stringify(event.verdict.reasons)}`);
    if (event.type === 'run-failed')
      messages.push(`run: FAILED ${event.failure.code}: ${event.failure.message}`);
    if (event.type === 'action-ended') {
      const { result } = event;
      const words =
        result.status === 'failed'
          ? `FAILED ${result.failure.code}: ${result.failure.message}`
          : result.message;
      messages.push(`${names.get(event.actionId) ?? 'action'}: ${words}`);
    }
  }
  return messages;
}

/** What the newest run waits for the user to do by hand. */
export async function readHandOver(extensionPage: Page): Promise<HandOver | undefined> {
  const events = (await extensionPage.evaluate(readEventsOfNewestRun)) as RunEvent[];
  const newest = events.findLast(({ type }) => /^hand-over-(asked|ended)$/.test(type));
  return newest?.type === 'hand-over-asked' ? newest.handOver : undefined;
}

/** Runs in a page of the extension. */
async function readEventsOfNewestRun(): Promise<unknown[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('errand');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const readAll = (store: string): Promise<unknown[]> =>
    new Promise((resolve, reject) => {
      const request = database.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  try {
    const runs = (await readAll('runs')) as { id: string; startedAt: number }[];
    const newest = runs.sort((a, b) => a.startedAt - b.startedAt).at(-1)?.id;
    const events = (await readAll('events')) as { runId: string; seq: number }[];
    return events.filter(({ runId }) => runId === newest).sort((a, b) => a.seq - b.seq);
  } finally {
    database.close();
  }
}
