import { expect, test } from 'vitest';
import { nextProbe, type Probe } from './hidden-spot.ts';

const AREA = { left: 10, top: 50, width: 160, height: 125 };
const RADII = [5, 10, 40];

function countProbes(spot: readonly [number, number]): number {
  const probes: Probe[] = [];
  for (;;) {
    const at = nextProbe(AREA, RADII, probes);
    const distance = Math.hypot(at[0] - spot[0], at[1] - spot[1]);
    const band = RADII.findIndex((limit) => distance < limit);
    probes.push({ at, band: band === -1 ? RADII.length : band });
    if (band === 0 || probes.length > 20) return probes.length;
  }
}

test('a hidden spot is found in a few looks wherever it is', () => {
  const spots = [
    [15, 55],
    [165, 170],
    [90, 110],
    [31, 160],
  ] as const;
  expect(Math.max(...spots.map(countProbes))).toBeLessThanOrEqual(14);
});
