import type { Failure } from '../../../trajectories/failure';
import type { Fingerprint } from '../../../trajectories/fingerprint';
import type { Target } from '../../../trajectories/target';
import type { Found, PageAction } from '../../types';
import type { WorldLink } from '../../world/world-link';
import type { DialogAnswer } from '../../world/world-message';
import type { PointerDevice } from '../pointer/pointer-device';

export type PageWindow = Window & typeof globalThis;

/** What the actor needs of the rest of the page room. */
export interface ActDeps {
  window: PageWindow;
  /** The live element of a ref of this frame (no frame prefix). */
  elementOf(ref: string): Element | undefined;
  /** Role, accessible name and states, as the observation prints them. */
  describe(element: Element): { role: string; name: string; states?: readonly string[] };
  /** Ref of an element, made when it has none yet. */
  refOf(element: Element): string;
  /** What the guard judges; without it an approval is checked by role and name alone. */
  targetOf?(element: Element): Target;
  /** One part of the page in full, as an observation prints it; '' when there is nothing to see. */
  expand?(element: Element, refPrefix?: string): Promise<string>;
  /** Finds the element of a fingerprint. */
  locate?(fingerprint: Fingerprint): Found<Element>;
  /** The link to the script in the page's own world, made when there can be one and there is none yet. */
  world?(): WorldLink | undefined;
}

/** What a runner has at hand while it carries out one action. */
export interface ActContext {
  deps: ActDeps;
  window: PageWindow;
  document: Document;
  signal: AbortSignal;
  pointer: PointerDevice;
  /** Files that came with the action. */
  files: readonly File[];
  /**
   * Throws `changed-since-approval` unless the element still is what was judged: for an action with several elements,
   * what was judged of this one. Called right before each first event.
   */
  expectApproved(element: Element): void;
  /** The next confirm or prompt that the next action has the page open is answered so. */
  armDialog(answer: DialogAnswer): void;
  /** Throws `changed-since-approval` when the page's own handlers have pointed the element at another site in mid-action. */
  expectSameDestination(element: Element): void;
}

/** What a runner tells of its action; the actor adds what changed in the page. */
export interface RunnerOutcome {
  /** English, past tense, no full stop: `clicked button "Save"`. */
  message: string;
  /** Value or state read back from the element. */
  value?: string;
  /** The element that the action was done to: its own focus is no news. */
  target?: Element;
  /** The elements of an action that was done to several: what they hold and their focus are no news. */
  targets?: readonly Element[];
  /** Result of a reading action. */
  data?: string;
  /** CSS pixels. */
  scrolled?: number;
  /** Address of a link that was clicked so that it opens in another tab, which browsers do for real clicks only. */
  opensWindow?: string;
  /** The runner knows that it did nothing: `it was checked already`. */
  nothingDone?: boolean;
}

export interface PageActionRunner {
  name: string;
  /** Whether the action works on an element. */
  element: 'required' | 'optional' | 'none';
  /** Reading actions change nothing: no settling and no effect afterwards. */
  reads: boolean;
  /** What was judged is the element at a point, which the runner finds and checks by itself; `ref` only says where the point counts from. */
  judgesPoint?: boolean;
  /** May throw ActError (and nothing else on purpose). */
  run(context: ActContext, action: PageAction, element: Element | undefined): Promise<RunnerOutcome>;
}

/** A failure on its way to the actor, which returns it as data. */
export class ActError extends Error {
  override name = 'ActError';
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/** `code` is kebab-case; `message` tells the planner what happened and what to do instead. */
export function actError(code: string, message: string, params?: Record<string, string>): ActError {
  return new ActError({ code, message, ...(params ? { params } : {}) });
}

export function expectNotStopped(signal: AbortSignal): void {
  if (signal.aborted) throw actError('stopped', 'The run was stopped before this action was done.');
}

/** The element of a runner whose action always has one. */
export function expectElement(element: Element | undefined): Element {
  if (!element)
    throw actError('bad-arguments', 'This action needs the ref of an element of the observation.');
  return element;
}
