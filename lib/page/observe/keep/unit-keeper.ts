import { getLocalName, getParentNode, getRect } from '../dom';
import type { Reading } from '../reading';
import type { Thing } from '../thing';
import type { BuiltTree, Frame } from '../walk/frame';
import type { Visibility } from '../walk/visibility';
import { liesWithin, placeUnit, restoreUnit, type Unit } from './unit';
import type { KeptUnits } from './unit-store';

/** Elements in a unit. */
const LEAST_ELEMENTS = 3;
const MOST_ELEMENTS = 150;
/** Of the screen's height: what is nearer than this above or below is always read anew. */
const NEAR = 1;
/** Things whose lines say only what is in them; what holds them does not reach into them. */
const UNIT_ROLES = new Set(['', 'row', 'listitem', 'article']);
/** Fold what their children hold. */
const REACHES_INSIDE = new Set('heading row cell gridcell columnheader rowheader'.split(' '));
/** Change without a trace in the document. */
const UNSTEADY = new Set(
  (
    'input select textarea option output meter progress dialog iframe frame object embed video audio canvas slot label ' +
    'summary legend caption area fieldset'
  ).split(' '),
);

/** Where the walk stands: what was so when a frame was opened, and what its children became. */
interface Mark {
  frame: Frame;
  /** All in it is read anew. */
  isStale: boolean;
  /** Nothing in it is a unit. */
  isClosed: boolean;
  unsteady: number;
  elements: number;
  hiddenTexts: number;
  inert: number;
  /** Parts that are units if this one is none. */
  candidates: [Element, Unit][];
}

/** Keeps what the walk makes of far parts of a large page, and gives it back where nothing can have changed. */
export class UnitKeeper {
  private readonly marks: Mark[] = [];
  /** Of the reading, before the element that is opened was looked at. */
  private unsteady = 0;

  constructor(
    private readonly reading: Reading,
    private readonly visibility: Visibility,
    private readonly built: BuiltTree,
    private readonly kept: KeptUnits,
  ) {}

  /** What was read of the element before, placed where it is now; undefined when it has to be read. */
  find(element: Element, parent: Frame): Unit | undefined {
    const { stale, units, number } = this.kept;
    const around = this.marks[this.marks.length - 1];
    if (!stale || !around || around.isStale || around.isClosed) return undefined;
    const unit = units.get(element);
    if (!unit || unit.reading !== number - 1 || unit.context !== describeContext(parent)) return undefined;
    if (stale.changed.has(element) || stale.roots.has(element)) return undefined;
    const rect = getRect(element);
    if (rect.width !== unit.width || rect.height !== unit.height || rect.left !== unit.left) return undefined;
    if (!this.isFar(rect) || !this.visibility.isReachable(element, rect)) return undefined;
    restoreUnit(unit);
    placeUnit(unit, rect.top, rect.bottom);
    unit.reading = number;
    return unit;
  }

  private isFar({ top, bottom }: DOMRect): boolean {
    const { innerHeight } = this.reading.window;
    return bottom < -NEAR * innerHeight || top > (1 + NEAR) * innerHeight;
  }

  /** To be told of every element before it is opened. */
  see(element: Element, tag: string): void {
    this.unsteady = this.reading.unsteady;
    if (UNSTEADY.has(tag) || tag.includes('-') || (tag === 'img' && !(element as HTMLImageElement).complete))
      this.reading.unsteady++;
  }

  open(frame: Frame): void {
    const around = this.marks[this.marks.length - 1];
    const { elements, hiddenTexts, inert } = this.built;
    const isInside = around !== undefined && getParentNode(frame.element) === around.frame.element;
    this.marks.push({
      frame,
      isStale: (around?.isStale ?? false) || this.isRoot(frame.element),
      // Inside of shadow trees nobody watches.
      isClosed:
        around !== undefined &&
        (!isInside || around.isClosed || (around.frame.owns && REACHES_INSIDE.has(around.frame.thing.role))),
      unsteady: this.unsteady,
      elements,
      hiddenTexts,
      inert,
      candidates: [],
    });
  }

  private isRoot(element: Element): boolean {
    const { roots } = this.kept.stale ?? {};
    if (!roots) return true;
    return (
      roots.has(element) || (this.marks.length === 0 && roots.has(this.reading.document.documentElement))
    );
  }

  /** `thing`: what the frame added to the thing around it. */
  close(parent: Frame | undefined, thing: Thing | undefined): void {
    const mark = this.marks.pop();
    const around = this.marks[this.marks.length - 1];
    if (!mark) return;
    const elements = this.built.elements - mark.elements;
    const isSmall = around && parent && elements <= MOST_ELEMENTS;
    const unit = isSmall ? this.makeUnit(mark, parent, thing, elements) : undefined;
    if (!unit || !around) return this.keepCandidates(mark);
    around.candidates.push([mark.frame.element, unit]);
    // What is around it is too large already: ten thousand at once, when it closes, would hold the page up.
    if (this.built.elements - around.elements > MOST_ELEMENTS) this.keepCandidates(around);
  }

  private keepCandidates({ candidates }: Mark): void {
    for (const [element, unit] of candidates) this.keep(element, unit);
    candidates.length = 0;
  }

  private makeUnit(mark: Mark, parent: Frame, thing: Thing | undefined, elements: number): Unit | undefined {
    const { frame } = mark;
    if (mark.isClosed || !frame.owns || !frame.block || elements < LEAST_ELEMENTS - 1) return undefined;
    if (mark.unsteady !== this.reading.unsteady || mark.inert !== this.built.inert) return undefined;
    if (!thing || !UNIT_ROLES.has(thing.role) || UNSTEADY.has(getLocalName(frame.element))) return undefined;
    return {
      thing,
      context: describeContext(parent),
      left: NaN,
      width: NaN,
      height: NaN,
      top: NaN,
      elements: elements + 1,
      hiddenTexts: this.built.hiddenTexts - mark.hiddenTexts,
      seen: frame.seen,
      hid: frame.hid,
      reading: this.kept.number,
      folded: undefined,
      inside: undefined,
    };
  }

  private keep(element: Element, unit: Unit): void {
    const { thing } = unit;
    const rect = getRect(element);
    if (!thing || !this.visibility.isReachable(element, rect) || !liesWithin(thing, rect.top, rect.bottom))
      return;
    unit.left = rect.left;
    unit.width = rect.width;
    unit.height = rect.height;
    thing.folding = unit;
    this.kept.units.set(element, unit);
  }
}

/** What an element's inside takes over from around it. */
function describeContext({ opacity, pointer, held, muted, placed, visible, isClosedDetails }: Frame): string {
  return `${opacity} ${pointer} ${held} ${muted} ${placed} ${visible} ${isClosedDetails}`;
}
