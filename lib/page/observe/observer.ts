import type { FrameKeys, FrameObservation, ObserveRequest } from '../types';
import { applyModal } from './walk/apply-modal';
import { TreeBuilder } from './walk/build-tree';
import { ChangeLog } from './print/changes';
import { chooseThings } from './print/choose-things';
import { cleanText } from './clean-text';
import { getBody, getDocumentElement, getTitle } from './dom';
import { foldTree } from './fold/fold-tree';
import { describeOwnFrame, describeSlots } from './frames';
import { printTree } from './print/print-tree';
import { Reading } from './reading';
import { listThings } from './print/printed-thing';
import type { Refs } from './refs';
import { runInSlices, runToEnd, type Steps } from './walk/steps';
import { createThing, measureThings } from './thing';
import type { Thing } from './thing';

/** Tokens when nobody asks for another budget. */
const DEFAULT_BUDGET = { near: 4_000, page: 16_000 } as const;

const APPLICATION_PATH = /^#!?\/[\w\-./~%]{0,120}$/;

interface PageTree {
  root: Thing;
  elements: number;
  remarks: string[];
}

/** Reads one document, again and again: keeps its refs and what was told of it. */
export class Observer {
  private readonly changeLog = new ChangeLog();
  private last: ObserveRequest = {};
  private readonly documentId = makeDocumentId();
  private observations = 0;
  private running: Promise<FrameObservation> | undefined;
  /** Walking at the moment. */
  private builder: TreeBuilder | undefined;

  constructor(
    private readonly window: Window,
    private readonly refs: Refs,
    private readonly frameKeys?: FrameKeys,
  ) {}

  /**
   * Reads the page as it is now. A small page at once; a large one in slices with pauses for the page, so what it changes
   * meanwhile may be in it or not. Readings of one document come one after the other. Never throws for what the page holds.
   */
  observe(request: ObserveRequest = {}): FrameObservation | Promise<FrameObservation> {
    if (this.running) return this.running.then(() => this.observe(request));
    const observing = runInSlices(this.window, this.read(request), () => {
      this.builder?.prepareForPause();
    });
    if (!(observing instanceof Promise)) return observing;
    const running = observing.finally(() => {
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
    const viewportHeight = this.window.innerHeight;
    const kept = yield* chooseThings(page.root, {
      scope,
      budget: request.budget ?? DEFAULT_BUDGET[scope],
      viewportHeight,
    });
    const prefix = request.refPrefix ?? '';
    const refOf = (element: Element): string => prefix + this.refs.refOf(element);
    const tree = yield* printTree(page.root, kept, { refOf, viewportHeight, offset: 1 });
    const alive = kept ? yield* listThings(page.root, refOf) : tree.printed;
    if (request.since !== undefined && request.since !== this.mark()) this.changeLog.forget();
    const changes = yield* this.changeLog.record(tree.printed, alive);
    this.observations += 1;
    const text = [this.formatHeader()].concat(tree.lines, page.remarks).join('\n');
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

  private mark(): string {
    return `${this.documentId}-${this.observations}`;
  }

  private *readPage(): Steps<PageTree> {
    const reading = new Reading(this.window);
    const start = getBody(reading.document) ?? getDocumentElement(reading.document);
    if (!start) return { root: createThing('', null), elements: 0, remarks: [] };
    this.builder = new TreeBuilder(reading);
    const built = yield* this.builder.build(start);
    this.builder = undefined;
    const { root } = built;
    const behind = yield* applyModal(root, built.modals);
    yield* measureThings(root);
    yield* foldTree(root);
    const remarks = behind ? [behind] : [];
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
