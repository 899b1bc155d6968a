import { describe, expect, it } from 'vitest';
import type { DoneStep } from '../../lib/recipes/distil/done-steps';
import { ParamBook } from '../../lib/recipes/distil/param-book';
import { StepWriter } from '../../lib/recipes/distil/step-writer';

const hover = (args: Record<string, unknown>): DoneStep => ({
  seq: 1,
  call: { name: 'hover', args },
  tabId: 1,
  tabs: [1],
  target: {
    ref: 'e1',
    fingerprint: { role: 'link', name: 'Products', tag: 'a', attributes: {}, within: [], nth: 0, of: 1 },
    origin: 'https://shop.test',
  },
  effect: { added: 2 },
});

describe('a recipe', () => {
  it('points at what it knows again, and not at a point of the screen', () => {
    const writer = new StepWriter({ book: new ParamBook(''), words: '', findText: () => undefined });
    expect(writer.write(hover({ ref: 'e1' }))).toBeUndefined();
    expect(writer.write(hover({ x: 20, y: 30 }))).toMatchObject({ code: 'distil-unclear-step' });
    expect(writer.steps.map((step) => step.type)).toEqual(['act']);
  });
});
