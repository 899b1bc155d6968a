import { expect, it } from 'vitest';
import { drawDots, drawGrowth } from './svg-plot.ts';

const SERIES = [{ name: 'walk', colour: '#888' }];

it('draws a dot for every value above zero, and none for what came late', () => {
  const svg = drawDots(
    [
      { name: 'a', values: { walk: 1 } },
      { name: 'b <page>', values: { walk: 100 } },
      { name: 'c', values: { walk: Infinity } },
    ],
    SERIES,
    'ms',
  );
  expect(svg.match(/<circle/g)).toHaveLength(2);
  expect(svg).not.toContain('<page>');
  expect(svg).not.toMatch(/NaN|Infinity/);
});

it('draws nothing of nothing', () => expect(drawGrowth([], SERIES)).toBe(''));

it('puts what is linear on a straight line', () => {
  const svg = drawGrowth(
    [1, 10, 100].map((x) => ({ series: 'walk', x, y: x * 3 })),
    SERIES,
  );
  const heights = [...svg.matchAll(/cy="([\d.]+)"/g)].map(([, height]) => Number(height));
  const [first = 0, second = 0, third = 0] = heights;
  expect(first - second).toBeCloseTo(second - third, 0);
});
