import {
  closest,
  ELEMENT_NODE,
  getAttribute,
  getFirstChild,
  getLocalName,
  getNextSibling,
  getNodeType,
  getShadowRoot,
  getTextContent,
  hasAttribute,
  queryWithin,
  TEXT_NODE,
} from '../dom';
import { getFlatChildren } from '../flat-tree';
import type { Reading } from '../reading';
import { KEEPS_CONTENT, NOT_NAMED_BY_TITLE } from '../role-tables';
import { isEditingHost } from '../roles';
import { type Hints, INERT, OWNS, readHints, ROLE, SAYS } from '../walk/attribute-hints';
import { NEVER_RENDERED } from '../walk/tag-traits';
import { readEmbeddedValue } from './embedded-value';
import { readNativeName } from './native-name';
import { transformText } from './transform-text';

/** Where one computation stands (accname 1.2, 4.3.2). */
export interface NameWalk {
  reading: Reading;
  /** Nodes already used: each counts once, and loops end. */
  visited: Set<Node>;
  depth: number;
  /** Following an aria-labelledby: the next one is not followed (2B), and content of any role counts. */
  inReference: boolean;
  /** The node that a reference led to. */
  target: Element | undefined;
  /** The reference led to a hidden node on purpose: what it holds counts although hidden. */
  inHidden: boolean;
  /** Not laid out at all: there are no lines, so each element stands apart. */
  isUnrendered: boolean;
  /** Words were left out of the name although they are there to read. */
  isPartial: boolean;
}

/** After so many nodes a name ends: Chromium stops there too, and no name costs more than this. */
const MOST_NODES = 100;
/** Deeper content is left out; wrappers without meaning are not counted as nodes. */
const MOST_LEVELS = 150;

/** Chromium speaks of these as controls: a space stands on either side (accname 1.2, 2F). */
const STANDS_APART = new Set(
  'button checkbox menuitem menuitemcheckbox menuitemradio radio switch tab'.split(' '),
);
/** Drawn by the browser, not by what is in them. */
const REPLACED = new Set('img input iframe object video embed'.split(' '));
/** Elements without a role that a `title` names. */
const NAMED_BY_TITLE = new Set('abbr canvas label legend'.split(' '));
/** Parts of a drawing, which a `<title>` in them may name. */
const DRAWN = new Set('g path rect circle ellipse line polyline polygon'.split(' '));
/** Pronunciations beside the text, and parts of drawings that are not drawn. */
const UNREAD = new Set('rt rp desc metadata defs symbol'.split(' '));

export function startNameWalk(reading: Reading): NameWalk {
  return {
    reading,
    visited: new Set(),
    depth: 0,
    inReference: false,
    target: undefined,
    inHidden: false,
    isUnrendered: false,
    isPartial: false,
  };
}

/** Text of the nodes that an attribute names, joined by spaces; hidden ones count (2B). */
export function joinReferences(walk: NameWalk, targets: readonly Element[]): string {
  const { reading } = walk;
  let joined = '';
  for (const target of targets) {
    if (closest(target, '[inert]') !== null) continue;
    const inHidden = reading.isHidden(target);
    const inner: NameWalk = {
      reading,
      visited: new Set(walk.visited),
      depth: walk.depth + 1,
      inReference: true,
      target,
      inHidden,
      isUnrendered: inHidden && !target.checkVisibility(),
      isPartial: false,
    };
    walk.visited.add(target);
    const text = nameInside(target, getLocalName(target), reading.role(target), inner).text.trim();
    if (text !== '') joined += joined === '' ? text : ` ${text}`;
  }
  return joined;
}

/** Text of a label, legend or caption, found from its owner; a hidden one says nothing. */
export function readLabel(walk: NameWalk, label: Element): string {
  const { reading } = walk;
  if (walk.visited.has(label) || (!walk.inHidden && reading.isHidden(label))) return '';
  const inner = { ...walk, depth: walk.depth + 1 };
  return nameInside(label, getLocalName(label), reading.role(label), inner).text;
}

interface Part {
  text: string;
  /** Given by an attribute, or a control: not run together with what is beside it. */
  isApart: boolean;
}

/** What an element adds to the name of another. */
function nameInside(
  element: Element,
  tag: string,
  role: string,
  walk: NameWalk,
  hints = readHints(element),
): Part {
  const { reading, visited } = walk;
  if (visited.has(element) && walk.target !== element) return { text: '', isApart: true };
  const says = (hints & SAYS) !== 0;
  if (says && !walk.inReference) {
    const labels = reading.resolveIds(element, getAttribute(element, 'aria-labelledby'));
    const labelled = labels.length > 0 ? joinReferences(walk, labels) : '';
    if (labelled !== '') return { text: labelled, isApart: true };
  }
  visited.add(element);
  const value = readEmbeddedValue(element, role, reading);
  if (value !== undefined) return { text: value, isApart: true };
  const label = says ? getAttribute(element, 'aria-label') : null;
  if (label?.trim()) return { text: label, isApart: true };
  const native = readNativeName(element, tag, reading, (other) => readLabel(walk, other));
  if (native !== undefined) return { text: native, isApart: true };
  const isApart = STANDS_APART.has(role);
  let content = '';
  if (walk.inReference || !keepsContent(element, tag, role, hints)) {
    content = readContent(element, tag, walk, hints);
    if (hasText(content)) return { text: content, isApart };
  } else if (!FALLBACK_ONLY.has(tag)) walk.isPartial = true;
  const title = says && isNamedByTitle(element, tag, role, walk) ? getAttribute(element, 'title') : null;
  return title ? { text: title, isApart: true } : { text: content, isApart };
}

