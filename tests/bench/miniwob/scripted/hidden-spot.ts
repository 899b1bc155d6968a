import type { Place } from './places.ts';
import type { Point } from './script.ts';

/** What was said at a point: the place of its band among `bands`. */
export interface Probe {
  at: Point;
  band: number;
}

const CANDIDATE_STEP = 2;
const PROBE_STEP = 6;

/**
 * Where to look next for a spot somewhere in an area that says how far away it is: the point whose answers divide best what is
 * possible yet. `bands` are the distances in pixels at which the answer changes, nearest first.
 */
export function nextProbe(area: Place, bands: readonly number[], probes: readonly Probe[]): Point {
  const possible = pointsOf(area, CANDIDATE_STEP).filter((spot) =>
    probes.every(({ at, band }) => bandOf(at, spot, bands) === band),
  );
  const nearest = possible.length < 12 ? possible : pointsOf(area, PROBE_STEP);
  const rated = nearest.map((at) => ({ at, rest: countRest(at, possible, bands) }));
  return rated.toSorted((one, other) => one.rest - other.rest)[0]?.at ?? [area.left, area.top];
}

function bandOf(at: Point, spot: Point, bands: readonly number[]): number {
  const distance = Math.hypot(at[0] - spot[0], at[1] - spot[1]);
  const band = bands.findIndex((limit) => distance < limit);
  return band === -1 ? bands.length : band;
}

/** How many possible spots are left on average after an answer. */
function countRest(at: Point, possible: readonly Point[], bands: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const spot of possible) {
    const band = bandOf(at, spot, bands);
    counts.set(band, (counts.get(band) ?? 0) + 1);
  }
  return [...counts.values()].reduce((total, count) => total + count * count, 0);
}

function pointsOf({ left, top, width, height }: Place, step: number): Point[] {
  const points: Point[] = [];
  for (let y = top; y < top + height; y += step)
    for (let x = left; x < left + width; x += step) points.push([x, y]);
  return points;
}
