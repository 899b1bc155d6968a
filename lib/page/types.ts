import type { ActionResult, Asked } from '../trajectories/action';
import type { Failure } from '../trajectories/failure';
import type { Fingerprint } from '../trajectories/fingerprint';
import type { HandOverWay } from '../trajectories/hand-over';
import type { Target } from '../trajectories/target';
import type { UserAct } from '../trajectories/user-act';
import type { DialogAnswer } from './world/world-message';
import type { WorldKeeper } from './world/world-keeper';

/** Roles follow WAI-ARIA; elements without one that can be acted on are `clickable`. */
export interface ObservedNode {
  /** Only on what can be acted on. */
  ref?: string;
  role: string;
  /** As browsers have it; the text leaves out what no person sees of it. */
  name: string;
  interactive: boolean;
  /** Value or selected option, never of a password field. */
  value?: string;
  /** "checked", "expanded", "disabled", "required" … as printed. */
  states: string[];
  /** Nesting in the printed text. */
  depth: number;
}

export interface ObserveRequest {
  /** `near` (default): full detail on and near the screen, an outline of the rest. */
  scope?: 'near' | 'page';
  /** Tokens as o200k counts them, by an estimate; `Infinity` is allowed. */
  budget?: number;
  /** Put before every ref in the text: '' in the top frame, `f2` in the second frame that the run met. */
  refPrefix?: string;
  /** Number of the first ref in a document that has none yet, so that no ref of an earlier page means something here. */
  refsFrom?: number;
  /**
   * `mark` of the observation that the reader has: changes are told against that one or not at all, because an
   * observation may be lost on its way. Absent: against the last one that was asked for.
   */
  since?: string;
}

/** One frame as its own content script saw it. Refs and text carry no frame prefix yet. */
export interface FrameObservation {
  text: string;
  /** Difference to the previous observation of this document; absent for the first one. */
  changes?: string;
  nodes: ObservedNode[];
  /** Elements walked. */
  elements: number;
  /** Highest number that a ref of this document has had. */
  lastRef: number;
  /** Names this observation, for `since`. */
  mark: string;
  ms: number;
  url: string;
  title: string;
  origin: string;
  /** Index of each frame on the way down from the top window (`window.parent.frames[i]`); [] for the top frame. */
  framePath: number[];
  frameMarks: FrameMarks;
  /** Names this document, and the one around it, where `FrameKeys` can tell. */
  frameKey?: string;
  parentKey?: string;
  /** The line of each child frame (from 0) in `text` and its indent; the child's text without its header line goes under it, two spaces deeper. */
  frameSlots: FrameSlot[];
}

export interface FrameSlot {
  line: number;
  indent: number;
  /** As the last step of the child's `framePath`. */
  index: number;
  /** The child's `frameKey`, where it can be told. */
  key?: string;
  marks: FrameMarks;
}

/** What a frame element and the document in it have in common: name of the window and size in CSS pixels. */
export interface FrameMarks {
  name: string;
  width: number;
  height: number;
}

/** Recognises documents from inside and outside of their frame, as far as the browser lets a content script do so. */
export interface FrameKeys {
  own(): string | undefined;
  ofParent(): string | undefined;
  /** Key of the document that a frame element shows. */
  keyInside(frame: Element): string | undefined;
}

/** A place in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** One action for the page; arguments as the vocabulary has them, `ref` without frame prefix. */
export type PageAction = { name: string } & Record<string, unknown>;

export interface ActOptions {
  /** Executed at most once per document. */
  nonce?: string;
  /** What was judged; any other element fails with `changed-since-approval`. */
  expected?: Target;
  /** The same for the further elements of an action that has several. */
  others?: Target[];
  /** Files that go with the action, under the names that it gives. */
  files?: readonly File[];
  /** Instead of `ref`. */
  fingerprint?: Fingerprint;
  /** Put before every ref in the result, as in an observation. */
  refPrefix?: string;
  /** How the next confirm or prompt that this action has the page open is answered. */
  dialogAnswer?: DialogAnswer;
  signal?: AbortSignal;
}

export interface ResolveRequest {
  ref?: string;
  fingerprint?: Fingerprint;
  point?: Point;
}

export type Found<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export interface HandOverRequest {
  /** Without frame prefix. */
  ref: string;
  do: HandOverWay;
  /** What the user reads beside the element. */
  sentence?: string;
}

/** While the browser takes the run elsewhere, the page's own question whether to leave is not shown. */
export interface QuietLeave {
  /** Resolves as soon as the page goes, or by `stay`; `asked`: it would have asked. */
  leave(): Promise<{ asked: boolean }>;
  /** The page is still there and may ask again. */
  stay(): void;
}

/** What `globalThis.ErrandPage` offers in the page bundle, and what the content script serves to the background. */
export interface ErrandPage {
  observe(request?: ObserveRequest): FrameObservation | Promise<FrameObservation>;
  changes(): { text: string } | Promise<{ text: string }>;
  element(ref: string): Element | undefined;
  describe(element: Element): { role: string; name: string; description: string; states: string[] };
  /**
   * Resolves a ref or fingerprint of this frame, or else what has the focus, into what the guard judges. With a point: what is
   * drawn there, counted from the top left of the ref's element or of the viewport.
   */
  resolve(target: ResolveRequest): Found<Target>;
  act(action: PageAction, options?: ActOptions): Promise<ActionResult>;
  /** Which of these refs were given and lead nowhere now. */
  findLost(refs: readonly string[]): string[];
  /** Fingerprint of the element that has the focus in this frame. */
  focused(): Found<Fingerprint>;
  /** The script in the page's own world. */
  world: WorldKeeper;
  /** What this frame's page asked since it was last told: for actions that were done in another frame. */
  takeAsked(): { asked: Asked[]; words: string };
  /** Outlines an element and resolves when the user has done with it what only they can. Never rejects. */
  handOver(request: HandOverRequest, signal?: AbortSignal): Promise<ActionResult>;
  /** Tells what the user does in this document themselves, but for what is handed over to them. The page cannot notice. */
  watchActs(tell: (act: UserAct) => void, signal: AbortSignal): void;
  /** For when the run leaves the page by way of the browser. */
  quiet: QuietLeave;
}
