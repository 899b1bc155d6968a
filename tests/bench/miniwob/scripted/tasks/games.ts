import { centreOf, seeMarks, type Mark } from '../eyes.ts';
import { click, clickAt, submit, type Scripts } from '../script.ts';
import type { Sight } from '../sight.ts';

/** What has to be found out by trying. */
export const GAME_SCRIPTS: Scripts = {
  'find-greatest': async function* (sight) {
    const cards = (await seeMarks(sight)).filter(isCard);
    let best = { value: -1, place: 0 };
    for (const [place, card] of cards.entries()) {
      yield [clickAt(centreOf(card))];
      const value = await readCard(sight);
      if (value > best.value) best = { value, place };
    }
    const greatest = cards[best.place] as Mark;
    yield [clickAt(centreOf(greatest)), submit(sight)];
  },
  'odd-or-even': async function* (sight) {
    const numbers = (await seeMarks(sight)).filter(({ text }) => /^-?\d+$/.test(text));
    const buttons = { Odd: namedButtons(sight, 'Odd'), Even: namedButtons(sight, 'Even') };
    yield [
      ...numbers.map(({ text }, row) => click(buttons[Number(text) % 2 === 0 ? 'Even' : 'Odd'][row] ?? '')),
      submit(sight),
    ];
  },
};

function isCard({ kind, width, height }: Mark): boolean {
  return kind === 'box' && height > 50 && width < 60;
}

async function readCard(sight: Sight): Promise<number> {
  const shown = (await seeMarks(sight)).find(({ text }) => /^\d+$/.test(text));
  return Number(shown?.text ?? '-1');
}

function namedButtons(sight: Sight, name: string): string[] {
  return sight
    .things('button')
    .filter((thing) => thing.name === name)
    .map(({ ref }) => ref);
}
