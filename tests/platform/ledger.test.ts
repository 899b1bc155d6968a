import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StaleDriverError } from '../../lib/agent/ports';
import { ErrandDatabase } from '../../lib/platform/database';
import { deleteRun } from '../../lib/platform/delete-run';
import { spentOn } from '../../lib/platform/ledger';
import { localDay } from '../../lib/platform/ledger-row';
import { createRunLog, type RunLog } from '../../lib/platform/log';
import type { EventBody } from '../../lib/trajectories/event';
import type { PlannerRef } from '../../lib/trajectories/task';

const NOON = new Date(2026, 10, 30, 12).getTime();
const DAY = '2026-11-30';
const MODEL: PlannerRef = { kind: 'chat-model', model: 'big', baseUrl: 'https://api.example/v1' };

let name: string;
let database: ErrandDatabase;
let log: RunLog;
let now = NOON;

beforeEach(() => {
  name = `errand-${crypto.randomUUID()}`;
  now = NOON;
  database = new ErrandDatabase(name);
  log = createRunLog(database, () => now);
});
afterEach(() => database.delete());

function started(planner: PlannerRef): EventBody {
  return {
    type: 'run-started',
    task: { text: 'Buy a kettle', attachments: [] },
    planner,
    tabId: 7,
    url: 'https://shop.example/kettles',
    origins: ['https://shop.example'],
    maxSteps: 10,
  };
}

function proposed(costUsd?: number, promptTokens = 1000): EventBody {
  const usage = { promptTokens, cachedTokens: promptTokens * 0.6, completionTokens: promptTokens * 0.05 };
  const proposal = { say: 'On it.', actions: [], usage, latencyMs: 5 };
  return {
    type: 'proposed',
    proposal: costUsd === undefined ? proposal : { ...proposal, costUsd },
    basis: 0,
  };
}

const rowsOf = (runId: string) => database.ledger.filter((row) => row.runId === runId).toArray();

describe('the ledger', () => {
  it('gets one row per proposal of a model, in the transaction of its event', async () => {
    await log.append('r', 0, started(MODEL));
    await log.append('r', 1, proposed(0.02));
    const row = { runId: 'r', at: NOON, day: DAY, site: 'shop.example', model: 'big' };
    const counts = { prompt: 1000, cached: 600, completion: 50 };
    expect(await rowsOf('r')).toEqual([{ ...row, seq: 1, ...counts, workedMs: 0, costUsd: 0.02 }]);
    await expect(log.append('r', 1, proposed(9))).rejects.toThrow(StaleDriverError);
    expect(await rowsOf('r')).toHaveLength(1);
  });

  it('gets it too from a driver that has to fold the log anew', async () => {
    await log.append('r', 0, started(MODEL));
    await createRunLog(database, () => now).append('r', 1, proposed());
    const [row] = await rowsOf('r');
    expect(row).toMatchObject({ seq: 1, prompt: 1000 });
    expect(row && 'costUsd' in row).toBe(false);
    expect(await database.runs.get('r')).toMatchObject({ unpriced: 1 });
  });

  it('has one too for replies that came to nothing, and the run knows what they took', async () => {
    const usage = { promptTokens: 100, cachedTokens: 0, completionTokens: 10 };
    const failure = { code: 'reply-garbled', message: 'No.' };
    await log.append('r', 0, started(MODEL));
    await log.append('r', 1, { type: 'run-failed', failure, spent: { usage, costUsd: 0.5 } });
    expect(await rowsOf('r')).toMatchObject([
      { seq: 1, prompt: 100, completion: 10, costUsd: 0.5, model: 'big' },
    ]);
    expect(await log.stateOf('r')).toMatchObject({ status: 'failed', usage, cost: { usd: 0.5 } });
    await log.append('r', 2, { type: 'run-resumed' });
    await log.append('r', 3, { type: 'run-failed', failure });
    expect(await rowsOf('r')).toHaveLength(1);
  });

  it('has none of rules and recipes, which spend nothing', async () => {
    await log.append('r', 0, started({ kind: 'rules' }));
    await log.append('r', 1, proposed(undefined, 0));
    expect(await database.ledger.count()).toBe(0);
  });

  it('tells what a day took, over all runs, and how much of it has no known price', async () => {
    for (const run of ['r', 's']) await log.append(run, 0, started(MODEL));
    await log.append('r', 1, proposed(0.25));
    await log.append('s', 1, proposed(0.5));
    await log.append('s', 2, proposed());
    now = new Date(2026, 11, 1, 0, 0, 1).getTime();
    await log.append('s', 3, proposed(4));
    expect(await spentOn(database, DAY)).toEqual({
      proposals: 3,
      tokens: 3150,
      usd: 0.75,
      unknown: 1,
      workedMs: 0,
    });
    expect(await spentOn(database, '2026-12-01')).toMatchObject({ usd: 4, unknown: 0 });
    expect(await spentOn(database, '2026-12-02')).toEqual({
      proposals: 0,
      tokens: 0,
      usd: 0,
      unknown: 0,
      workedMs: 0,
    });
  });

  it('keeps what a deleted run spent, but not where', async () => {
    for (const run of ['r', 's']) await log.append(run, 0, started(MODEL));
    await log.append('r', 1, proposed(0.25));
    await log.append('s', 1, proposed(0.5));
    await deleteRun(database, 'r');
    expect(await spentOn(database, DAY)).toMatchObject({ usd: 0.75 });
    expect((await rowsOf('r')).map(({ site }) => site)).toEqual(['']);
    expect((await rowsOf('s')).map(({ site }) => site)).toEqual(['shop.example']);
  });
});

