import { describeElement, NAMED_BY_AUTHOR_ONLY } from '../describe-element';
import { getRect, matches, queryFirstWithin } from '../dom';
import { readFrame } from '../frames';
import { NEEDS_NAME, STRUCTURE_ROLES } from '../role-tables';
import { isEditingHost, isListeningAnchor } from '../roles';
import { createThing, placeThing } from '../thing';
import type { Thing } from '../thing';
import type { Acts } from './actionable';
import { EDITABLE, ROLE, SAYS, TABINDEX } from './attribute-hints';
import type { Walk } from './frame';
import { findPaintedEditor, findStandIn } from './hidden-controls';
import type { Opening } from './opening';
import { isModal, isScroller } from './visibility';

type ActsHere = Acts | 'pointer';

/** As the element says, or because the pointer becomes a hand here and nowhere around. */
export function findThingActs(
  opening: Opening,
  role: string,
  acts: Acts | undefined,
  isHand: boolean,
  isHeld: boolean,
): ActsHere | undefined {
  const { element, tag, parent } = opening;
  if (tag === 'canvas') return acts ?? (isMereDecoration(opening) ? undefined : 'handler');
  if (acts === undefined && !isHand && !isHeld) return undefined;
  // A whole page is a thing to act on only where it is one text to write in.
  if (tag === 'body' || tag === 'html') return acts === 'handler' || isHand ? undefined : acts;
  if (isHeld) return acts ?? 'pointer';
  if (acts === 'handler' && STRUCTURE_ROLES.has(role) && !/^(row|listitem|article|img|figure)$/.test(role))
    return undefined;
  if (acts !== undefined || !isHand) return acts;
  if (opening.isIcon) return 'pointer';
  // Anchors without an address, and list items around them, are how old menus are made: the anchor is what one clicks.
  if (parent?.pointer && !isListeningAnchor(tag, role)) return undefined;
  if (tag === 'li' && queryFirstWithin(element, 'a,button') !== null) return undefined;
  return tag === 'label' && (element as HTMLLabelElement).control ? undefined : 'pointer';
}

/** What is painted can be meant for the pointer, and nothing tells: only what the pointer or the ear passes by is not. */
function isMereDecoration({ element, style }: Opening): boolean {
  return style.pointerEvents === 'none' || matches(element, '[aria-hidden=true],[aria-hidden=true] *');
}

/** Attributes that give a name, a description or states to something that is no control. */
const TELLING = ROLE | SAYS | TABINDEX | EDITABLE;

/** The element's own thing, described; undefined for wrappers. */
export function createOwnThing(opening: Opening, role: string, why: ActsHere | undefined): Thing | undefined {
  const { walk, element, parent, hints } = opening;
  const acts = why !== undefined;
  const isScrolling = isScrollingBox(opening);
  const printed = findPrintedRole(opening, role, why, isScrolling);
  if (printed === '') return undefined;
  if (parent?.muted && !acts) return undefined;
  const thing = createThing(printed, element);
  thing.acts = acts;
  if (acts || (hints & TELLING) !== 0 || !NAMED_BY_AUTHOR_ONLY.has(role))
    describeElement(walk.reading, thing, element, hints);
  if (isScrolling) noteScrolling(walk, thing, element);
  thing.focusable = !acts && CELLS.has(role) && (hints & TABINDEX) !== 0;
  if (!acts && thing.name === '' && NEEDS_NAME.has(role) && !isScrolling) return undefined;
  if (role === 'dialog' || role === 'alertdialog') markModal(walk, thing, element);
  if (role === 'img' || printed === 'canvas' || printed === 'video') placeThing(thing, getRect(element));
  if (acts && printed === 'canvas') noteSize(thing, getRect(element));
  return thing;
}

const CELLS = new Set('cell gridcell columnheader rowheader'.split(' '));
const MEDIA = new Set('canvas video audio'.split(' '));

function findPrintedRole(
  { element, tag, parent }: Opening,
  role: string,
  acts: ActsHere | undefined,
  isScrolling: boolean,
): string {
  if (MEDIA.has(tag) && (role === '' || role === 'img')) return tag;
  if (tag === 'details' && role === 'group' && !acts) return '';
  if (STRUCTURE_ROLES.has(role) || CELLS.has(role)) return role;
  if (tag === 'form') return 'form';
  if (!acts) return isScrolling && tag !== 'body' && tag !== 'html' && parent ? 'group' : '';
  if (role !== '' && role !== 'paragraph' && acts === 'control') return role;
  if (isEditingHost(element)) return 'editable';
  return isListeningAnchor(tag, role) ? 'link' : 'clickable';
}

function isScrollingBox({ walk, element, tag, overflow }: Opening): boolean {
  if (overflow !== 'auto' && overflow !== 'scroll') return false;
  return (
    tag !== 'textarea' &&
    isScroller(walk.reading, element) &&
    element.scrollHeight > element.clientHeight + 20
  );
}

/** For who points at places in it. */
function noteSize(thing: Thing, { width, height }: DOMRect): void {
  thing.note = `${Math.round(width)} by ${Math.round(height)} px`;
}

function noteScrolling(walk: Walk, thing: Thing, element: Element): void {
  walk.reading.unsteady++;
  const above = Math.round(element.scrollTop);
  const below = Math.round(element.scrollHeight - element.clientHeight - element.scrollTop);
  thing.states.push('scrollable');
  thing.note = `${above} above, ${Math.max(0, below)} below`;
}

function markModal(walk: Walk, thing: Thing, element: Element): void {
  const modal = isModal(element);
  if (!modal) return;
  walk.reading.unsteady++;
  thing.modal = modal;
  walk.built.modals.push(thing);
}

/** Reads the box of something to act on; false when no person could find it. */
export function isPlaced(walk: Walk, thing: Thing, element: Element): boolean {
  const rect = getRect(element);
  if (!walk.visibility.isBoxSeen(element, rect)) {
    const standIn = findStandIn(walk.reading, element) ?? findPaintedEditor(walk.reading, element);
    if (!standIn) return false;
    placeThing(thing, getRect(standIn));
    return true;
  }
  placeThing(thing, rect);
  return true;
}

export function addFrame({ walk, element, parent, visible }: Opening): undefined {
  const rect = getRect(element);
  if (!parent || !visible || !walk.visibility.isBoxSeen(element, rect) || rect.width < 2 || rect.height < 2)
    return undefined;
  const thing = readFrame(walk.reading, element);
  placeThing(thing, rect);
  walk.attach(parent, thing);
  return undefined;
}
