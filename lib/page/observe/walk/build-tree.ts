import { cleanPiece } from '../clean-text';
import {
  ELEMENT_NODE,
  getAttribute,
  getLocalName,
  getNodeType,
  getRect,
  getTextContent,
  isConnected,
  queryDocument,
  TEXT_NODE,
} from '../dom';
import { UnitKeeper } from '../keep/unit-keeper';
import type { KeptUnits } from '../keep/unit-store';
import type { Reading } from '../reading';
import { createText, createThing } from '../thing';
import type { Thing } from '../thing';
import { OWNS } from './attribute-hints';
import type { BuiltTree, Frame, Walk } from './frame';
import { Legibility } from './legibility';
import { addHint } from './nameless-hint';
import { openElement } from './open-element';
import type { Steps } from './steps';
import { measurePage, Visibility } from './visibility';

/** One walk over the rendered tree with a stack of its own, so that depth costs nothing and the walk can pause anywhere. */
export class TreeBuilder implements Walk {
  readonly visibility: Visibility;
  readonly legibility: Legibility;
  readonly built: BuiltTree;
  private readonly stack: Frame[] = [];
  /** Elements shown elsewhere by aria-owns. */
  private readonly owned = new Set<Element>();
  /** The block that holds the last words is closed: the next words start anew. */
  private runEnded = true;
  /** Of large pages. */
  private keeper: UnitKeeper | undefined;
  hasPaused = false;

  constructor(readonly reading: Reading) {
    this.visibility = new Visibility(reading, measurePage(reading));
    this.legibility = new Legibility(reading);
    this.built = { root: createThing('', null), elements: 0, hiddenTexts: 0, inert: 0, modals: [] };
    this.findOwned();
  }

  /** What is shown in another place than it stands is watched in neither: such pages are read in full. */
  keepUnits(kept: KeptUnits): void {
    if (this.owned.size === 0) this.keeper = new UnitKeeper(this.reading, this.visibility, this.built, kept);
  }

  *build(start: Element): Steps<BuiltTree> {
    this.visit(start, undefined);
    const { stack } = this;
    for (let count = 1; stack.length > 0; count++) {
      this.step(stack[stack.length - 1] as Frame);
      if ((count & 31) === 0) yield;
    }
    return this.built;
  }

  /** To be called before the page gets its turn. */
  prepareForPause(): void {
    this.hasPaused = true;
    for (const frame of this.stack) frame.prepareForPause();
  }

  private step(frame: Frame): void {
    const child = frame.takeChild();
    if (child === null) {
      this.close(frame);
      return;
    }
    const type = getNodeType(child);
    if (type === TEXT_NODE) this.readText(frame, getTextContent(child) ?? '');
    else if (type === ELEMENT_NODE && this.belongsHere(frame, child as Element))
      this.visit(child as Element, frame);
  }

  private belongsHere(frame: Frame, child: Element): boolean {
    // The page has had its turn since the walk began, and may have taken this element away.
    if (this.hasPaused && !isConnected(child)) return false;
    return this.owned.size === 0 || !this.owned.has(child) || frame.isAtOwned;
  }

  private visit(element: Element, parent: Frame | undefined): void {
    this.built.elements++;
    const tag = getLocalName(element);
    if (tag === 'br') {
      this.addText(parent, ' ');
      return;
    }
    if (this.keeper && this.takeKept(element, tag, parent)) return;
    const frame = openElement(this, element, tag, parent);
    if (!frame) return;
    if (frame.block) this.runEnded = true;
    this.stack.push(frame);
    this.keeper?.open(frame);
    if (frame.text !== undefined) this.readText(frame, frame.text);
    if ((frame.hints & OWNS) !== 0) frame.addOwned(this.ownedBy(element));
    else if (frame.text !== undefined) this.close(frame);
  }

  /** Adds what was read of the element before, if that still holds. */
  private takeKept(element: Element, tag: string, parent: Frame | undefined): boolean {
    const unit = parent && this.keeper?.find(element, parent);
    if (!unit) {
      this.keeper?.see(element, tag);
      return false;
    }
    this.built.elements += unit.elements - 1;
    this.built.hiddenTexts += unit.hiddenTexts;
    if (unit.thing) parent.thing.children.push(unit.thing);
    parent.seen ||= unit.seen;
    parent.hid ||= unit.hid;
    this.runEnded = true;
    return true;
  }

  attach(parent: Frame, thing: Thing): void {
    this.reading.unsteady++;
    parent.thing.children.push(thing);
    parent.seen = true;
    this.runEnded = true;
  }

  endRun(): void {
    this.runEnded = true;
  }

