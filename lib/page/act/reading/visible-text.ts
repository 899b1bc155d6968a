import { ELEMENT_NODE, getAttribute, getLocalName, getNodeType, TEXT_NODE } from '../../observe/dom';
import { getFlatChildren } from '../../observe/flat-tree';
import { Perception } from '../../observe/walk/perception';
import type { ActDeps } from '../actor/act-context';

/** One run of text that a person reads as a line: a paragraph, a cell, a list item. */
export interface TextBlock {
  /** White space folded. */
  text: string;
  /** The element that begins the line. */
  element: Element;
  /** What it is made of, in order: the text as the page has it and the innermost element around it. */
  parts: readonly TextPart[];
  /** The last heading before it in the page. */
  heading: Element | undefined;
}

/** What of the visible text is wanted, and what else. */
export interface TextSearch {
  /** Blocks for which it is false are left out before anyone asks the browser what is visible, which is what takes the time. */
  holding?: (text: string) => boolean;
  /** Also the options of closed selects, each as a block of the select. */
  withOptions?: boolean;
  /** Called for a block that would be wanted if anybody could see all of it. */
  onHidden?: (element: Element) => void;
}

export interface TextPart {
  text: string;
  element: Element;
}

const SKIPPED = new Set('script style noscript template head svg datalist iframe object'.split(' '));
/** Elements that run on in a line; everything else begins a block. Tags, not computed styles: this reads 100,000 elements. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data dfn em font i kbd label mark q s samp small span strong sub sup time u var wbr slot button br'.split(
    ' ',
  ),
);
const CONTROLS = new Set(['input', 'textarea', 'select']);
/** Input types that show their value as text. */
const SHOWS_VALUE =
  /^(text|search|email|url|tel|number|date|time|datetime-local|month|week|submit|button|reset)$/;
const SPACE = /[\s\u200b\ufeff]+/gu;

/**
 * Goes through the blocks of visible text under an element in reading order, through shadow roots, until `visit`
 * answers false. Passwords and text that no person could see are left out, as in an observation.
 */
export function visitTextBlocks(
  deps: ActDeps,
  root: Element,
  visit: (block: TextBlock) => boolean,
  search: TextSearch = {},
): void {
  new TextVisitor(makeVisibilityTest(deps), visit, search).start(root);
}

class TextVisitor {
  private parts: TextPart[] = [];
  private owner: Element | undefined;
  private heading: Element | undefined;
  private going = true;

  constructor(
    private readonly isSeen: (element: Element) => boolean,
    private readonly visit: (block: TextBlock) => boolean,
    private readonly search: TextSearch,
  ) {}

  start(root: Element): void {
    this.walk(root, getLocalName(root));
    this.flush(undefined);
  }

  /** Recursive: what is rendered does not nest as deep as a stack goes. */
  private walk(element: Element, tag: string): void {
    if (!this.going || SKIPPED.has(tag)) return;
    if (CONTROLS.has(tag)) return this.addControl(element, tag);
    const isBlock = !INLINE.has(tag);
    const outer = this.owner;
    if (isBlock) this.flush(element);
    if (tag === 'br' || tag === 'button') this.parts.push({ text: ' ', element });
    for (const child of getFlatChildren(element)) {
      const type = getNodeType(child);
      if (type === ELEMENT_NODE) this.walk(child as Element, getLocalName(child as Element));
      else if (type === TEXT_NODE) this.parts.push({ text: (child as Text).data, element });
    }
    if (isBlock) this.flush(outer);
    if (isBlock && isHeading(element, tag)) this.heading = element;
  }

  /** What a field holds is a line of its own: it is not the field's label, nor its neighbour's value. */
  private addControl(element: Element, tag: string): void {
    this.flush(this.owner);
    if (tag === 'select') this.addOptions(element as HTMLSelectElement);
    else this.emit(element, [{ text: readValue(element, tag), element }]);
  }

  private addOptions(select: HTMLSelectElement): void {
    const isOpen = select.size > 1 || select.multiple;
    for (const option of select.options) {
      const isShown = isOpen || option.selected;
      if (isShown || this.search.withOptions)
        this.emit(select, [{ text: isShown ? option.label : `option ${option.label}`, element: select }]);
    }
  }

  private flush(next: Element | undefined): void {
    if (this.parts.length > 0 && this.owner) this.emit(this.owner, this.parts);
    this.parts = [];
    this.owner = next;
  }

  private emit(element: Element, all: TextPart[]): void {
    if (!this.going) return;
    const { holding, onHidden } = this.search;
    const whole = joinParts(all);
    if (whole === '' || (holding && !holding(whole))) return;
    const parts = all.filter((part) => part.text.trim() === '' || this.isSeen(part.element));
    const text = parts.length === all.length ? whole : joinParts(parts);
    if (text === '' || (holding && !holding(text))) onHidden?.(element);
    else this.going = this.visit({ text, element, parts, heading: this.heading });
  }
}

function isHeading(element: Element, tag: string): boolean {
  return /^h[1-6]$/.test(tag) || getAttribute(element, 'role') === 'heading';
}

function joinParts(parts: readonly TextPart[]): string {
  const text = parts.length === 1 ? (parts[0]?.text ?? '') : parts.map((part) => part.text).join('');
  return text.replace(SPACE, ' ').trim();
}

function readValue(element: Element, tag: string): string {
  if (tag === 'textarea') return (element as HTMLTextAreaElement).value;
  const { type, value } = element as HTMLInputElement;
  return SHOWS_VALUE.test(type) ? value : '';
}

/** Asked once per element that has text of its own; nothing is measured before the first one. */
function makeVisibilityTest({ window }: ActDeps): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  let perception: Perception | undefined;
  return (element) => {
    let seen = known.get(element);
    if (seen === undefined) {
      perception ??= new Perception(window);
      known.set(element, (seen = perception.areWordsSeen(element)));
    }
    return seen;
  };
}