describe('the day of a row', () => {
  it('is the one on the calendar where the user is, not in Greenwich', () => {
    expect(localDay(new Date(2026, 0, 5, 0, 0, 1).getTime())).toBe('2026-01-05');
    expect(localDay(new Date(2026, 0, 5, 23, 59, 59).getTime())).toBe('2026-01-05');
  });
});

/** The database as the first release wrote it. */
async function writeLayout1(events: Record<string, unknown>[], runs: { id: string }[]): Promise<Dexie> {
  const old = new Dexie(name);
  old.version(1).stores({
    runs: 'id, startedAt, status, site, *tabs',
    events: '[runId+seq]',
    blobs: 'hash',
    recipes: 'id, site',
    grants: '[origin+covers]',
  });
  await old.table('events').bulkPut(events);
  await old.table('runs').bulkPut(runs);
  return old;
}

describe('a database of layout 1', () => {
  const stamp = (runId: string, seq: number, body: object) => ({ ...body, v: 1, runId, seq, at: NOON });
  const events = [
    stamp('a', 0, started(MODEL)),
    stamp('a', 1, proposed()),
    stamp('a', 2, { type: 'user-said', text: 'the blue one' }),
    stamp('a', 3, proposed(undefined, 2000)),
    stamp('b', 0, started({ kind: 'rules' })),
    stamp('b', 1, proposed(undefined, 0)),
    // Damage, which must not keep the rest from being opened.
    stamp('c', 0, { type: 'run-started', planner: 7 }),
    stamp('c', 1, { type: 'proposed' }),
    stamp('c', 2, { type: 'of a later Errand' }),
  ];
  const runs = ['a', 'b', 'c'].map((id) => ({ id, startedAt: NOON, status: 'done', site: '', tabs: [] }));

  it('is opened whole, with a ledger made of its events', async () => {
    (await writeLayout1(events, runs)).close();
    expect(await database.events.count()).toBe(events.length);
    const rows = await database.ledger.toArray();
    expect(rows.map(({ runId, seq, prompt }) => [runId, seq, prompt])).toEqual([
      ['a', 1, 1000],
      ['a', 3, 2000],
    ]);
    expect(rows[0]).toMatchObject({ day: DAY, site: 'shop.example', model: 'big' });
    expect(await database.runs.get('a')).toMatchObject({ status: 'done', unpriced: 2 });
    expect('unpriced' in ((await database.runs.get('b')) ?? {})).toBe(false);
    await log.append('a', 4, proposed(0.5));
    expect(await spentOn(database, DAY)).toMatchObject({ proposals: 3, usd: 0.5, unknown: 2 });
  });

  it('is lifted once by two contexts that open it together, while a third still holds the old one', async () => {
    const old = await writeLayout1(events, runs);
    const other = new ErrandDatabase(name);
    await Promise.all([database.open(), other.open()]);
    expect(old.isOpen()).toBe(false);
    expect(await other.ledger.count()).toBe(2);
    await createRunLog(other, () => now).append('a', 4, proposed(0.5));
    expect(await database.ledger.count()).toBe(3);
    other.close();
  });
});
