import { describeElement, NAMED_BY_AUTHOR_ONLY } from '../describe-element';
import {
  getElementsByTag,
  getFirstChild,
  getLocalName,
  getRect,
  getShadowRoot,
  getTextContent,
  openUnshown,
  queryFirstWithin,
} from '../dom';
import { getFlatChildren } from '../flat-tree';
import { readFrame } from '../frames';
import { isLeaf, isMutedBy } from '../muting';
import { NEEDS_NAME, STRUCTURE_ROLES } from '../role-tables';
import { isDetailsSummary, isEditingHost, isListeningAnchor } from '../roles';
import { createThing } from '../thing';
import type { Thing } from '../thing';
import { type Acts, findActs } from './actionable';
import {
  ATTRIBUTED,
  EDITABLE,
  HANDLER,
  type Hints,
  INERT,
  OWNS,
  readHints,
  ROLE,
  SAYS,
  TABINDEX,
} from './attribute-hints';
import { Frame, type Walk } from './frame';
import { findStandIn, isField } from './hidden-controls';
import { type TagTraits, traitsOf } from './tag-traits';
import {
  cutsOffContent,
  isModal,
  isScroller,
  LEAST_OPACITY,
  multiplyOpacity,
  readOverflow,
} from './visibility';

/** What stands over an element's own properties when it is opened. */
interface Opening {
  walk: Walk;
  element: Element;
  tag: string;
  traits: TagTraits;
  hints: Hints;
  parent: Frame | undefined;
  style: CSSStyleDeclaration;
  role: string;
  display: string;
  overflow: string;
  opacity: number;
  visible: boolean;
}

/** Attributes that make more of an element than its look. */
const TELLING_OR_ACTING = ROLE | SAYS | TABINDEX | HANDLER | EDITABLE | INERT | OWNS;

function isWithoutContent(element: Element, tag: string): boolean {
  return getFirstChild(element) === null && getShadowRoot(element, tag) === null;
}

const NOTHING_AROUND = { opacity: 1, visible: true };

/** Decides what an element becomes. Undefined: nothing of it or under it can be perceived, or it is complete already. */
export function openElement(
  walk: Walk,
  element: Element,
  tag: string,
  parent: Frame | undefined,
): Frame | undefined {
  const traits = traitsOf(tag);
  if (traits.isSkipped) return undefined;
  if (parent?.isClosedDetails && !(tag === 'summary' && isDetailsSummary(element))) return undefined;
  const hints = readHints(element);
  if (traits.isStroke && (hints & TELLING_OR_ACTING) === 0) return undefined;
  const isHollow = traits.role === '' && (hints & TELLING_OR_ACTING) === 0 && isWithoutContent(element, tag);
  if (isHollow && parent?.muted) return undefined;
  const style = walk.reading.style(element);
  const { display } = style;
  if (display === 'none') return addStandIn(walk, element, tag, parent);
  // An icon, or nothing at all: it counts only as a place where the pointer becomes a hand.
  if (isHollow && (parent?.pointer || style.cursor !== 'pointer')) {
    if (display !== 'inline') walk.endRun();
    return undefined;
  }
  // Not in the flat tree at all: its parent shows a shadow tree instead.
  if (display === '') return enterUnshown(parent);
  if ((hints & INERT) !== 0) {
    walk.built.inert += 1 + getElementsByTag(element, '*').length;
    return undefined;
  }
  const isAttributed = (hints & ATTRIBUTED) !== 0;
  let { opacity, visible } = parent ?? NOTHING_AROUND;
  let overflow = 'visible';
  // A phrase or cell that nobody marked looks like what is around it: each property costs as much as ten attributes.
  if (isAttributed || !traits.isInconspicuous) {
    opacity = multiplyOpacity(opacity, style.opacity, element);
    if (opacity < LEAST_OPACITY) return addStandIn(walk, element, tag, parent);
    visible = style.visibility === 'visible';
    if (!visible) addStandIn(walk, element, tag, parent);
    overflow = readOverflow(style, display);
    if (cutsOffContent(element, style, isAttributed, overflow)) {
      // Words that a box of no size cuts off are counted.
      if (overflow !== 'visible' && getTextContent(element)?.trim()) walk.built.hiddenTexts++;
      return addStandIn(walk, element, tag, parent);
    }
  }
  const role = roleOf(walk, element, tag, traits, hints, parent);
  const opening = {
    walk,
    element,
    tag,
    traits,
    hints,
    parent,
    style,
    role,
    display,
    overflow,
    opacity,
    visible,
  };
  return enterElement(opening);
}

