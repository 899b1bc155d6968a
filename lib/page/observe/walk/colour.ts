/** Red, green and blue from 0 to 1, linear light; alpha from 0 to 1. */
interface Colour {
  luminance: number;
  alpha: number;
}

const CHANNELS = /^rgba?\((\d+(?:\.\d+)?), (\d+(?:\.\d+)?), (\d+(?:\.\d+)?)(?:, ([\d.]+))?\)$/;
const ALPHA_OF_OTHER = /\/ ([\d.]+)\)$/;

const known = new Map<string, Colour>();
const MOST_KNOWN = 500;

/** Nothing of the colour is seen. The text is a computed style's: `rgb(…)`, `rgba(…)`, `color(… / a)`, `oklch(… / a)`. */
export function isTransparent(computed: string): boolean {
  return computed === 'rgba(0, 0, 0, 0)' || parseColour(computed).alpha === 0;
}

export function isOpaque(computed: string): boolean {
  return parseColour(computed).alpha === 1;
}

/** Contrast of two colours from 1 to 21 by WCAG 2.2 ("contrast ratio"); 21 when one of them is in a space that is not known here. */
export function contrastOf(one: string, other: string): number {
  if (one === other) return 1;
  const first = parseColour(one).luminance;
  const second = parseColour(other).luminance;
  if (Number.isNaN(first) || Number.isNaN(second)) return HIGHEST_CONTRAST;
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

const HIGHEST_CONTRAST = 21;

function parseColour(computed: string): Colour {
  let colour = known.get(computed);
  if (colour) return colour;
  const match = CHANNELS.exec(computed);
  colour = match
    ? { luminance: luminanceOf(match), alpha: match[4] === undefined ? 1 : Number(match[4]) }
    : { luminance: NaN, alpha: Number(ALPHA_OF_OTHER.exec(computed)?.[1] ?? 1) };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(computed, colour);
  return colour;
}

/** Relative luminance (WCAG 2.2). */
function luminanceOf([, red, green, blue]: RegExpExecArray): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: string | undefined): number {
  const part = Number(channel) / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
