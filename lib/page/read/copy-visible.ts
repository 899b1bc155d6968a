import { dropUnseen, cleanPiece } from '../observe/clean-text';
import {
  ELEMENT_NODE,
  getAttribute,
  getLocalName,
  getNodeType,
  getTextContent,
  hasAttributes,
  TEXT_NODE,
} from '../observe/dom';
import { getFlatChildren } from '../observe/flat-tree';
import type { Perception } from '../observe/walk/perception';
import type { Steps } from '../observe/walk/steps';
import { chooseTag, isBlockDisplay, WRAPPED_WHEN_BLOCK } from './copied-tag';
import { readControl } from './read-control';

/** A document of our own that holds what a person can perceive of another one. It runs, loads and shows nothing. */
export interface VisibleCopy {
  document: Document;
  /** Its body: everything is in there. */
  root: Element;
  elements: number;
  /** Texts that are rendered but cannot be made out. */
  hiddenTexts: number;
  /** The copy of the element that was asked for; undefined when nobody can see it. */
  tracked: Element | undefined;
  /** Frames that were met; what is in them belongs to other documents. */
  frames: number;
}

/** Deeper elements hand their content to the one at this depth, so that whoever reads the copy may recurse. */
const DEEPEST = 200;
const YIELD_EVERY = 64;
/** What Readability judges elements by, what tables and lists are made of, and what tells of the meaning of a part. */
const COPIED_ATTRIBUTES =
  'class id itemprop rel role colspan rowspan start data-label data-title data-th data-field data-column data-testid'.split(
    ' ',
  );
const FRAMES = new Set(['iframe', 'frame', 'object', 'embed']);

interface Level {
  element: Element;
  children: readonly Node[];
  next: number;
  target: Element;
  depth: number;
  /** White space stands as it is. */
  verbatim: boolean;
  /** Whether words right in the element can be seen; asked at the first ones. */
  seen: boolean | undefined;
}

/**
 * Copies an element as it is rendered: through shadow roots and slots, without what no person could see, with the values
 * that fields show as text, roles as tags (`div role=row` becomes `tr`) and absolute links. Writes nothing into the page. `sources` gets the element that each copy is of.
 */
export function* copyVisible(
  window: Window,
  start: Element,
  perception: Perception,
  track?: Element,
  sources?: Map<Element, Element>,
): Steps<VisibleCopy> {
  const document = createInertDocument(window.document);
  const root = document.body;
  const copy: VisibleCopy = { document, root, elements: 0, hiddenTexts: 0, frames: 0, tracked: undefined };
  const copier = new Copier(window, copy, perception, track, sources);
  copier.enter(start, root, 0, false);
  for (let steps = 0; copier.step(); steps++) if (steps % YIELD_EVERY === 0) yield;
  return copy;
}

/** `document.implementation` may be an `<img name=implementation>` of the page. */
export function createInertDocument(document: Document): Document {
  const read = Object.getOwnPropertyDescriptor(Document.prototype, 'implementation')?.get;
  const implementation = read?.call(document) as DOMImplementation;
  return implementation.createHTMLDocument('');
}

class Copier {
  private readonly levels: Level[] = [];

  constructor(
    private readonly window: Window,
    private readonly copy: VisibleCopy,
    private readonly perception: Perception,
    private readonly track: Element | undefined,
    private readonly sources: Map<Element, Element> | undefined,
  ) {}

  /** Copies one node; false when all are copied. */
  step(): boolean {
    const level = this.levels[this.levels.length - 1];
    if (!level) return false;
    const node = level.children[level.next++];
    if (!node) {
      this.levels.pop();
      return this.levels.length > 0;
    }
    const type = getNodeType(node);
    if (type === TEXT_NODE) this.copyText(level, getTextContent(node) ?? '');
    else if (type === ELEMENT_NODE)
      this.enter(node as Element, level.target, level.depth + 1, level.verbatim);
    return true;
  }

  enter(element: Element, target: Element, depth: number, verbatim: boolean): void {
    if (!this.perception.isRendered(element)) return;
    this.copy.elements++;
    const tag = getLocalName(element);
    if (FRAMES.has(tag)) {
      this.copy.frames++;
      return;
    }
    const leaf = readLeaf(element, tag);
    const copied = leaf
      ? this.copyLeaf(element, leaf, target)
      : depth > DEEPEST
        ? target
        : this.copyElement(element, tag, target);
    if (element === this.track) this.copy.tracked = copied;
    if (copied !== target) this.sources?.set(copied, element);
    if (leaf) return;
    this.levels.push({
      element,
      children: getFlatChildren(element, tag),
      next: 0,
      target: copied,
      depth,
      verbatim: verbatim || tag === 'pre',
      seen: undefined,
    });
  }

  private copyLeaf(element: Element, { tag, words }: Leaf, target: Element): Element {
    if (words === '' || !this.perception.areWordsSeen(element)) return target;
    if (tag !== 'img') return this.append(target, tag, ` ${words} `);
    const picture = this.append(target, 'img');
    picture.setAttribute('alt', words);
    return picture;
  }

  private copyElement(element: Element, tag: string, target: Element): Element {
    const attributed = hasAttributes(element);
    const readDisplay = (): string => this.window.getComputedStyle(element).display;
    const copiedTag = chooseTag(tag, attributed ? element : undefined, readDisplay);
    const outer =
      WRAPPED_WHEN_BLOCK.has(copiedTag) && isBlockDisplay(readDisplay())
        ? this.append(target, 'div')
        : target;
    const copied = this.append(outer, copiedTag);
    if (!attributed) return copied;
    for (const name of COPIED_ATTRIBUTES) {
      const value = getAttribute(element, name);
      if (value !== null) copied.setAttribute(name, value);
    }
    const address = readAddress(element);
    if (address !== undefined) copied.setAttribute('href', address);
    return copied;
  }

  private copyText(level: Level, raw: string): void {
    const words = level.verbatim ? dropUnseen(raw) : cleanPiece(raw.replace(/\s+/g, ' '));
    if (words === '') return;
    if (words.trim() !== '' && !(level.seen ??= this.perception.areWordsSeen(level.element))) {
      this.copy.hiddenTexts++;
      return;
    }
    level.target.append(words);
  }

  private append(target: Element, tag: string, text = ''): Element {
    const element = this.copy.document.createElement(tag);
    if (text !== '') element.append(text);
    target.append(element);
    return element;
  }
}

/** Where a link leads, unless that is a place in the same page. */
function readAddress(element: Element): string | undefined {
  if (!(element instanceof HTMLAnchorElement)) return undefined;
  const written = getAttribute(element, 'href')?.trim();
  return written === undefined || /^#(?![!/])/.test(written) ? undefined : element.href;
}

/** An element that says something by itself instead of by its content. */
interface Leaf {
  tag: 'img' | 'span' | 'button';
  words: string;
}

const PICTURES = new Set('img area svg canvas video audio'.split(' '));

function readLeaf(element: Element, tag: string): Leaf | undefined {
  if (PICTURES.has(tag)) return { tag: 'img', words: readPicture(element) };
  const words = readControl(element, tag);
  if (words === undefined) return undefined;
  return {
    tag: /^(submit|button|reset|image)$/.test((element as HTMLInputElement).type) ? 'button' : 'span',
    words,
  };
}

/** What stands for a picture in words. */
function readPicture(element: Element): string {
  const label = getAttribute(element, 'aria-label') ?? getAttribute(element, 'alt');
  return cleanPiece((label ?? getAttribute(element, 'title') ?? '').replace(/\s+/g, ' ')).trim();
}
