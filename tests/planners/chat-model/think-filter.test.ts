import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createThinkFilter, stripThinking } from '../../../lib/planners/chat-model/think-filter';

// The same cases at every run; change the seed to look further.
fc.configureGlobal({ seed: 20261122 });

function stream(pieces: string[]): string {
  const filter = createThinkFilter();
  return pieces.map((piece) => filter.push(piece)).join('') + filter.end();
}

it('takes reasoning out wherever the pieces are cut', () => {
  const text = 'a<think>x < y <thi</think>b<b>c</b><think>z';
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: text.length })), (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), text.length];
      const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
      expect(stream(pieces)).toBe('ab<b>c</b>');
    }),
  );
});

it('leaves text without reasoning as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (pieces) => {
      fc.pre(!pieces.join('').includes('<think>'));
      expect(stream(pieces)).toBe(pieces.join(''));
    }),
  );
});

it('shows text as soon as it cannot be a tag', () => {
  const filter = createThinkFilter();
  expect(filter.push('Hello <')).toBe('Hello ');
  expect(filter.push('b>')).toBe('<b>');
});

it.each([
  ['reasoning whose beginning was in the prompt </think> I click.', 'I click.'],
  ['<think>never closed', ''],
  [' plain ', 'plain'],
])('%j becomes %j', (text, shown) => {
  expect(stripThinking(text)).toBe(shown);
});

it.each(['<think></think>', '<think>', '</think>', '[THINK]x[/THINK]y', '<'])(
  'two million characters full of %s are read in good time',
  (piece) => {
    const text = piece.repeat(Math.ceil(2_000_000 / piece.length));
    const startedAt = performance.now();
    stripThinking(text);
    expect(performance.now() - startedAt).toBeLessThan(4_000);
  },
);
