import { getAttribute, matches, queryWithin } from '../../observe/dom';
import { isShown } from '../ready/actionable';
import { parseNumber } from './parse-number';

/** Controls by ARIA whose value is a place on a scale: https://w3c.github.io/aria/#range */
const RANGES = [
  '[role=slider]',
  '[role=spinbutton]',
  '[role=scrollbar]',
  '[role=separator][aria-valuenow]',
  '[role=meter]',
  '[role=progressbar]',
].join(',');

/** What a range says of itself. */
export interface RangeState {
  /** `aria-valuenow`; NaN when it does not say. */
  now: number;
  /** `aria-valuetext`, or '' */
  text: string;
  min: number;
  max: number;
}

/** The range itself, or the only one inside a wrapper. */
export function findRange(element: Element): Element | undefined {
  if (matches(element, RANGES)) return element;
  const inside = [...queryWithin(element, RANGES)].filter((range) => isShown(range));
  return inside.length === 1 ? inside[0] : undefined;
}

export function readRange(range: Element): RangeState {
  // A spin button without limits has none; the others run from 0 to 100 unless they say otherwise.
  const bounded = !matches(range, '[role=spinbutton]');
  return {
    now: readNumber(range, 'aria-valuenow') ?? Number.NaN,
    text: getAttribute(range, 'aria-valuetext') ?? '',
    min: readNumber(range, 'aria-valuemin') ?? (bounded ? 0 : -Infinity),
    max: readNumber(range, 'aria-valuemax') ?? (bounded ? 100 : Infinity),
  };
}

/** As the observation prints it. */
export function showRange({ text, now }: RangeState): string {
  return text || (Number.isNaN(now) ? '' : String(now));
}

function readNumber(range: Element, attribute: string): number | undefined {
  return parseNumber(getAttribute(range, attribute) ?? '');
}
