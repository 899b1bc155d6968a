import { parseNumber } from './parse-number';
import type { RangeState } from './range-control';

/** Where a range is to be moved to, and how far away a state is from it. */
export interface RangeGoal {
  /** As it was asked for. */
  wanted: string;
  /** On the scale of `measure`; undefined when the value is a word such as "Medium". */
  number?: number;
  /** The state on the scale of the goal; NaN when it does not say. */
  measure(state: RangeState): number;
  reached(state: RangeState): boolean;
}

/**
 * Reads a wanted value. `aria-valuenow` is the scale where the value fits into its limits; else the text that stands
 * for it, when that is a number of its own (`aria-valuenow=0.3`, `aria-valuetext="30 %"`). Undefined when it fits neither.
 */
export function readGoal(wanted: string, state: RangeState): RangeGoal | undefined {
  const number = parseNumber(wanted);
  const saysWanted = ({ text }: RangeState): boolean => text !== '' && fold(text) === fold(wanted);
  if (number === undefined) return { wanted, measure: () => Number.NaN, reached: saysWanted };
  const byText = (one: RangeState): number => parseNumber(one.text) ?? Number.NaN;
  const inside = number >= state.min && number <= state.max;
  const textual = isAnotherScale(byText(state), state.now);
  if (!inside && !textual) return undefined;
  const measure = inside && !Number.isNaN(state.now) ? (one: RangeState) => one.now : byText;
  const reached = (one: RangeState): boolean => isSame(measure(one), number) || saysWanted(one);
  return { wanted, number, measure, reached };
}

/** More than rounding apart: the text counts in another unit. */
function isAnotherScale(text: number, now: number): boolean {
  if (Number.isNaN(text)) return false;
  return !(Math.abs(text - now) <= Math.abs(now) / 100 + 1e-9);
}

/** Sliders keep the rounding errors of their pixels. */
export function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(other));
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toLowerCase();
}
