import type { FrameKeys, FrameObservation, ObserveRequest } from '../types';
import { applyModal } from './walk/apply-modal';
import { TreeBuilder } from './walk/build-tree';
import { ChangeLog } from './print/changes';
import { cleanText, LONGEST_TEXT } from './clean-text';
import { DEFAULT_BUDGET } from './default-budget';
import { getBody, getDocumentElement, getTitle } from './dom';
import { markDropPlaces } from './drop-places';
import { foldTree } from './fold/fold-tree';
import { actOnCells } from './grid-cells';
import { describeOwnFrame, describeSlots } from './frames';
import { estimateTokens } from '../../trajectories/estimate-tokens';
import { findPart } from './print/expand-part';
import { LEAST_KEPT_ELEMENTS, UnitStore } from './keep/unit-store';
import { printPage } from './print/print-page';
import { Reading } from './reading';
import type { Refs } from './refs';
import { runInSlices, runToEnd, type Steps } from './walk/steps';
import { createThing, measureThings } from './thing';
import { type ReadingWatch, watchReading } from './watch-reading';
import type { Thing } from './thing';

/** Characters of one text in a part that is read in full. */
const LONGEST_IN_PART = 4_000;

const APPLICATION_PATH = /^#!?\/[\w\-./~%]{0,120}$/;

interface PageTree {
  root: Thing;
  elements: number;
  remarks: string[];
}

/** Reads one document, again and again: keeps its refs, what was told of it, and of a large one what is far away. */
export class Observer {
  private readonly changeLog = new ChangeLog();
  private last: ObserveRequest = {};
  private readonly documentId = makeDocumentId();
  private observations = 0;
  private running: Promise<unknown> | undefined;
  /** Walking at the moment. */
  private builder: TreeBuilder | undefined;
  private watch: ReadingWatch | undefined;
  private readonly store: UnitStore;

  constructor(
    private readonly window: Window,
    private readonly refs: Refs,
    private readonly frameKeys?: FrameKeys,
    /** Documents with fewer elements are read in full every time. */
    leastKeptElements: number = LEAST_KEPT_ELEMENTS,
  ) {
    this.store = new UnitStore(window, leastKeptElements);
  }

  /**
   * Reads the page as it is now. A small page at once; a large one in slices with pauses for the page, so what it changes
   * meanwhile may be in it or not. Readings of one document come one after the other. Never throws for what the page holds.
   */
  observe(request: ObserveRequest = {}): FrameObservation | Promise<FrameObservation> {
    return this.inTurn(() => this.read(request));
  }

  /** As `expand`, in slices and in turn with the observations. */
  expandInTurn(
    ref: string,
    budget?: number,
    refPrefix?: string,
  ): string | undefined | Promise<string | undefined> {
    return this.inTurn(() => this.expand(ref, budget, refPrefix));
  }

  private inTurn<T>(begin: () => Steps<T>): T | Promise<T> {
    if (this.running) return this.running.then(() => this.inTurn(begin));
    const reading = runInSlices(this.window, begin(), () => {
      this.builder?.prepareForPause();
      this.watch?.start();
    });
    if (!(reading instanceof Promise)) return reading;
    const running = reading.finally(() => {
      if (this.running === running) this.running = undefined;
    });
    this.running = running;
    return running;
  }

  /** The whole reading without a pause, however long it takes. */
  observeAtOnce(request: ObserveRequest = {}): FrameObservation {
    return runToEnd(this.read(request));
  }

  private *read(request: ObserveRequest): Steps<FrameObservation> {
    this.last = request;
    if (request.refsFrom !== undefined) this.refs.startFrom(request.refsFrom);
    const start = this.window.performance.now();
    const page = yield* this.readPage();
    const scope = request.scope ?? 'near';
    const header = this.formatHeader();
    const refOf = this.refsWith(request.refPrefix);
    if (request.since !== undefined && request.since !== this.mark()) this.changeLog.forget();
    const comparison = yield* this.changeLog.compare(page.root);
    const tree = yield* printPage(page.root, {
      scope,
      budget:
        (request.budget ?? DEFAULT_BUDGET[scope]) - estimateTokens([header, ...page.remarks].join('\n')),
      viewportHeight: this.window.innerHeight,
      refOf,
      offset: 1,
      longest: LONGEST_TEXT,
      isImportant: (thing) => comparison.changed.has(thing),
    });
    const changes = yield* this.changeLog.tell(comparison, tree.printed, refOf);
    this.observations += 1;
    const text = [header].concat(tree.lines, page.remarks).join('\n');
    return {
      text,
      ...(changes === undefined || changes.length > text.length ? {} : { changes }),
      nodes: tree.nodes,
      elements: page.elements,
      lastRef: this.refs.lastNumber,
      mark: this.mark(),
      ms: this.window.performance.now() - start,
      ...describeOwnFrame(this.window, this.frameKeys),
      frameSlots: describeSlots(this.window, tree.frames, this.frameKeys),
      ...this.describeDocument(),
    };
  }

