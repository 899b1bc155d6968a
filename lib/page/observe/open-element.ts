import { findActs } from './actionable';
import { getAttribute, getLocalName, getRect, getTextContent, hasAttribute, hasAttributes } from './dom';
import { getFlatChildren } from './flat-tree';
import { findStandIn } from './hidden-controls';
import { describeElement } from './describe-element';
import { isLeaf, isMutedBy } from './muting';
import { readFrame } from './frames';
import { NEVER_RENDERED } from './reading';
import { NEEDS_NAME, STRUCTURE_ROLES } from './role-tables';
import { createThing } from './thing';
import type { Thing } from './thing';
import {
  cutsOffContent,
  isBehindDetails,
  isModal,
  isScroller,
  LEAST_OPACITY,
  multiplyOpacity,
  readOverflow,
} from './visibility';
import type { Frame, Walk } from './walk';

const NO_CHILDREN: readonly Node[] = [];
/** SVG that only draws. */
const DRAWING = new Set(
  'path rect circle ellipse line polyline polygon defs use mask pattern filter clippath lineargradient radialgradient desc metadata symbol'.split(
    ' ',
  ),
);
/** Phrasing elements that never make a line of their own. */
const PHRASES = new Set(
  'span b i em strong small a u s code sub sup mark abbr time label font q cite kbd var samp bdi bdo data ins del wbr picture'.split(
    ' ',
  ),
);

/** What stands over an element's own properties when it is opened. */
interface Opening {
  walk: Walk;
  element: Element;
  parent: Frame | undefined;
  style: CSSStyleDeclaration;
  role: string;
  attributed: boolean;
  display: string;
  overflow: string;
  opacity: number;
  visible: boolean;
}

/** Decides what an element becomes. Undefined: nothing of it or under it can be perceived, or it is complete already. */
export function openElement(
  walk: Walk,
  element: Element,
  parent: Frame | undefined,
  root: Thing,
): Frame | undefined {
  const tag = getLocalName(element);
  if (NEVER_RENDERED.has(tag) || DRAWING.has(tag.toLowerCase())) return undefined;
  const { reading } = walk;
  const style = reading.style(element);
  const { display } = style;
  if (display === 'none') return addStandIn(walk, element, parent);
  const attributed = hasAttributes(element);
  if (attributed && hasAttribute(element, 'inert')) {
    walk.built.inert += 1 + element.getElementsByTagName('*').length;
    return undefined;
  }
  if (tag !== 'summary' && isBehindDetails(element)) return undefined;
  const opacity = multiplyOpacity(parent?.opacity ?? 1, style.opacity, element);
  if (opacity < LEAST_OPACITY) return addStandIn(walk, element, parent);
  const visible = style.visibility === 'visible';
  if (!visible && addStandIn(walk, element, parent)) return undefined;
  const overflow = readOverflow(style, display);
  const role = reading.role(element);
  const opening: Opening = {
    walk,
    element,
    parent,
    style,
    role,
    attributed,
    display,
    overflow,
    opacity,
    visible,
  };
  return isClosedOff(opening) ? addStandIn(walk, element, parent) : enterElement(opening, root);
}

