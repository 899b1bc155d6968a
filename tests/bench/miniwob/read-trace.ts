import type { Page } from '@playwright/test';
import type { RunEvent } from '../../../lib/trajectories/event.ts';

/** What happened in the newest run of a tab, for a person to read: observations, words, actions and results. */
export async function readTrace(extensionPage: Page, tabId: number): Promise<string> {
  const { events, blobs } = await extensionPage.evaluate(readNewestRun, tabId);
  return (events as RunEvent[]).flatMap((event) => tell(event, blobs)).join('\n');
}

function tell(event: RunEvent, blobs: Record<string, string>): string[] {
  switch (event.type) {
    case 'observed': {
      const whole = (event.changes === undefined ? undefined : blobs[event.changes]) ?? blobs[event.text];
      return [`--- observed (${String(event.ms)} ms)`, whole ?? ''];
    }
    case 'proposed':
      return [
        `--- proposed: ${event.proposal.say}`,
        ...event.proposal.actions.map(({ name, args }) => `    ${name} ${JSON.stringify(args)}`),
      ];
    case 'action-ended':
      return [`--- ended: ${JSON.stringify(event.result)}`];
    case 'run-finished':
      return [`--- finished: ${event.success ? 'done' : 'not done'}: ${event.answer}`];
    case 'run-failed':
    case 'observe-failed':
      return [`--- ${event.type}: ${JSON.stringify(event.failure)}`];
    default:
      return [];
  }
}

/** Runs in a page of the extension. */
async function readNewestRun(tabId: number): Promise<{ events: unknown[]; blobs: Record<string, string> }> {
  const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await answer(indexedDB.open('errand'));
  const rows = database.transaction(['runs', 'events', 'blobs']);
  const runs = (await answer(rows.objectStore('runs').index('tabs').getAll(tabId))) as {
    id: string;
    startedAt: number;
  }[];
  const newest = runs.sort((one, other) => other.startedAt - one.startedAt)[0];
  const range = IDBKeyRange.bound([newest?.id ?? '', 0], [newest?.id ?? '', Infinity]);
  const events = await answer(rows.objectStore('events').getAll(range));
  const blobs: Record<string, string> = {};
  for (const { text, changes } of events as { text?: string; changes?: string }[])
    for (const hash of [text, changes]) {
      const blob = hash === undefined ? undefined : await answer(rows.objectStore('blobs').get(hash));
      if (hash !== undefined && blob !== undefined) blobs[hash] = (blob as { text: string }).text;
    }
  database.close();
  return { events, blobs };
}
