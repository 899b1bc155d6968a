import {
  getElementsByTag,
  getFirstChild,
  getFirstElementChild,
  getLocalName,
  getShadowRoot,
  getTextContent,
  hasChildNodes,
  openUnshown,
  queryFirstWithin,
} from '../dom';
import { getFlatChildren } from '../flat-tree';
import { DRAGGABLE } from '../drop-places';
import { isLeaf, isMutedBy } from '../muting';
import { isDetailsSummary, isListBox } from '../roles';
import { createThing } from '../thing';
import type { Thing } from '../thing';
import { findActs } from './actionable';
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
import { addStandIn } from './hidden-controls';
import { addHiddenFields } from './hidden-fields';
import { isDraggable, isNewHand } from './hold';
import type { Opening } from './opening';
import { addFrame, createOwnThing, findThingActs, isPlaced } from './own-thing';
import { type TagTraits, traitsOf } from './tag-traits';
import { cutsOffContent, LEAST_OPACITY, multiplyOpacity, readOverflow } from './visibility';

/** Attributes that make more of an element than its look. */
const TELLING_OR_ACTING = ROLE | SAYS | TABINDEX | HANDLER | EDITABLE | INERT | OWNS;

function isWithoutContent(element: Element, tag: string, traits: TagTraits): boolean {
  return !hasChildNodes(element) && !(traits.mayHostShadow && getShadowRoot(element, tag));
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
  const isWrapper = traits.isWrapper && (hints & TELLING_OR_ACTING) === 0;
  const isHollow = isWrapper && isWithoutContent(element, tag, traits);
  if (isHollow && parent?.muted) return undefined;
  const style = walk.reading.style(element);
  const { display } = style;
  if (display === 'none') return addStandIn(walk, element, tag, parent);
  const isIcon = isHollow && parent !== undefined && isActingIcon(parent, style, hints);
  // An icon, or nothing at all: it counts only as a place where the pointer becomes a hand.
  if (isHollow && !isIcon && !isNewHand(style, parent)) {
    if (display !== 'inline') walk.endRun();
    return undefined;
  }
  // Not in the flat tree at all: its parent shows a shadow tree instead.
  if (display === '') return enterUnshown(walk, parent);
  if ((hints & INERT) !== 0) {
    walk.built.inert += 1 + getElementsByTag(element, '*').length;
    return undefined;
  }
  const isAttributed = (hints & ATTRIBUTED) !== 0;
  let { opacity, visible } = parent ?? NOTHING_AROUND;
  let overflow = 'visible';
  // A phrase or cell that nobody marked looks like what is around it: each property costs as much as ten attributes.
  if (isAttributed || !traits.isInconspicuous) {
    const own = style.opacity;
    if (own !== '1') opacity = multiplyOpacity(opacity, own, element);
    if (opacity < LEAST_OPACITY) return addUndrawn(walk, element, tag, parent);
    visible = style.visibility === 'visible';
    if (!visible) addStandIn(walk, element, tag, parent);
    overflow = readOverflow(style, display);
    if (cutsOffContent(element, style, isAttributed, overflow)) {
      // Words that a box of no size cuts off are counted.
      if (overflow !== 'visible' && getTextContent(element)?.trim()) walk.built.hiddenTexts++;
      return addUndrawn(walk, element, tag, parent);
    }
  }
  const opening: Opening = {
    walk,
    element,
    tag,
    traits,
    hints,
    parent,
    style,
    display,
    overflow,
    opacity,
    visible,
    isIcon,
  };
  const isPlain = isWrapper && !isIcon && !/auto|scroll/.test(overflow) && parent !== undefined;
  if (isPlain && (!visible || !isNewHand(style, parent))) return enterWrapper(opening, parent);
  return enterElement(opening, roleOf(opening));
}

/** What is to be known of something that has a box and is not drawn. */
function addUndrawn(walk: Walk, element: Element, tag: string, parent: Frame | undefined): undefined {
  addStandIn(walk, element, tag, parent);
  if (parent && hasChildNodes(element)) addHiddenFields(walk, element, parent);
}

/**
 * A picture without words in something that is clicked as a whole, like the star in the row of a message: rows that lead
 * somewhere hold icons that do something else. Links and buttons are muted and never come here.
 */