/** Attributes, and where it stands, decide on the role of a few; of most the tag does. */
function roleOf(
  { reading }: Walk,
  element: Element,
  tag: string,
  traits: TagTraits,
  hints: Hints,
  parent: Frame | undefined,
): string {
  if (traits.role === undefined || (hints & ROLE) !== 0) return reading.role(element);
  if (!traits.needsParent || reading.hasPlainStructure) return traits.role;
  if (!parent) return reading.role(element);
  // The place gives all cells of one row the same role.
  if (parent.partTag !== tag) {
    parent.partTag = tag;
    parent.partRole = reading.role(element);
  }
  return parent.partRole;
}

function addStandIn(walk: Walk, element: Element, tag: string, parent: Frame | undefined): undefined {
  if (!parent || !isField(tag)) return undefined;
  const label = findStandIn(walk.reading, element);
  const rect = getRect(label ?? element);
  if (!label && !isOverlaidControl(element, rect)) return undefined;
  const thing = createThing(walk.reading.role(element), element);
  thing.acts = true;
  describeElement(walk.reading, thing, element);
  placeThing(thing, rect);
  walk.attach(parent, thing);
  return undefined;
}

/** An invisible check box or file field that lies over the picture which the page drew for it. */
function isOverlaidControl(element: Element, rect: DOMRect): boolean {
  const { type } = element as HTMLInputElement;
  return (
    /^(checkbox|radio|file)$/.test(type) &&
    rect.width >= 8 &&
    rect.height >= 8 &&
    element.checkVisibility({ visibilityProperty: true })
  );
}

function enterElement(opening: Opening): Frame | undefined {
  const { walk, element, parent, tag, traits, hints, style, display, visible, role } = opening;
  if (traits.isFrame) return addFrame(opening);
  const own = visible ? findActs(element, role, tag, hints) : undefined;
  const mayBeHand = own === undefined && (!parent?.pointer || tag === 'a');
  const isHand = mayBeHand && style.cursor === 'pointer';
  const isMuted = parent !== undefined && parent.muted;
  const acts = visible && !isMuted ? findThingActs(opening, own, isHand) : own;
  const thing = visible ? createOwnThing(opening, acts) : undefined;
  if (thing !== undefined && thing.acts && !isPlaced(walk, thing, element)) return undefined;
  const block = display !== 'inline' && display !== 'contents';
  const owns = thing !== undefined || (block && !traits.isPhrase);
  const holder = thing ?? (owns || !parent ? createThing('', element) : parent.thing);
  if (owns) holder.block = block;
  const frame = new Frame(element, tag, hints, holder);
  frame.owns = owns || !parent;
  frame.block = block;
  frame.opacity = opening.opacity;
  frame.pointer = own !== undefined || isHand || (parent?.pointer ?? false);
  frame.placed = holder.acts && thing !== undefined ? true : isMuted && parent.placed;
  frame.muted = isMuted || isMutedBy(walk.reading, element, holder);
  frame.visible = visible;
  frame.plain = display === 'inline' || (display === 'table-cell' && (hints & ATTRIBUTED) === 0);
  frame.isClosedDetails = tag === 'details' && !(element as HTMLDetailsElement).open;
  if (isSaidInFull(walk, frame)) frame.seen = true;
  else if (!isLeaf(element, holder) && !isMereDrawing(element, tag)) enterChildren(frame);
  return frame;
}

/** Something to act on inside of something else to act on. */
const INNER_CONTROL =
  'a[href],button,input,select,textarea,summary,iframe,video,audio,canvas,[role],[tabindex],[contenteditable],[onclick],[draggable=true]';
const MOST_INNER = 40;

/** A control on the page whose name says all that is in it: its inside is not walked. */
function isSaidInFull({ built }: Walk, { element, thing, muted, owns, tag }: Frame): boolean {
  if (!muted || !owns || !thing.acts || !(thing.top < thing.bottom)) return false;
  const inside = getElementsByTag(element, '*');
  const count = inside.length;
  if (count === 0) return !tag.includes('-');
  if (count > MOST_INNER || queryFirstWithin(element, INNER_CONTROL)) return false;
  // What a custom element holds is not among its descendants.
  for (let index = 0; index < count; index++) {
    if (getLocalName(inside[index] as Element).includes('-')) return false;
  }
  built.elements += count;
  return true;
}