  private close(frame: Frame): void {
    this.stack.pop();
    const parent = this.stack[this.stack.length - 1];
    if (parent) {
      if (frame.seen) parent.seen = true;
      if (frame.hid) parent.hid = true;
    }
    if (frame.block) this.runEnded = true;
    const added = frame.owns ? this.addOwn(frame, parent?.thing ?? this.built.root) : undefined;
    this.keeper?.close(parent, added);
  }

  /** What it adds to the thing around it. */
  private addOwn(frame: Frame, target: Thing): Thing | undefined {
    const { thing } = frame;
    if (thing.role === '') return addWrapper(target, thing);
    this.runEnded = true;
    if (!isWorthKeeping(frame)) return undefined;
    if (thing.acts) addHint(thing, target.element);
    target.children.push(thing);
    return thing;
  }

  private readText(frame: Frame, raw: string): void {
    if (!NOT_SPACE.test(raw)) {
      if (!this.runEnded && raw !== '') this.addText(frame, ' ');
    } else if (!frame.isClosedDetails) this.addWords(frame, raw);
  }

  private addWords(frame: Frame, raw: string): void {
    const words = cleanPiece(raw);
    if (words === '' || words === ' ') return;
    frame.lettersSeen ??= (frame.placed && frame.muted && frame.visible) || this.areLettersSeen(frame);
    if (!frame.lettersSeen) {
      if (frame.visible) this.built.hiddenTexts++;
      frame.hid = true;
      return;
    }
    frame.seen = true;
    if (!frame.muted) this.addText(frame, words);
  }

  private addText(frame: Frame | undefined, words: string): void {
    if (!frame || frame.muted) return;
    const siblings = frame.thing.children;
    const last = siblings[siblings.length - 1];
    if (!this.runEnded && last?.role === 'text') {
      last.name += words;
      if (!(last.bottom >= frame.bottom)) last.bottom = frame.bottom;
      return;
    }
    if (words === ' ') return;
    const text = createText(frame.element);
    text.name = words;
    text.block = frame.block;
    text.top = frame.top;
    text.bottom = frame.bottom;
    siblings.push(text);
    this.runEnded = false;
  }

  private areLettersSeen(frame: Frame): boolean {
    return (
      frame.visible &&
      (this.isBesideSeen(frame) || this.isBoxSeen(frame)) &&
      this.legibility.areLettersSeen(this.stack)
    );
  }

  private isBoxSeen(frame: Frame): boolean {
    const rect = getRect(frame.element);
    const { width, height } = rect;
    if (width > 0 || height > 0) {
      frame.top = rect.top;
      frame.bottom = frame.top + height;
    }
    frame.boxSeen = this.visibility.isBoxSeen(frame.element, rect);
    return frame.boxSeen;
  }

  /** A plain cell or phrase is where its row or paragraph is: measured once for all of them, because boxes cost the most. */
  private isBesideSeen(frame: Frame): boolean {
    if (!frame.plain) return false;
    let index = this.stack.length - 1;
    while (index > 0 && (this.stack[index] as Frame).plain) index--;
    const around = this.stack[index] as Frame;
    if (!(around.boxSeen ?? this.isBoxSeen(around))) return false;
    const { top, bottom } = around;
    if (!(bottom - top <= HIGHEST_SHARED_PX)) return false;
    frame.top = top;
    frame.bottom = bottom;
    return true;
  }

  private findOwned(): void {
    if (!this.reading.holds('[aria-owns]')) return;
    for (const owner of queryDocument(this.reading.document, '[aria-owns]')) {
      for (const element of this.ownedBy(owner)) if (!element.contains(owner)) this.owned.add(element);
    }
  }

  private ownedBy(element: Element): Element[] {
    const value = getAttribute(element, 'aria-owns');
    return value ? this.reading.resolveIds(element, value).filter((other) => !other.contains(element)) : [];
  }
}

/** In something higher it matters which part of it is on the screen. */
const HIGHEST_SHARED_PX = 200;

/** A wrapper around nothing vanishes, one around a single thing is that thing. */
function addWrapper(target: Thing, wrapper: Thing): Thing | undefined {
  const [only, second] = wrapper.children;
  if (!only) return undefined;
  if (!second) only.block = true;
  const added = second ? wrapper : only;
  target.children.push(added);
  return added;
}

const NOT_SPACE = /\S/;
const KEPT_EMPTY = new Set('row cell gridcell columnheader rowheader'.split(' '));

function isWorthKeeping(frame: Frame): boolean {
  const { thing } = frame;
  if (thing.children.length > 0) return true;
  if (thing.role === 'heading' && frame.hid && !frame.seen) return false;
  return thing.acts
    ? frame.seen || thing.top < thing.bottom
    : thing.name !== '' || KEPT_EMPTY.has(thing.role);
}
