import { seeMarks } from '../eyes.ts';
import { nextProbe, type Probe } from '../hidden-spot.ts';
import { middleOf, type Place } from '../places.ts';
import { click, clickAt, pressKeys, submit, typeText, type Scripts } from '../script.ts';
import type { Sight } from '../sight.ts';
import { bestSquare } from '../tic-tac-toe.ts';

/** What is said within so many pixels of the spot. */
const HEATS = ['HOT', 'WARM', 'COLD', 'ICE COLD'];
const HEAT_RADII = [5, 10, 40];

/** Played against the page: each turn by what the one before has brought. */
export const TURN_SCRIPTS: Scripts = {
  'guess-number': async function* (sight) {
    let [least, most] = [0, 9];
    while (least <= most) {
      const guess = Math.floor((least + most) / 2);
      yield [typeText(sight.things('spinbutton')[0]?.ref ?? '', String(guess)), submit(sight)];
      if (sight.news.includes('higher than')) least = guess + 1;
      else if (sight.news.includes('lower than')) most = guess - 1;
      else return;
    }
  },
  'hot-cold': async function* (sight) {
    const area = await sight.look(
      () => document.querySelector('#area > div')?.getBoundingClientRect().toJSON() as Place,
    );
    const probes: Probe[] = [];
    for (;;) {
      const at = nextProbe(area, HEAT_RADII, probes);
      yield [{ name: 'hover', args: { x: Math.round(at[0]), y: Math.round(at[1]) } }];
      const said = (await seeMarks(sight)).find(({ text }) => HEATS.includes(text))?.text ?? '';
      probes.push({ at, band: HEATS.indexOf(said) });
      if (said === 'HOT') return yield [clickAt(at)];
    }
  },
  /** The price moves ten times a second: what is a second below the limit may be above it as the button is pressed. */
  'stock-market': async function* (sight) {
    const limit = Number(/less than \$(\d+\.\d\d)/.exec(sight.task)?.[1]);
    const buy = click(sight.refOf('button', 'Buy'));
    const price = Number(/price: \$(\d+\.\d\d)/.exec(sight.told)?.[1] ?? 'NaN');
    if (price < limit - 1) yield [buy];
    else yield [{ name: 'wait_for', args: { text: `$${String(Math.ceil(limit) - 2)}.`, seconds: 10 } }, buy];
  },
  terminal: async function* (sight) {
    const [, ending = ''] = /the extension (\.\S+)/.exec(sight.task) ?? [];
    yield [clickAt(middleOf(await seeArea(sight))), pressKeys(keysOf('ls'))];
    const files = [...sight.news.matchAll(/"([^"]*)"/g)].flatMap(([, text = '']) => text.split(' '));
    const isWanted = (name: string) => (ending ? name.endsWith(ending) : /^[\w-]+$/.test(name));
    const file = files.find((name) => !/^(ls|user)$/.test(name) && isWanted(name));
    yield [pressKeys(keysOf(`rm ${file ?? ''}`))];
  },
  'tic-tac-toe': async function* (sight) {
    for (;;) {
      const squares = await seeSquares(sight);
      const best = bestSquare(squares.map(({ mark }) => mark));
      const square = best === undefined ? undefined : squares[best];
      if (square === undefined) return;
      yield [clickAt(middleOf(square))];
    }
  },
};

/** A command, character by character, and Enter. */
function keysOf(command: string): string {
  return [...[...command].map((key) => (key === ' ' ? 'Space' : key)), 'Enter'].join(' ');
}

function seeArea(sight: Sight): Promise<Place> {
  return sight.look(() => document.querySelector('#area')?.getBoundingClientRect().toJSON() as Place);
}

/** The pictures of crosses and rings, row by row. */
function seeSquares(sight: Sight): Promise<(Place & { mark: 'x' | 'o' | '' })[]> {
  return sight.look(() =>
    [...document.querySelectorAll('#area span')].map((square) => {
      const { left, top, width, height } = square.getBoundingClientRect();
      const picture = getComputedStyle(square).content;
      const mark = picture.includes('/x.png') ? 'x' : picture.includes('/o.png') ? 'o' : '';
      return { left, top, width, height, mark };
    }),
  );
}
