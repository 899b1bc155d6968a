import { describe, expect, it } from 'vitest';
import { findRepeatedPart } from '../../lib/recipes/distil/repeated-part';
import { collectUserWords } from '../../lib/recipes/distil/user-words';
import type { EventBody, RunEvent } from '../../lib/trajectories/event';

const STARTED: EventBody = {
  type: 'run-started',
  task: { text: 'Find a kettle', attachments: [] },
  planner: { kind: 'rules' },
  tabId: 1,
  url: 'https://shop.test/',
  origins: [],
};
const MORE: EventBody & { type: 'follow-up' } = {
  type: 'follow-up',
  task: { text: 'Buy it', attachments: [] },
};

function ended(answer: string, success = true): EventBody {
  return { type: 'run-finished', success, answer };
}

function log(...bodies: EventBody[]): RunEvent[] {
  return [STARTED, ...bodies].map((body, seq) => ({ ...body, v: 1, runId: 'r', seq, at: seq }));
}

describe('the part of a run that a recipe repeats', () => {
  it('is all of its tasks, since each builds on the one before', () => {
    const events = log(ended('It is blue.'), MORE, ended('Bought.'));
    expect(findRepeatedPart(events)).toEqual({
      startUrl: 'https://shop.test/',
      task: 'Find a kettle',
      answer: 'Bought.',
      events,
    });
    expect(collectUserWords(events)).toBe('Find a kettle\nBuy it');
  });

  it('ends with the newest success: what was stopped after it is left out', () => {
    const events = log(ended('It is blue.'), MORE, { type: 'run-stopped' });
    expect(findRepeatedPart(events)?.events).toHaveLength(2);
    expect(findRepeatedPart(log(ended('It is blue.'), MORE, ended('No.', false)))).toBeUndefined();
    expect(findRepeatedPart(log({ type: 'run-stopped' }))).toBeUndefined();
  });

  it('begins with the follow-up that went on in another tab', () => {
    const moved = { ...MORE, tab: { tabId: 7, url: 'https://pay.test/' } };
    const part = findRepeatedPart(log(ended('It is blue.'), moved, ended('Paid.')));
    expect(part).toMatchObject({ startUrl: 'https://pay.test/', task: 'Buy it', answer: 'Paid.' });
    expect(part?.events.map(({ type }) => type)).toEqual(['follow-up', 'run-finished']);
  });
});