/** Native tables and drawings without anything to say of themselves are what they look like: words. */
function keepsContent(element: Element, tag: string, role: string, hints: Hints): boolean {
  if (FALLBACK_ONLY.has(tag)) return true;
  if (!KEEPS_CONTENT.has(role)) return false;
  if ((hints & ROLE) !== 0) return true;
  if (tag === 'table') return queryWithin(element, 'th,caption').length > 0;
  return !TRANSPARENT.has(tag);
}

/** Their content is for browsers that do not know them, or nothing to read aloud. */
const FALLBACK_ONLY = new Set('object audio video iframe embed math'.split(' '));
const TRANSPARENT = new Set('svg details tr tbody thead tfoot'.split(' '));

function isNamedByTitle(element: Element, tag: string, role: string, walk: NameWalk): boolean {
  if (role !== '') return !NOT_NAMED_BY_TITLE.has(role);
  return walk.target === element || NAMED_BY_TITLE.has(tag) || isEditingHost(element);
}

/** The words in an element with those of its pseudo-elements, not trimmed. */
export function readContent(element: Element, tag: string, walk: NameWalk, hints: Hints): string {
  if (walk.depth > MOST_LEVELS) {
    walk.isPartial = true;
    return '';
  }
  const { reading } = walk;
  const { before, after } = reading.pseudos.readWords(element, tag, hints);
  let text = before + readChildren(element, tag, walk);
  const owned = (hints & OWNS) !== 0 ? reading.resolveIds(element, getAttribute(element, 'aria-owns')) : NONE;
  for (const other of owned) text += ` ${readElement(other, walk)} `;
  return text + after;
}

const NONE: readonly Element[] = [];

function readChildren(element: Element, tag: string, walk: NameWalk): string {
  const isPlain = tag !== 'slot' && getShadowRoot(element, tag) === null;
  const first = isPlain ? getFirstChild(element) : undefined;
  if (first === null) return '';
  if (first && getNextSibling(first) === null && getNodeType(first) === TEXT_NODE)
    return readText(first, element, walk);
  walk.depth++;
  let text = '';
  for (const child of listShown(element, tag)) {
    if (walk.visited.size > MOST_NODES) {
      walk.isPartial = true;
      break;
    }
    const type = getNodeType(child);
    if (type === ELEMENT_NODE) text += readElement(child as Element, walk);
    else if (type === TEXT_NODE) text += readText(child, element, walk);
  }
  walk.depth--;
  return text;
}

/** Closed details show their summary only. */
function listShown(element: Element, tag: string): readonly Node[] {
  const children = getFlatChildren(element, tag);
  if (tag !== 'details' || hasAttribute(element, 'open')) return children;
  const summary = children.find((child) => child instanceof Element && getLocalName(child) === 'summary');
  return summary ? [summary] : [];
}

function readText(node: Node, parent: Element, walk: NameWalk): string {
  const { reading, visited } = walk;
  if (visited.has(node)) return '';
  const text = getTextContent(node) ?? '';
  if (!hasText(text)) return text === '' ? '' : ' ';
  visited.add(node);
  if (walk.inHidden) return text;
  const style = reading.style(parent);
  // What was asked for has a name even where it is not drawn itself.
  const isShown = walk.depth === 0 || style.visibility === 'visible';
  return isShown ? transformText(text, style.textTransform) : '';
}

function readElement(element: Element, walk: NameWalk): string {
  const tag = getLocalName(element);
  if (tag === 'br' || tag === 'wbr') {
    walk.visited.add(element);
    return ' ';
  }
  if (NEVER_RENDERED.has(tag) || UNREAD.has(tag)) return '';
  if (tag === 'slot') return readContent(element, tag, walk, 0);
  const hints = readHints(element);
  const style = walk.reading.style(element);
  const { display } = style;
  if (!walk.inHidden) {
    if (display === 'none') return '';
    if (hints !== 0 && isLeftOut(element, style, hints)) return display === 'inline' ? '' : ' ';
  }
  const role = walk.reading.role(element);
  if (tag === 'img' && getAttribute(element, 'alt') === '' && !hasAnyName(element)) return '';
  if (hints === 0 && role === '' && !REPLACED.has(tag) && !DRAWN.has(tag) && !tag.includes('-')) {
    if (display !== 'inline') walk.visited.add(element);
    return spaceOut(readContent(element, tag, walk, 0), display, walk);
  }
  const { text, isApart } = nameInside(element, tag, role, walk, hints);
  const isBox = REPLACED.has(tag) || (tag === 'svg' && getFirstChild(element) !== null);
  return isApart || isBox ? ` ${text} ` : spaceOut(text, display, walk);
}

function hasAnyName(element: Element): boolean {
  return hasAttribute(element, 'aria-label') || hasAttribute(element, 'aria-labelledby');
}

/** Boxes of their own are words apart; an empty one counts when it breaks the line. */
function spaceOut(text: string, display: string, walk: NameWalk): string {
  if ((display === 'inline' || display.startsWith('ruby')) && !walk.isUnrendered) return text;
  return text === '' && (display.startsWith('inline') || display === 'contents') ? '' : ` ${text} `;
}

function isLeftOut(element: Element, style: CSSStyleDeclaration, hints: Hints): boolean {
  return (
    ((hints & SAYS) !== 0 && getAttribute(element, 'aria-hidden') === 'true') ||
    (hints & INERT) !== 0 ||
    (style.contentVisibility === 'hidden' && style.display !== 'inline')
  );
}

const LETTERS = /[^ \t\n\f\r]/;

/** Has more than white space; a no-break space counts as text, as in browsers. */
export function hasText(text: string): boolean {
  return LETTERS.test(text);
}
