import { describe, expect, it } from 'vitest';
import type { ChatRequestBody } from '../../support/loopback-endpoint';
import { countPrompts } from './count';
import { findTarget } from './find-target';
import { parseScript } from './parse-step';
import { TASKS } from './tasks';
import { summarise } from './token-summary';

const byCharacter = (text: string): number => text.length;

const body = (...contents: string[]): ChatRequestBody => ({
  model: 'm',
  messages: contents.map((content) => ({ role: 'user', content })),
});

describe('counting prompts', () => {
  it('takes what a request begins with as the one before for cached, in steps of 128 from 1024 on', () => {
    const long = 'x'.repeat(1_300);
    const count = countPrompts([body(long), body(long, 'y'.repeat(100))], byCharacter);
    const [first, second] = [`\nuser\n${long}`.length, `\nuser\n${long}\nuser\n${'y'.repeat(100)}`.length];
    expect(count.prompt).toBe(first + second);
    expect(count.uncached).toBe(first + second - 1_280);
  });

  it('takes a short beginning for not cached at all', () => {
    const { prompt, uncached } = countPrompts([body('a'), body('a', 'b')], byCharacter);
    expect(uncached).toBe(prompt);
  });

  it('sums up what all tasks took', () => {
    const count = { requests: 1, prompt: 100, uncached: 50, keptBytes: 90, bytes: 100 };
    const theirs = { ...count, prompt: 400, uncached: 100 };
    const result = { name: 'a', errand: count, pageAgent: theirs };
    expect(summarise([result, result])).toEqual({
      tasks: 2,
      xPrompt: 0.25,
      xUncached: 0.5,
      prefixShare: 0.9,
    });
  });
});

describe('scripts', () => {
  it('have ten steps each', () => {
    for (const { name, steps } of TASKS) expect(steps, name).toHaveLength(10);
  });

  it('are read step by step, and not at all when a line makes no sense', () => {
    const { phases, steps } = parseScript(
      '# Search\ntype "tea" into textbox holding "milk"\nclick link "Cart…"',
    );
    expect(phases).toEqual([{ words: 'Search', from: 0 }]);
    expect(steps.map(({ target }) => target)).toEqual([
      { role: 'textbox', holds: 'milk' },
      { role: 'link', name: 'Cart', begins: true },
    ]);
    expect(() => parseScript('jump')).toThrow('no step reads like this');
  });

  it('find their targets in what a request shows, the last of several', () => {
    const text =
      'e1 link "Cart"\n  e2 link "Cart (3)"\nf1e9 textbox\ne5 textbox = "milk"\ne7 link "Cart (4)" current';
    expect(findTarget(text, { role: 'link', name: 'Cart', begins: true })).toBe('e7');
    expect(findTarget(text, { role: 'textbox', framed: true })).toBe('f1e9');
    expect(findTarget(text, { role: 'textbox', holds: 'milk' })).toBe('e5');
    expect(findTarget(text, { role: 'link', name: 'Basket' })).toBeUndefined();
  });
});
