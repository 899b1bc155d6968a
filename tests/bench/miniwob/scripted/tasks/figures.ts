import { centreOf, seeMarks, type Mark } from '../eyes.ts';
import { click, clickAt, submit, type Point, type Scripts } from '../script.ts';
import type { Sight } from '../sight.ts';

/** What drawn figures are called on buttons. */
const FIGURES: Readonly<Record<string, string>> = {
  rect: 'Rectangle',
  circle: 'Circle',
  polygon: 'Triangle',
  path: 'Triangle',
  text: 'Letter',
};

/** Points of drawn figures. */
export const FIGURE_SCRIPTS: Scripts = {
  'ascending-numbers': async function* (sight) {
    const numbers = (await seeMarks(sight)).filter(({ kind }) => kind === 'text');
    yield numbers
      .toSorted((one, other) => Number(one.text) - Number(other.text))
      .map((number) => clickAt(centreOf(number)));
  },
  'bisect-angle': async function* (sight) {
    const [one, other] = (await seeMarks(sight)).flatMap(({ ends }) => ends ?? []);
    if (one === undefined || other === undefined) return;
    // The vertex is the end that both lines share.
    const isAtFrom = [other.from, other.to].some((end) => distance(one.from, end) < 3);
    const vertex = isAtFrom ? one.from : one.to;
    const [p, q] = [farEnd(one, vertex), farEnd(other, vertex)];
    const [toP, toQ] = [direction(vertex, p), direction(vertex, q)];
    const [x, y] = direction([0, 0], [toP[0] + toQ[0], toP[1] + toQ[1]]);
    yield [clickAt([vertex[0] + 40 * x, vertex[1] + 40 * y]), submit(sight)];
  },
  'circle-center': async function* (sight) {
    const [circle] = await seeCircles(sight);
    yield [clickAt(centreOf(circle as Mark)), submit(sight)];
  },
  'find-midpoint': async function* (sight) {
    const [one, other] = (await seeCircles(sight)).map(centreOf) as [Point, Point];
    yield [clickAt([(one[0] + other[0]) / 2, (one[1] + other[1]) / 2]), submit(sight)];
  },
  'grid-coordinate': async function* (sight) {
    const [, x = 0, y = 0] = (/\((-?\d),(-?\d)\)/.exec(sight.task) ?? []).map(Number);
    const circles = (await seeCircles(sight)).map(centreOf);
    const [across, down] = [0, 1].map((axis) =>
      [...new Set(circles.map((point) => Math.round(point[axis as 0 | 1])))].toSorted((a, b) => a - b),
    ) as [number[], number[]];
    yield [clickAt([across[x + 2] ?? 0, down[2 - y] ?? 0])];
  },
  'identify-shape': async function* (sight) {
    const figure = (await seeMarks(sight)).find(({ kind }) => kind in FIGURES);
    if (figure === undefined) return;
    const name = /\d/.test(figure.text) ? 'Number' : FIGURES[figure.kind];
    yield [click(sight.refOf('button', name ?? ''))];
  },
  'right-angle': async function* (sight) {
    const circles = await seeCircles(sight);
    const [vertex, point] = ['rgb(0, 0, 255)', 'rgb(0, 0, 0)'].map((colour) =>
      centreOf(circles.find(({ fill }) => fill === colour) as Mark),
    ) as [Point, Point];
    const [dx, dy] = [point[0] - vertex[0], point[1] - vertex[1]];
    const turned = [1, 0.8, 0.6, 0.4, 0.2].flatMap((share): Point[] => [
      [vertex[0] - dy * share, vertex[1] + dx * share],
      [vertex[0] + dy * share, vertex[1] - dx * share],
    ]);
    const area = await sight.look(
      () => document.querySelector('svg')?.getBoundingClientRect().toJSON() as DOMRect,
    );
    const inside = turned.find(
      ([x, y]) => x > area.left + 4 && x < area.right - 4 && y > area.top + 4 && y < area.bottom - 4,
    );
    yield [clickAt(inside ?? vertex), submit(sight)];
  },
};

async function seeCircles(sight: Sight): Promise<Mark[]> {
  return (await seeMarks(sight)).filter(({ kind }) => kind === 'circle');
}

function farEnd({ from, to }: NonNullable<Mark['ends']>, vertex: Point): Point {
  return distance(from, vertex) < 3 ? to : from;
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}

/** Of length 1. */
function direction(from: Point, to: Point): Point {
  const length = distance(from, to) || 1;
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}