function isActingIcon(parent: Frame, style: CSSStyleDeclaration, hints: Hints): boolean {
  if (!parent.pointer || (hints & ATTRIBUTED) === 0 || style.cursor !== 'pointer') return false;
  return style.content.startsWith('url(') || style.backgroundImage.startsWith('url(');
}

/** Attributes, and where it stands, decide on the role of a few; of most the tag does. */
function roleOf({ walk: { reading }, element, tag, traits, hints, parent }: Opening): string {
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

/** What only holds what is in it: the way of most elements, kept short. */
function enterWrapper(opening: Opening, parent: Frame): Frame {
  const { element, traits, display } = opening;
  const isBlock = display !== 'inline' && display !== 'contents';
  const frame = createFrame(opening, isBlock && !traits.isPhrase ? createThing('', element) : undefined);
  frame.pointer = parent.pointer;
  frame.held = parent.held;
  frame.muted = parent.muted;
  frame.placed = parent.muted && parent.placed;
  enterChildren(opening.walk, frame, traits);
  return frame;
}

/** A frame whose thing is its own, or its parent's. */
function createFrame(opening: Opening, own: Thing | undefined): Frame {
  const { element, tag, hints, parent, display, opacity, visible } = opening;
  const frame = new Frame(element, tag, hints, own ?? parent?.thing ?? createThing('', element));
  frame.owns = own !== undefined || parent === undefined;
  frame.block = display !== 'inline' && display !== 'contents';
  if (frame.owns) frame.thing.block = frame.block;
  frame.opacity = opacity;
  frame.visible = visible;
  frame.plain = display === 'inline' || (display === 'table-cell' && (hints & ATTRIBUTED) === 0);
  return frame;
}

function enterElement(opening: Opening, role: string): Frame | undefined {
  const { walk, element, parent, tag, traits, hints, style, visible, display } = opening;
  if (traits.isFrame) return addFrame(opening);
  const own = visible ? findActs(element, role, tag, hints) : undefined;
  const mayBeHand = own === undefined && (!parent?.pointer || tag === 'a');
  const isHand = opening.isIcon || (mayBeHand && style.cursor === 'pointer');
  const isMuted = parent !== undefined && parent.muted;
  const isHeld = visible && isDraggable(opening, own !== undefined);
  const acts = visible && !isMuted ? findThingActs(opening, role, own, isHand, isHeld) : own;
  const thing = visible ? createOwnThing(opening, role, acts) : undefined;
  if (thing?.acts && isHeld) thing.states.push(DRAGGABLE);
  if (thing !== undefined && thing.acts && !isPlaced(walk, thing, element)) return undefined;
  const isBlock = display !== 'inline' && display !== 'contents' && !traits.isPhrase;
  const frame = createFrame(opening, thing ?? (isBlock ? createThing('', element) : undefined));
  frame.pointer = own !== undefined || isHand || (parent?.pointer ?? false);
  frame.held = isHeld || (parent?.held ?? false);
  frame.placed = thing !== undefined && thing.acts ? true : isMuted && parent.placed;
  // A label says the name of its list box, and nothing of what can be chosen there.
  frame.muted = !isListBox(element) && (isMuted || isMutedBy(walk.reading, element, frame.thing));
  frame.isClosedDetails = tag === 'details' && !(element as HTMLDetailsElement).open;
  if (isSaidInFull(walk, frame)) frame.seen = true;
  else if (!isLeaf(element, frame.thing) && !isMereDrawing(element, tag)) enterChildren(walk, frame, traits);
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

function enterChildren(walk: Walk, frame: Frame, { mayHostShadow }: TagTraits): void {
  const { element, tag } = frame;
  const shadow = mayHostShadow ? getShadowRoot(element, tag) : null;
  if (tag === 'slot') frame.enterList(getFlatChildren(element, tag));
  else if (shadow) enterShadow(walk, frame, shadow);
  // Every node that script gets hold of is work for the garbage collector; of mere words the text is enough.
  else if (getFirstElementChild(element) === null) frame.text = getTextContent(element) ?? '';
  else frame.enterSiblings(getFirstChild(element));
}

function enterUnshown(walk: Walk, parent: Frame | undefined): undefined {
  const root = parent && openUnshown(parent.element);
  if (root) enterShadow(walk, parent, root);
}

function enterShadow({ reading }: Walk, frame: Frame, root: ShadowRoot): void {
  reading.unsteady++;
  frame.enterSiblings(getFirstChild(root));
}
