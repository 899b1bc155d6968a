import { getOwnerDocument, isConnected } from './dom';

const FIRST_SWEEP = 10_000;

/**
 * Handles of elements in one document: `e1`, `e2` … An element keeps its ref as long as it lives; a ref is never
 * given to another element, and leads nowhere once its element has left the document. Nothing is written into the
 * page, and an element that only its ref knows can be collected.
 */
export class Refs {
  private first = 1;
  private last = 0;
  /** The document whose elements these are: one that is moved into a frame has left it. */
  private home: Document | null = null;
  private readonly byElement = new WeakMap<Element, string>();
  private readonly byRef = new Map<string, WeakRef<Element>>();
  /** Refs of elements that were collected are forgotten when there are so many. */
  private sweepAt = FIRST_SWEEP;

  /** Highest number given so far. */
  get lastNumber(): number {
    return this.last;
  }

  /** Counts from this number, if nothing was counted yet. */
  startFrom(first: number): void {
    if (this.last > 0) return;
    this.first = first;
    this.last = first - 1;
  }

  /** The element's ref, made when it has none yet. */
  refOf(element: Element): string {
    const known = this.byElement.get(element);
    if (known !== undefined) return known;
    this.home ??= getOwnerDocument(element);
    const ref = `e${++this.last}`;
    this.byElement.set(element, ref);
    this.byRef.set(ref, new WeakRef(element));
    if (this.byRef.size >= this.sweepAt) this.sweep();
    return ref;
  }

  /** By hand: a finalizer for each of fifty thousand elements makes every garbage collection a long one. */
  private sweep(): void {
    for (const [ref, element] of this.byRef) if (element.deref() === undefined) this.byRef.delete(ref);
    this.sweepAt = Math.max(FIRST_SWEEP, this.byRef.size * 2);
  }

  /** The live element behind a ref; undefined when it has gone or the ref was never given. */
  elementOf(ref: string): Element | undefined {
    const element = this.byRef.get(ref)?.deref();
    return element && isConnected(element) && getOwnerDocument(element) === this.home ? element : undefined;
  }

  /** Whether the ref was ever given: tells a gone element from an invented ref. */
  wasGiven(ref: string): boolean {
    const number = /^e([1-9]\d*)$/.exec(ref)?.[1];
    return number !== undefined && Number(number) >= this.first && Number(number) <= this.last;
  }
}
