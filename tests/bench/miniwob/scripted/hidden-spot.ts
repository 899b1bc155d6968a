import type { Place } from './places.ts';
import type { Point } from './script.ts';

/** What was said at a point: the place of its band among the radii, nearest first; their number is farther than all. */
export interface Probe {
  at: Point;
  band: number;
}

const STEP_PX = 4;
/** Half of a square of that side from corner to corner: a spot may be so far from the point that stands for it. */
const SLACK_PX = 3;
const PROBE_STEP_PX = 10;
/** So few are tried one by one. */
const FEW = 12;

/**
 * Where to look next for a spot somewhere in an area that says how far away it is: the point whose answers divide best what is
 * possible yet. `radii` are the distances in pixels at which the answer changes.
 */
export function nextProbe(area: Place, radii: readonly number[], probes: readonly Probe[]): Point {
  const possible = pointsOf(area, STEP_PX).filter((spot) =>
    probes.every((probe) => isPossible(spot, probe, radii)),
  );
  const worthwhile = possible.length < FEW ? possible : pointsOf(area, PROBE_STEP_PX);
  const rated = worthwhile.map((at) => ({ at, rest: countRest(at, possible, radii) }));
  return rated.toSorted((one, other) => one.rest - other.rest)[0]?.at ?? [area.left, area.top];
}

function isPossible(spot: Point, { at, band }: Probe, radii: readonly number[]): boolean {
  const distance = distanceOf(at, spot);
  const [inner, outer] = [radii[band - 1] ?? 0, radii[band] ?? Infinity];
  return distance >= inner - SLACK_PX && distance < outer + SLACK_PX;
}

/** How many possible spots are left on average after an answer, times how many there are. */
function countRest(at: Point, possible: readonly Point[], radii: readonly number[]): number {
  const counts = Array.from({ length: radii.length + 1 }, () => 0);
  for (const spot of possible) {
    const distance = distanceOf(at, spot);
    const band = radii.filter((radius) => distance >= radius).length;
    counts[band] = (counts[band] ?? 0) + 1;
  }
  return counts.reduce((total, count) => total + count * count, 0);
}

function distanceOf(one: Point, other: Point): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}

function pointsOf({ left, top, width, height }: Place, step: number): Point[] {
  const points: Point[] = [];
  for (let y = top + step / 2; y < top + height; y += step)
    for (let x = left + step / 2; x < left + width; x += step) points.push([x, y]);
  return points;
}
