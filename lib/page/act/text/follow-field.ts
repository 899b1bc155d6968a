import {
  getAttribute,
  getLocalName,
  getParentNode,
  isConnected,
  matches,
  queryWithin,
} from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { focusedElementOf } from '../actor/native-dom';
import { isTextField, type TextField } from './editable';

/** What is needed to find a field again after the page has drawn another one in its place. */
export interface FieldTrace {
  /** The field as it is in the page now; undefined when there is none that could be it. */
  find(): TextField | undefined;
}

const MAX_LEVELS = 8;

/** Remembers where a field stands and what it is called, before anything is typed into it. */
export function traceField(context: ActContext, field: TextField): FieldTrace {
  const places = listPlaces(field);
  const { role, name } = context.deps.describe(field);
  const isTwin = (other: Element): other is TextField => {
    if (!isTextField(other) || getLocalName(other) !== getLocalName(field)) return false;
    if (getAttribute(other, 'name') !== getAttribute(field, 'name')) return false;
    const described = context.deps.describe(other);
    return described.role === role && described.name === name;
  };
  let known = field;
  const find = (): TextField | undefined => {
    if (isConnected(known)) return known;
    const focused = focusedElementOf(context.document);
    const found = focused && isTwin(focused) ? focused : findInPlace(places, isTwin);
    if (found) known = found;
    return found;
  };
  return { find };
}

interface Place {
  around: Element;
  /** Which of the fields within it. */
  index: number;
  count: number;
}

const FIELDS = 'input,textarea';

/** The field counted among the fields of each element around it. */
function listPlaces(field: TextField): Place[] {
  const places: Place[] = [];
  let around = getParentNode(field);
  for (let level = 0; around instanceof Element && level < MAX_LEVELS; level++) {
    const fields = [...queryWithin(around, FIELDS)];
    places.push({ around, index: fields.indexOf(field), count: fields.length });
    around = getParentNode(around);
  }
  return places;
}

/** In the innermost surroundings that are still there: the twin at the same count, or the only one. */
function findInPlace(
  places: readonly Place[],
  isTwin: (other: Element) => other is TextField,
): TextField | undefined {
  const place = places.find(({ around }) => isConnected(around) && matches(around, ':has(input,textarea)'));
  if (!place) return undefined;
  const fields = [...queryWithin(place.around, FIELDS)];
  const same = fields.length === place.count ? fields[place.index] : undefined;
  if (same && isTwin(same)) return same;
  const twins = fields.filter((one) => isTwin(one));
  return twins.length === 1 ? twins[0] : undefined;
}
