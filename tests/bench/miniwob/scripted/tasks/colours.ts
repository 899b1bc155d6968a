import { centreOf, seeMarks } from '../eyes.ts';
import { clickAt, submit, type Scripts } from '../script.ts';

/** The colours that tasks name, as CSS has them. */
const COLOURS: Readonly<Record<string, string>> = {
  red: 'rgb(255, 0, 0)',
  green: 'rgb(0, 128, 0)',
  blue: 'rgb(0, 0, 255)',
  olive: 'rgb(128, 128, 0)',
  lime: 'rgb(0, 255, 0)',
  black: 'rgb(0, 0, 0)',
  white: 'rgb(255, 255, 255)',
  grey: 'rgb(128, 128, 128)',
  purple: 'rgb(128, 0, 128)',
  orange: 'rgb(255, 165, 0)',
  yellow: 'rgb(255, 255, 0)',
  cyan: 'rgb(0, 255, 255)',
  aqua: 'rgb(0, 255, 255)',
  pink: 'rgb(255, 192, 203)',
  magenta: 'rgb(255, 0, 255)',
};

export function colourOf(name: string): string {
  const colour = COLOURS[name];
  if (colour === undefined) throw new Error(`${name} is no colour that is known.`);
  return colour;
}

/** Boxes to be told from each other by their colours. */
export const COLOUR_SCRIPTS: Scripts = {
  'click-color': async function* (sight) {
    const colour = colourOf(/the (\S+) colored/.exec(sight.task)?.[1] ?? '');
    const box = (await seeMarks(sight)).find(({ kind, fill }) => kind === 'box' && fill === colour);
    if (box !== undefined) yield [clickAt(centreOf(box))];
  },
  'click-shades': async function* (sight) {
    const place = ['red', 'green', 'blue'].indexOf(/shades of (\w+)/.exec(sight.task)?.[1] ?? '');
    const boxes = (await seeMarks(sight)).filter(({ kind, text }) => kind === 'box' && text === '');
    const shades = boxes.filter(({ fill }) => {
      const parts = (fill.match(/\d+/g) ?? []).map(Number);
      return parts.every((part, index) => index === place || part < (parts[place] ?? 0));
    });
    yield [...shades.map((shade) => clickAt(centreOf(shade))), submit(sight)];
  },
};
