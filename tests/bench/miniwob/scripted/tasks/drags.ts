import { centreOf, seeMarks, type Mark } from '../eyes.ts';
import { stroke, submit, type Call, type Point, type Scripts } from '../script.ts';
import type { Sight } from '../sight.ts';
import { colourOf } from './colours.ts';

const DIRECTIONS: Readonly<Record<string, Point>> = {
  left: [-25, 0],
  right: [25, 0],
  up: [0, -25],
  down: [0, 25],
};

const FIGURES: Readonly<Record<string, Mark['kind']>> = {
  rectangles: 'rect',
  circles: 'circle',
  triangles: 'polygon',
};

/** A cell of the grid is 34 pixels wide and high; its name stands in its corner. */
const HALF_CELL = 17;
const PAST_MIDDLE = 8;
/** Places of a grid of three by three. */
const GRID_PLACES = [
  'top left',
  'top center',
  'top right',
  'center left',
  'center',
  'center right',
  'bottom left',
  'bottom center',
  'bottom right',
];

/** What is dragged has no ref: it is taken where it is seen. */
export const DRAG_SCRIPTS: Scripts = {
  'drag-box': async function* (sight) {
    const boxes = (await seeMarks(sight)).filter(({ kind, text }) => kind === 'box' && /^[sL]$/.test(text));
    const [small, large] = ['s', 'L'].map((text) => boxes.find((box) => box.text === text)) as [Mark, Mark];
    yield [stroke(centreOf(small), centreOf(large)), submit(sight)];
  },
  'drag-circle': dragOneFigure,
  'drag-items': async function* (sight) {
    const rows = (await seeMarks(sight)).filter(({ kind, text }) => kind === 'letters' && text !== '');
    const [, name = '', where = ''] = /^Drag (\S+) (.*)\.$/.exec(sight.task) ?? [];
    const from = rows.findIndex(({ text }) => text === name);
    yield [moveRow(rows, from, findRow(where, from, rows.length))];
  },
  'drag-items-grid': async function* (sight) {
    const cells = (await seeMarks(sight)).filter(({ kind, text }) => kind === 'letters' && text !== '');
    const [, name = '', where = ''] = /^Drag (\S+) (.*)\.$/.exec(sight.task) ?? [];
    const from = cells.findIndex(({ text }) => text === name);
    const to = where.startsWith('to the ')
      ? GRID_PLACES.indexOf(where.slice('to the '.length))
      : from + (where.includes('up') ? -3 : where.includes('down') ? 3 : where.includes('left') ? -1 : 1);
    const middle = (cell: Mark): Point => [cell.left + HALF_CELL, cell.top + HALF_CELL];
    const start = middle(cells[from] as Mark);
    const end = middle(cells[to] as Mark);
    // Along the row first, then across the rows; things make way once the pointer has passed their middle.
    const past = (index: 0 | 1): number => end[index] + Math.sign(end[index] - start[index]) * PAST_MIDDLE;
    yield [stroke(start, [past(0), start[1]], [past(0), past(1)])];
  },
  'drag-shapes': async function* (sight) {
    const kind = FIGURES[/all (\w+)/.exec(sight.task)?.[1] ?? ''];
    const { figures, boxes } = await seeFigures(sight);
    yield [
      ...figures.filter((figure) => figure.kind === kind).map((figure) => into(figure, boxes[0])),
      submit(sight),
    ];
  },
  'drag-shapes-2': async function* (sight) {
    const [, what = ''] = /all (\w+)/.exec(sight.task) ?? [];
    const { figures, boxes } = await seeFigures(sight);
    const [left, right] = boxes.toSorted((one, other) => one.left - other.left);
    const isMeant = ({ kind, fill }: Mark) =>
      what in FIGURES ? kind === FIGURES[what] : fill === colourOf(what);
    yield [...figures.map((figure) => into(figure, isMeant(figure) ? left : right)), submit(sight)];
  },
  'drag-single-shape': dragOneFigure,
  'drag-sort-numbers': async function* (sight) {
    for (let turn = 0; turn < 4; turn += 1) {
      const rows = (await seeMarks(sight)).filter(
        ({ kind, text }) => kind === 'letters' && /^-?\d+$/.test(text),
      );
      const sorted = rows.toSorted((one, other) => Number(one.text) - Number(other.text));
      const to = rows.findIndex((row, index) => row !== sorted[index]);
      if (to < 0) break;
      yield [moveRow(rows, rows.indexOf(sorted[to] as Mark), to)];
    }
    yield [submit(sight)];
  },
};

async function* dragOneFigure(sight: Sight) {
  const [figure] = (await seeFigures(sight)).figures;
  const [dx, dy] = DIRECTIONS[/ (left|right|up|down) /.exec(sight.task)?.[1] ?? ''] ?? [0, 0];
  const [x, y] = centreOf(figure as Mark);
  yield [stroke([x, y], [x + dx, y + dy]), submit(sight)];
}

/** Figures with a colour, and empty boxes to put them in. */
async function seeFigures(sight: Sight): Promise<{ figures: Mark[]; boxes: Mark[] }> {
  const drawn = (await seeMarks(sight)).filter(
    ({ kind }) => kind === 'rect' || kind === 'circle' || kind === 'polygon',
  );
  const isEmpty = ({ fill }: Mark) => fill === 'none';
  return { figures: drawn.filter((mark) => !isEmpty(mark)), boxes: drawn.filter(isEmpty) };
}

function into(figure: Mark, box: Mark | undefined): Call {
  return stroke(centreOf(figure), centreOf(box as Mark));
}

/** "to the 3rd position", "to the top", "up by one position" as a place from 0. */
function findRow(where: string, from: number, count: number): number {
  const [, place] = /(\d)(?:st|nd|rd|th)/.exec(where) ?? [];
  if (place !== undefined) return Number(place) - 1;
  if (where.includes('by one')) return from + (where.startsWith('up') ? -1 : 1);
  return where.includes('top') ? 0 : count - 1;
}

/** A little beyond the middle of the row whose place it takes. */
function moveRow(rows: readonly Mark[], from: number, to: number): Call {
  const [start, end] = [rows[from], rows[to]].map((row) => centreOf(row as Mark)) as [Point, Point];
  return stroke(start, [start[0], end[1] + 3 * Math.sign(end[1] - start[1])]);
}
