import { describeElement } from '../describe-element';
import {
  contains,
  ELEMENT_NODE,
  getAttribute,
  getLocalName,
  getNodeType,
  getParentNode,
  getRect,
  getTextContent,
  matches,
} from '../dom';
import { getFlatChildren } from '../flat-tree';
import { createThing, placeThing } from '../thing';
import type { Frame, Walk } from './frame';
import { findStandIn } from './hidden-controls';

/** How many elements inside of something invisible are looked at. */
const MOST_LOOKED_AT = 24;
/** Smaller than this nobody aims at it, in CSS pixels. */
const LEAST_SIZE = { width: 40, height: 12 };

/**
 * Adds the fields inside of something that is not drawn when a person is meant to use them all the same: the field behind a picture
 * of it, whose label is drawn elsewhere, and the one that only fades in as it gets the focus, with its name drawn in its place.
 */
export function addHiddenFields(walk: Walk, hidden: Element, parent: Frame): void {
  for (const field of findFields(hidden)) {
    const thing = createThing(walk.reading.role(field), field);
    thing.acts = true;
    describeElement(walk.reading, thing, field);
    const shown = findShown(walk, hidden, field, thing.name);
    if (!shown) continue;
    placeThing(thing, getRect(shown));
    walk.attach(parent, thing);
  }
}

/** What a person sees of the field: the label, or the place in which the name is drawn. */
function findShown(walk: Walk, hidden: Element, field: Element, name: string): Element | undefined {
  const label = findStandIn(walk.reading, field);
  if (label && !contains(hidden, label)) return label;
  const { width, height } = getRect(field);
  const isLarge = width >= LEAST_SIZE.width && height >= LEAST_SIZE.height;
  return isLarge && isNameDrawn(hidden, name) ? field : undefined;
}

/** The few fields at the top of it that the keyboard can get to, in the order in which they are rendered. */
function findFields(hidden: Element): Element[] {
  const found: Element[] = [];
  const waiting: Node[] = [...getFlatChildren(hidden, getLocalName(hidden))];
  for (let looked = 0; looked < MOST_LOOKED_AT && waiting.length > 0; looked++) {
    const at = waiting.shift() as Node;
    if (getNodeType(at) !== ELEMENT_NODE) continue;
    const element = at as Element;
    if (matches(element, UNOFFERED)) continue;
    if (matches(element, FIELD)) found.push(element);
    else waiting.unshift(...getFlatChildren(element, getLocalName(element)));
  }
  return found.filter((field) => field.checkVisibility({ visibilityProperty: true }));
}

const FIELD = 'input:not([type=hidden]),select,textarea';
/** Kept from everybody, as the fields are that sites lay out for robots. */
const UNOFFERED = '[aria-hidden=true],[inert],[tabindex="-1"],:disabled';

/** The words of the name stand next to the invisible part, in what holds both. */
function isNameDrawn(hidden: Element, name: string): boolean {
  const holder = getParentNode(hidden);
  if (name === '' || !holder || getAttribute(hidden, 'aria-hidden') === 'true') return false;
  const inside = getTextContent(hidden) ?? '';
  return !inside.includes(name) && (getTextContent(holder) ?? '').includes(name);
}
