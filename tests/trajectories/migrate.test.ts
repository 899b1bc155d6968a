import { describe, expect, it } from 'vitest';
import { InvalidEventError, migrateEvent, migrateEvents } from '../../lib/trajectories/migrate';

const EVENT = { v: 1, runId: 'r', seq: 3, at: 5, type: 'user-said', text: 'Hello' };

describe('migrateEvent', () => {
  it('returns a valid event as it is', () => {
    expect(migrateEvent(EVENT)).toEqual(EVENT);
  });

  it.each([
    ['no object', 'text', 'not an event'],
    ['null', null, 'not an event'],
    ['no version', { ...EVENT, v: undefined }, 'v:'],
    ['a negative seq', { ...EVENT, seq: -1 }, 'seq:'],
    ['an unknown type', { ...EVENT, type: 'moon-landed' }, 'Event 3 is not valid'],
    ['a missing field', { ...EVENT, text: undefined }, 'text:'],
    ['a field too many', { ...EVENT, extra: 1 }, 'Event 3 is not valid'],
    ['a newer version', { ...EVENT, v: 99 }, 'Update Errand'],
  ])('refuses %s and says where', (_, raw, words) => {
    expect(() => migrateEvent(raw)).toThrow(InvalidEventError);
    expect(() => migrateEvent(raw)).toThrow(words);
  });
});

describe('migrateEvents', () => {
  it('refuses a log without beginning, with a gap, or of two runs', () => {
    expect(() => migrateEvents([{ ...EVENT, seq: 0 }])).toThrow('not the start');
    expect(() => migrateEvents([EVENT])).toThrow('Event 0 is missing');
    expect(() =>
      migrateEvents([
        { ...EVENT, seq: 0 },
        { ...EVENT, seq: 1, runId: 'other' },
      ]),
    ).toThrow('another run');
  });
});