function isMereDrawing(element: Element, tag: string): boolean {
  return (
    tag === 'svg' && queryFirstWithin(element, 'text,a,foreignObject,[role],[tabindex],[onclick]') === null
  );
}

function enterChildren(frame: Frame): void {
  const { element, tag } = frame;
  if (tag === 'slot') frame.enterList(getFlatChildren(element, tag));
  else frame.enterSiblings(getFirstChild(getShadowRoot(element, tag) ?? element));
}

function enterUnshown(parent: Frame | undefined): undefined {
  const root = parent && openUnshown(parent.element);
  if (root) parent.enterSiblings(getFirstChild(root));
}

type ActsHere = Acts | 'pointer';

/** As the element says, or because the pointer becomes a hand here and nowhere around. */
function findThingActs(
  { element, tag, role, parent }: Opening,
  acts: Acts | undefined,
  isHand: boolean,
): ActsHere | undefined {
  if (acts === undefined && !isHand) return undefined;
  // A whole page is a thing to act on only where it is one text to write in.
  if (tag === 'body' || tag === 'html') return acts === 'handler' || isHand ? undefined : acts;
  if (acts === 'handler' && STRUCTURE_ROLES.has(role) && !/^(row|listitem|article|img|figure)$/.test(role))
    return undefined;
  if (acts !== undefined || !isHand) return acts;
  // Anchors without an address, and list items around them, are how old menus are made: the anchor is what one clicks.
  if (parent?.pointer && !isListeningAnchor(tag, role)) return undefined;
  if (tag === 'li' && queryFirstWithin(element, 'a,button') !== null) return undefined;
  return tag === 'label' && (element as HTMLLabelElement).control ? undefined : 'pointer';
}

/** Attributes that give a name, a description or states to something that is no control. */
const TELLING = ROLE | SAYS | TABINDEX | EDITABLE;

/** The element's own thing, described; undefined for wrappers. */
function createOwnThing(opening: Opening, why: ActsHere | undefined): Thing | undefined {
  const { walk, element, parent, role, hints } = opening;
  const acts = why !== undefined;
  const isScrolling = isScrollingBox(opening);
  const printed = findPrintedRole(opening, why, isScrolling);
  if (printed === '') return undefined;
  if (parent?.muted && !acts) return undefined;
  const thing = createThing(printed, element);
  thing.acts = acts;
  if (acts || (hints & TELLING) !== 0 || !NAMED_BY_AUTHOR_ONLY.has(role))
    describeElement(walk.reading, thing, element, hints);
  if (isScrolling) noteScrolling(thing, element);
  if (!acts && thing.name === '' && NEEDS_NAME.has(role) && !isScrolling) return undefined;
  if (role === 'dialog' || role === 'alertdialog') markModal(walk, thing, element);
  if (role === 'img' || printed === 'canvas' || printed === 'video') placeThing(thing, getRect(element));
  return thing;
}

const CELLS = new Set('cell gridcell columnheader rowheader'.split(' '));
const MEDIA = new Set('canvas video audio'.split(' '));

function findPrintedRole(
  { element, tag, role, parent }: Opening,
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

function noteScrolling(thing: Thing, element: Element): void {
  const above = Math.round(element.scrollTop);
  const below = Math.round(element.scrollHeight - element.clientHeight - element.scrollTop);
  thing.states.push('scrollable');
  thing.note = `${above} above, ${Math.max(0, below)} below`;
}

function markModal(walk: Walk, thing: Thing, element: Element): void {
  const modal = isModal(element);
  if (!modal) return;
  thing.modal = modal;
  walk.built.modals.push(thing);
}

/** Reads the box of something to act on; false when no person could find it. */
function isPlaced(walk: Walk, thing: Thing, element: Element): boolean {
  const rect = getRect(element);
  if (!walk.visibility.isBoxSeen(element, rect)) {
    const label = findStandIn(walk.reading, element);
    if (!label) return false;
    placeThing(thing, getRect(label));
    return true;
  }
  placeThing(thing, rect);
  return true;
}

function placeThing(thing: Thing, rect: DOMRect): void {
  if (rect.width === 0 && rect.height === 0) return;
  thing.top = rect.top;
  thing.bottom = rect.bottom;
}

function addFrame({ walk, element, parent, visible }: Opening): undefined {
  const rect = getRect(element);
  if (!parent || !visible || !walk.visibility.isBoxSeen(element, rect) || rect.width < 2 || rect.height < 2)
    return undefined;
  const thing = readFrame(walk.reading, element);
  placeThing(thing, rect);
  walk.attach(parent, thing);
  return undefined;
}
