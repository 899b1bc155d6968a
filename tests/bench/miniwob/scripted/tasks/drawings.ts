import { centreOf, seeMarks } from '../eyes.ts';
import { middleOf, type Place } from '../places.ts';
import { stroke, submit, type Call, type Point, type Scripts } from '../script.ts';
import type { Sight } from '../sight.ts';

/** What is drawn by hand, and a cube that is turned by hand. */
export const DRAWING_SCRIPTS: Scripts = {
  'draw-circle': async function* (sight) {
    const { middle, area } = await seeDot(sight);
    const [x, y] = middle;
    const room = Math.min(
      x - area.left,
      area.left + area.width - x,
      y - area.top,
      area.top + area.height - y,
    );
    const radius = Math.min(30, room - 3);
    const points = Array.from({ length: 41 }, (_, index): Point => {
      const angle = (index / 40) * 2 * Math.PI;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    });
    yield [stroke(...points), submit(sight)];
  },
  'draw-line': async function* (sight) {
    const { middle, area } = await seeDot(sight);
    const [x, y] = middle;
    const { left, top, width, height } = area;
    const ends: [Point, Point] = sight.task.includes('horizontal')
      ? [[left + 5, y], [left + width - 5, y]] // prettier-ignore
      : [[x, top + 5], [x, top + height - 5]]; // prettier-ignore
    yield [stroke(ends[0], middle, ends[1]), submit(sight)];
  },
  'drag-cube': async function* (sight) {
    const wanted = /"(\d)"/.exec(sight.task)?.[1] ?? '';
    for (let turn = 0; turn < 20; turn += 1) {
      const { face, place } = await seeCube(sight);
      if (face === wanted) break;
      const reach = 12 + ((turn * 7) % 16);
      yield [
        turnCube(middleOf(place), isEnd(face) || isEnd(wanted), reach),
        { name: 'wait_for', args: { seconds: 1 } },
      ];
    }
    yield [submit(sight)];
  },
};

/** The one dot of a drawing, and where there is room to draw. */
async function seeDot(sight: Sight): Promise<{ middle: Point; area: Place }> {
  const dot = (await seeMarks(sight)).find(({ kind }) => kind === 'circle');
  if (dot === undefined) throw new Error('No dot is drawn.');
  const area = await sight.look(
    () => document.querySelector('svg')?.getBoundingClientRect().toJSON() as Place,
  );
  return { middle: centreOf(dot), area };
}

/** The number on the side that faces the user, which is written in red. */
async function seeCube(sight: Sight): Promise<{ face: string; place: Place }> {
  const face = (await seeMarks(sight)).find(({ fill }) => fill === 'rgb(255, 0, 0)')?.text ?? '';
  const place = await sight.look(
    () => document.querySelector('.viewport')?.getBoundingClientRect().toJSON() as Place,
  );
  return { face, place };
}

/** The cube is turned over to its ends, and about them to the other sides. */
function isEnd(side: string): boolean {
  return side === '1' || side === '6';
}

/** Of different reach each time: how far it goes on by itself depends on how fast the hand was. */
function turnCube([x, y]: Point, isOver: boolean, reach: number): Call {
  return isOver ? stroke([x, y - reach], [x, y + reach]) : stroke([x - reach, y], [x + reach, y]);
}