function addStandIn(walk: Walk, element: Element, parent: Frame | undefined): undefined {
  if (!parent || getLocalName(element) !== 'input') return undefined;
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

/** Nothing inside is rendered; words that a box of no size cuts off are counted. */
function isClosedOff({ walk, element, style, attributed, overflow }: Opening): boolean {
  if (!cutsOffContent(element, style, attributed, overflow)) return false;
  if (overflow !== 'visible' && getTextContent(element)?.trim()) walk.built.hiddenTexts++;
  return true;
}

function enterElement(opening: Opening, root: Thing): Frame | undefined {
  const { walk, element, parent, style, display, visible, role } = opening;
  const tag = getLocalName(element);
  if (tag === 'iframe' || tag === 'frame') return addFrame(opening);
  const own = visible ? findActs(element, role) : undefined;
  // Asked once: each property of a computed style costs as much as ten attributes.
  const isHand = own === undefined && style.cursor === 'pointer';
  const acts = visible && !parent?.muted ? findThingActs(opening, own, isHand) : own;
  const thing = visible ? createOwnThing(opening, acts) : undefined;
  if (thing && thing.acts && !isPlaced(walk, thing, element)) return undefined;
  const block = display !== 'inline' && display !== 'contents';
  const owns = thing !== undefined || (!PHRASES.has(tag) && block);
  const holder = thing ?? (owns ? createThing('', element) : (parent?.thing ?? root));
  holder.block = block;
  return {
    element,
    thing: holder,
    owns,
    block,
    children: isLeaf(element, holder) ? NO_CHILDREN : getFlatChildren(element, tag),
    next: 0,
    opacity: opening.opacity,
    pointer: acts !== undefined || own !== undefined || isHand,
    placed:
      holder.acts && holder.element === element
        ? true
        : (parent?.placed ?? false) && (parent?.muted ?? false),
    muted: (parent?.muted ?? false) || isMutedBy(walk.reading, element, holder),
    visible,
    attributed: opening.attributed,
    plain: !opening.attributed && (display === 'table-cell' || display === 'inline'),
    seen: false,
  };
}

type ActsHere = ReturnType<typeof findActs> | 'pointer';

/** As the element says, or because the pointer becomes a hand here and nowhere around. */
function findThingActs(
  { element, role, parent }: Opening,
  acts: ReturnType<typeof findActs>,
  isHand: boolean,
): ActsHere | undefined {
  const tag = getLocalName(element);
  if (tag === 'body' || tag === 'html') return undefined;
  if (acts === 'handler' && STRUCTURE_ROLES.has(role) && !/^(row|listitem|article|img|figure)$/.test(role))
    return undefined;
  if (acts !== undefined || parent?.pointer || !isHand) return acts;
  return tag === 'label' && (element as HTMLLabelElement).control ? undefined : 'pointer';
}

/** The element's own thing, described; undefined for wrappers. */
function createOwnThing(opening: Opening, why: ActsHere | undefined): Thing | undefined {
  const { walk, element, parent, role } = opening;
  const acts = why !== undefined;
  const isScrolling = isScrollingBox(opening);
  const printed = findPrintedRole(opening, why, isScrolling);
  if (printed === '') return undefined;
  if (parent?.muted && !acts) return undefined;
  const thing = createThing(printed, element);
  thing.acts = acts;
  describeElement(walk.reading, thing, element);
  if (isScrolling) noteScrolling(thing, element);
  if (!acts && thing.name === '' && NEEDS_NAME.has(role) && !isScrolling) return undefined;
  if (role === 'dialog' || role === 'alertdialog') markModal(walk, thing, element);
  if (role === 'img' || printed === 'canvas' || printed === 'video') placeThing(thing, getRect(element));
  return thing;
}

const CELLS = new Set('cell gridcell columnheader rowheader'.split(' '));
const MEDIA = new Set('canvas video audio'.split(' '));

function findPrintedRole(
  { element, role, parent }: Opening,
  acts: ActsHere | undefined,
  isScrolling: boolean,
): string {
  const tag = getLocalName(element);
  if (MEDIA.has(tag) && (role === '' || role === 'img')) return tag;
  if (tag === 'details' && role === 'group' && !acts) return '';
  if (STRUCTURE_ROLES.has(role) || CELLS.has(role)) return role;
  if (tag === 'form') return 'form';
  if (!acts) return isScrolling && tag !== 'body' && tag !== 'html' && parent ? 'group' : '';
  if (role !== '' && role !== 'paragraph' && acts === 'control') return role;
  return getAttribute(element, 'contenteditable') !== null ? 'editable' : 'clickable';
}

function isScrollingBox({ walk, element, overflow }: Opening): boolean {
  if (overflow !== 'auto' && overflow !== 'scroll') return false;
  return (
    getLocalName(element) !== 'textarea' &&
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
