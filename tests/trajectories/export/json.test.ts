import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/agent/fold';
import {
  buildRunDocument,
  InvalidRunDocumentError,
  parseRunDocument,
  printRunDocument,
  type RunDocument,
} from '../../../lib/trajectories/export/json';
import type { EventBody, RunEvent } from '../../../lib/trajectories/event';
import { summarizeRun } from '../../../lib/trajectories/run-summary';
import { projectSteps } from '../../../lib/trajectories/steps';
import { REFS } from '../../agent/fake-browser';
import { click, FakeWorld, proposal } from '../../agent/fake-ports';
import { runWorld } from '../../agent/run-world';

const digest = (text: string): Promise<string> =>
  Promise.resolve(createHash('sha256').update(text).digest('hex'));

/** A whole run with real hashes. */
async function makeDocument(): Promise<RunDocument> {
  const world = new FakeWorld({
    script: [proposal([click(REFS.asks), click(REFS.fails), click(REFS.plain)])],
  });
  await runWorld(world, { answers: ['allow-once'], resumes: 0 });
  const texts = new Map<string, string>();
  const rehash = async (hash: string): Promise<string> => {
    const text = world.blobs.texts.get(hash) ?? '';
    const real = await digest(text);
    texts.set(real, text);
    return real;
  };
  const events: RunEvent[] = [];
  for (const event of world.log.events) {
    if (event.type !== 'observed') events.push(event);
    else {
      const changes = event.changes === undefined ? {} : { changes: await rehash(event.changes) };
      events.push({ ...event, text: await rehash(event.text), ...changes });
    }
  }
  return buildRunDocument(summarizeRun(fold(events)), events, (hash) => Promise.resolve(texts.get(hash)));
}

describe('the JSON document of a run', () => {
  it('comes back as it went out', async () => {
    const document = await makeDocument();
    expect(Object.keys(document.blobs).length).toBeGreaterThan(0);
    expect(await parseRunDocument(printRunDocument(document), digest)).toEqual(document);
    expect(document).toMatchObject({ schema: 'errand-run', version: 1, run: { status: 'done' } });
  });

  it('leaves out texts that are gone', async () => {
    const { run, events } = await makeDocument();
    const document = await buildRunDocument(run, events, () => Promise.resolve(undefined));
    expect(document.blobs).toEqual({});
    expect(await parseRunDocument(printRunDocument(document), digest)).toEqual(document);
  });

  it.each<[string, (document: RunDocument) => unknown, string]>([
    ['another schema', (document) => ({ ...document, schema: 'other' }), 'not a run'],
    ['a newer version', (document) => ({ ...document, version: 2 }), 'version 2'],
    ['a field too many', (document) => ({ ...document, recipes: [] }), 'not a run'],
    [
      'a missing event',
      (document) => ({ ...document, events: document.events.slice(1) }),
      'Event 0 is missing',
    ],
    [
      'the row of another run',
      (document) => ({ ...document, run: { ...document.run, id: 'x' } }),
      'another run',
    ],
    ['a changed text', (document) => ({ ...document, blobs: alter(document.blobs) }), 'was changed'],
    [
      'a text of nobody',
      (document) => ({ ...document, blobs: { ...document.blobs, ff: 'x' } }),
      'No event speaks',
    ],
  ])('refuses %s', async (_, change, words) => {
    const text = JSON.stringify(change(await makeDocument()));
    await expect(parseRunDocument(text, digest)).rejects.toThrow(InvalidRunDocumentError);
    await expect(parseRunDocument(text, digest)).rejects.toThrow(words);
  });

  it('refuses what is not JSON', async () => {
    await expect(parseRunDocument('{', digest)).rejects.toThrow('not JSON');
  });
});

function alter(blobs: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(blobs).map(([hash, text]) => [hash, `${text}!`]));
}

describe('projectSteps', () => {
  it('makes one step of each proposal, with what was seen and what became of its actions', async () => {
    const steps = projectSteps((await makeDocument()).events);
    expect(steps).toHaveLength(2);
    expect(steps[0]).toMatchObject({
      index: 0,
      observation: { tabId: 1, url: 'https://shop.test/' },
      usage: { promptTokens: 10 },
      actions: [
        { verdict: { decision: 'ask' }, answer: 'allow-once', result: { status: 'done' } },
        { verdict: { decision: 'allow' }, result: { status: 'failed' } },
        { call: { name: 'click' } },
      ],
    });
    expect(steps[0]?.actions[2]).not.toHaveProperty('result');
  });

  it('puts the words of the user into the step that read them', () => {
    const bodies: EventBody[] = [
      { type: 'user-said', text: 'Blue' },
      { type: 'proposed', proposal: proposal([]) },
    ];
    const events = bodies.map((body, seq): RunEvent => ({ ...body, v: 1, runId: 'r', seq, at: seq }));
    expect(projectSteps(events)).toMatchObject([{ words: ['Blue'], actions: [] }]);
  });
});
