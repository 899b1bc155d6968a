import type { Sight } from './sight.ts';

/** One call of the vocabulary. */
export interface Call {
  name: string;
  args: Record<string, unknown>;
}

/**
 * What a clever model would answer, proposal by proposal. `sight` is what it is shown, and is brought up to date after each `yield`;
 * the run is finished when the script is over.
 */
export type Script = (sight: Sight) => AsyncGenerator<Call[], void, void>;

/** Scripts by the names of their tasks. */
export type Scripts = Readonly<Record<string, Script>>;

/** CSS pixels of the visible page. */
export type Point = readonly [x: number, y: number];

export function click(ref: string): Call {
  return { name: 'click', args: { ref } };
}

export function clickAt([x, y]: Point): Call {
  return { name: 'click_at', args: { x: Math.round(x), y: Math.round(y) } };
}

export function typeText(ref: string, text: string): Call {
  return { name: 'type_text', args: { ref, text } };
}

export function pressKeys(keys: string, ref?: string): Call {
  return { name: 'press_keys', args: { keys, ...(ref === undefined ? {} : { ref }) } };
}

export function drag(ref: string, where: { to: string } | { by: { x: number; y: number } }): Call {
  return { name: 'drag', args: { ref, ...where } };
}

/** Points are CSS pixels from the top left of `ref`. */
export function drawPath(ref: string, ...paths: Point[][]): Call {
  return { name: 'draw_path', args: { ref, paths } };
}

export function submit(sight: Sight): Call {
  return click(sight.refOf('button', 'Submit'));
}

/** One stroke through points of the screen: it draws, or drags what is drawn at its beginning. */
export function stroke(...points: Point[]): Call {
  return { name: 'draw_path', args: { paths: [points.map(([x, y]) => [Math.round(x), Math.round(y)])] } };
}
