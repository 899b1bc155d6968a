import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StaleDriverError } from '../../lib/agent/ports';
import { createBlobStore } from '../../lib/platform/blobs';
import { ErrandDatabase } from '../../lib/platform/database';
import { deleteRun } from '../../lib/platform/delete-run';
import { createRunLog, type RunLog } from '../../lib/platform/log';
import type { EventBody } from '../../lib/trajectories/event';

const START: EventBody = {
  type: 'run-started',
  task: { text: 'Buy a kettle', attachments: [] },
  planner: { kind: 'rules' },
  tabId: 7,
  url: 'https://shop.example/',
  origins: ['https://shop.example'],
  maxSteps: 10,
};

let database: ErrandDatabase;
let log: RunLog;

beforeEach(() => {
  database = new ErrandDatabase(`errand-${crypto.randomUUID()}`);
  log = createRunLog(database, () => 1_000);
});
afterEach(() => database.delete());

function observed(text: string): EventBody {
  return {
    type: 'observed',
    tabId: 7,
    url: 'https://shop.example/',
    title: 'Shop',
    text,
    frames: [{ frameId: 0, prefix: '', origin: 'https://shop.example' }],
    elements: 3,
    ms: 1,
  };
}

describe('the log', () => {
  it('keeps every event in order, with the row of the run beside it', async () => {
    await log.append('r', 0, START);
    await log.append('r', 1, { type: 'run-paused', why: 'user' });
    expect((await log.read('r')).map(({ seq, type, at }) => [seq, type, at])).toEqual([
      [0, 'run-started', 1_000],
      [1, 'run-paused', 1_000],
    ]);
    expect(await database.runs.get('r')).toMatchObject({ status: 'paused', site: 'shop.example', tabs: [7] });
  });

  it('refuses a place that another driver has taken, and leaves the log as it was', async () => {
    await log.append('r', 0, START);
    await log.append('r', 1, { type: 'run-paused', why: 'user' });
    await expect(log.append('r', 1, { type: 'run-stopped' })).rejects.toThrow(StaleDriverError);
    expect(await log.read('r')).toHaveLength(2);
    expect(await database.runs.get('r')).toMatchObject({ status: 'paused' });
  });

  it('gives one of two writers at the same moment the place, and asks what the word of the user means now', async () => {
    await log.append('r', 0, START);
    const asked: number[] = [];
    const say = (text: string) =>
      log.appendUserEvent('r', (state) => {
        asked.push(state.nextSeq);
        return { type: 'user-said', text };
      });
    await Promise.all([say('the blue one'), say('and hurry')]);
    const events = await log.read('r');
    expect(events.map((event) => event.seq)).toEqual([0, 1, 2]);
    expect(asked.sort()).toEqual([1, 1, 2]);
  });

  it('writes nothing for a user whose word came too late, or for a run that there is not', async () => {
    await log.append('r', 0, START);
    expect(await log.appendUserEvent('r', () => undefined)).toBeUndefined();
    expect(await log.appendUserEvent('gone', () => ({ type: 'run-stopped' }))).toBeUndefined();
    expect(await log.read('r')).toHaveLength(1);
  });
});

describe('deleting a run', () => {
  it('takes its events, its row and its texts, but no text that another run speaks of', async () => {
    const blobs = createBlobStore(database);
    const [own, shared] = [await blobs.put('page one'), await blobs.put('page two')];
    for (const run of ['r', 's']) await log.append(run, 0, START);
    await log.append('r', 1, observed(own));
    await log.append('r', 2, observed(shared));
    await log.append('s', 1, observed(shared));
    await deleteRun(database, 'r');
    expect(await log.read('r')).toEqual([]);
    expect(await database.runs.get('r')).toBeUndefined();
    expect(await blobs.get(own)).toBeUndefined();
    expect(await blobs.get(shared)).toBe('page two');
    expect(await log.read('s')).toHaveLength(2);
  });
});
