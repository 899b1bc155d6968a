import { getDocumentElement, getElementsByTag } from '../dom';
import type { Reading } from '../reading';
import type { Steps } from '../walk/steps';
import { assumeDecisive, findStale, type Stale } from './find-stale';
import { isStill, type PageState, readPageState } from './page-state';
import { readSheets, type Sheets } from './read-sheets';
import type { Units } from './unit';
import { type DocumentWatch, watchDocument } from './watch-document';

/** A document of fewer elements is read as quickly as it is compared, and is not watched. */
export const LEAST_KEPT_ELEMENTS = 5_000;

/** What a reading may take over from the one before. */
export interface KeptUnits {
  units: Units;
  /** Of this reading. */
  number: number;
  /** Undefined: everything is read anew. */
  stale: Stale | undefined;
}

/** What was read of the parts of a large document, from one reading to the next. */
export class UnitStore {
  private watch: DocumentWatch | undefined;
  private units: Units = new WeakMap();
  private sheets: Sheets | undefined;
  private state: PageState | undefined;
  private number = 0;

  constructor(
    private readonly window: Window,
    private readonly leastElements: number,
  ) {}

  /** Before the walk. Undefined when nothing is kept of this page. */
  *begin(reading: Reading): Steps<KeptUnits | undefined> {
    try {
      return this.isLarge(reading.document) ? yield* this.open(reading) : this.drop();
    } catch {
      // A page may break what it can reach of its style sheets and selectors; it is read in full then.
      return this.drop();
    }
  }

  private isLarge(document: Document): boolean {
    const root = getDocumentElement(document);
    return root !== null && getElementsByTag(root, '*').length >= this.leastElements;
  }

  private *open(reading: Reading): Steps<KeptUnits | undefined> {
    const edits = this.watch?.take();
    if (!edits) this.watch = watchDocument(this.window);
    const before = this.state;
    this.sheets = readSheets(this.window, this.sheets);
    yield;
    if (edits && before) assumeDecisive(reading, edits, before);
    this.state = yield* readPageState(reading, this.sheets);
    const { dependence } = this.sheets;
    if (!this.state || !dependence) return this.drop();
    const stale = edits && before ? findStale(edits, dependence, before, this.state) : undefined;
    if (!stale) this.units = new WeakMap();
    return { units: this.units, number: ++this.number, stale };
  }

  /** After a reading with pauses: places and looks of before and after do not go together. */
  *checkAfterPauses(): Steps<void> {
    if (this.state && !(yield* isStill(this.window, this.state))) this.drop();
  }

  /** Keeps nothing, and watches no more. */
  drop(): undefined {
    this.watch?.stop();
    this.watch = undefined;
    this.units = new WeakMap();
    this.state = undefined;
  }
}
