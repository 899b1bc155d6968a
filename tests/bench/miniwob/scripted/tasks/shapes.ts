import { centreOf, seeMarks, type Mark } from '../eyes.ts';
import { click, clickAt, type Scripts } from '../script.ts';
import type { Sight } from '../sight.ts';
import { colourOf } from './colours.ts';

/** Letters and figures are drawn in two sizes, 10 and 20 px. */
const LARGE_PX = 15;
const WORDS: Readonly<Record<string, Mark['kind']>> = {
  rectangle: 'rect',
  circle: 'circle',
  triangle: 'polygon',
};

/** Things of a drawing that are told by size, colour and kind. */
export const SHAPE_SCRIPTS: Scripts = {
  'click-shape': async function* (sight) {
    const [thing] = await findShapes(sight, /^Click on a (.*)$/.exec(sight.task)?.[1] ?? '');
    yield [clickAt(centreOf(thing as Mark))];
  },
  'count-shape': async function* (sight) {
    const found = await findShapes(sight, /^How many (.*)s are there/.exec(sight.task)?.[1] ?? '');
    yield [click(sight.refOf('button', String(found.length)))];
  },
  'count-sides': async function* (sight) {
    yield [click(sight.refOf('button', String(await sight.look(countSides))))];
  },
};

async function findShapes(sight: Sight, description: string): Promise<Mark[]> {
  const words = description.split(' ');
  const what = words.pop() ?? '';
  const drawn = (await seeMarks(sight)).filter(({ kind }) => kind !== 'box' && kind !== 'letters');
  return drawn.filter((mark) => isOfKind(mark, what) && words.every((word) => isSo(mark, word)));
}

function isOfKind({ kind, text }: Mark, what: string): boolean {
  if (what === 'item') return true;
  if (what === 'shape') return kind !== 'text';
  if (what === 'digit') return /\d/.test(text);
  if (what === 'letter') return /[a-z]/i.test(text);
  return what in WORDS ? kind === WORDS[what] : text === what;
}

function isSo({ height, fill }: Mark, word: string): boolean {
  if (word === 'large') return height > LARGE_PX;
  if (word === 'small') return height < LARGE_PX;
  return fill === colourOf(word);
}

/** Runs in the page. The outline of a figure with n corners comes near to its middle n times on the way round. */
function countSides(): number {
  const canvas = document.querySelector('canvas') as HTMLCanvasElement;
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  const isInk = (x: number, y: number) =>
    (pixels[(Math.round(y) * width + Math.round(x)) * 4 + 3] ?? 0) > 100;
  const reach = (angle: number): number => {
    for (let radius = height / 2 - 1; radius > 0; radius -= 0.25)
      if (isInk(width / 2 + radius * Math.cos(angle), height / 2 + radius * Math.sin(angle))) return radius;
    return 0;
  };
  const angles = Array.from({ length: 360 }, (_, degree) => (degree * Math.PI) / 180);
  const strengths = [3, 4, 5, 6, 7].map((sides) => {
    const across = angles.reduce((sum, angle) => sum + reach(angle) * Math.cos(sides * angle), 0);
    const down = angles.reduce((sum, angle) => sum + reach(angle) * Math.sin(sides * angle), 0);
    return Math.hypot(across, down);
  });
  return strengths.indexOf(Math.max(...strengths)) + 3;
}