  /** What differs since the last observation; the whole observation when there was none. */
  changes(): { text: string } | Promise<{ text: string }> {
    const observation = this.observe(withoutSince(this.last));
    return observation instanceof Promise ? observation.then(tellChanges) : tellChanges(observation);
  }

  /**
   * Everything in one element, with its texts in full, as far as the budget goes. `budget` in tokens; `refPrefix` as in a
   * request. Undefined when the element has gone. It is no observation: changes are told as if it had not been asked for.
   */
  *expand(ref: string, budget: number = DEFAULT_BUDGET.part, refPrefix?: string): Steps<string | undefined> {
    const element = this.refs.elementOf(ref);
    if (!element) return undefined;
    const page = yield* this.readPage(true);
    const part = yield* findPart(page.root, element);
    const tree = yield* printPage(part, {
      scope: 'page',
      budget,
      viewportHeight: this.window.innerHeight,
      refOf: this.refsWith(refPrefix),
      offset: 0,
      longest: LONGEST_IN_PART,
      isImportant: () => false,
    });
    return tree.lines.join('\n');
  }

  private refsWith(prefix = ''): (element: Element) => string {
    return (element) => prefix + this.refs.refOf(element);
  }

  private mark(): string {
    return `${this.documentId}-${this.observations}`;
  }

  /** `inFull`: for a part of which everything is wanted. */
  private *readPage(inFull = false): Steps<PageTree> {
    const reading = new Reading(this.window);
    const start = getBody(reading.document) ?? getDocumentElement(reading.document);
    if (!start) return { root: createThing('', null), elements: 0, remarks: [] };
    const watch = (this.watch = watchReading(reading.document));
    const kept = inFull ? undefined : yield* this.store.begin(reading);
    const builder = (this.builder = new TreeBuilder(reading));
    if (kept) builder.keepUnits(kept);
    const built = yield* this.builder.build(start);
    this.builder = this.watch = undefined;
    if (kept?.stale && built.modals.length > 0) {
      // What lies behind a dialog is looked through as it was before it was folded.
      this.store.drop();
      return yield* this.readPage();
    }
    const { root } = built;
    const behind = yield* applyModal(root, built.modals);
    yield* measureThings(root);
    if (inFull) yield* actOnCells(root);
    yield* foldTree(root);
    const drags = yield* markDropPlaces(root);
    // Its parts get refs or lose them by what is elsewhere.
    if (kept && (drags || built.modals.length > 0)) this.store.drop();
    else if (kept && builder.hasPaused) yield* this.store.checkAfterPauses();
    const remarks = watch.end()
      ? ['# the page changed while it was read; some of it may be out of date']
      : [];
    if (behind) remarks.push(behind);
    if (built.inert > 0) remarks.push(`# ${count(built.inert, 'element')} left out that the page made inert`);
    if (built.hiddenTexts > 0) remarks.push(`# ${count(built.hiddenTexts, 'hidden text')} left out`);
    return { root, elements: built.elements, remarks };
  }

  private formatHeader(): string {
    const { title, url } = this.describeDocument();
    const root = this.window.document.scrollingElement ?? this.window.document.documentElement;
    const height = Math.max(root.scrollHeight, this.window.innerHeight);
    return `page ${JSON.stringify(title)}  ${url}  scrolled ${Math.round(this.window.scrollY)} of ${height}`;
  }

  /** Without the fragment, which the page can write as it likes, unless it is the path of an application (`#/orders`). */
  private describeDocument(): { url: string; title: string; origin: string } {
    const { location, document } = this.window;
    return {
      url:
        location.href.replace(location.hash, '') +
        (APPLICATION_PATH.test(location.hash) ? location.hash : ''),
      title: cleanText(getTitle(document)).slice(0, 200),
      origin: this.window.origin,
    };
  }
}

function tellChanges({ changes, text }: FrameObservation): { text: string } {
  return { text: changes ?? text };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The page bundle's own `changes()` asks for what is new since it last told anything. */
function withoutSince({ since: _since, ...request }: ObserveRequest): ObserveRequest {
  return request;
}

/** `crypto.randomUUID` is missing in pages that came over plain http. */
function makeDocumentId(): string {
  return [...crypto.getRandomValues(new Uint8Array(4))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
