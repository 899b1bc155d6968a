import type {
  ActOptions,
  FrameObservation,
  HandOverRequest,
  Found,
  ObserveRequest,
  PageAction,
  Point,
} from '../../page/types';
import type { ActionResult, Asked } from '../../trajectories/action';
import type { Fingerprint } from '../../trajectories/fingerprint';
import type { Target } from '../../trajectories/target';
import type { UserAct } from '../../trajectories/user-act';

/** What the background may ask of the content script of one frame. The page never asks anything. */
export type PageRequest =
  | { kind: 'observe'; request: ObserveRequest }
  | { kind: 'resolve'; ref?: string; fingerprint?: Fingerprint; point?: Point }
  | { kind: 'act'; action: PageAction; options: Omit<ActOptions, 'signal' | 'files'> }
  /** A piece of a file that goes with the action of the same nonce, in base64; pieces come in order. */
  | { kind: 'file'; nonce: string; name: string; type: string; piece: string }
  | { kind: 'cancel'; nonce: string }
  | { kind: 'is-linked' }
  /** An action begins in the tab: dialogs are answered and calls are watched in this frame, too, if its world is linked. */
  | { kind: 'hold-world' }
  /** The script in the page's own world listens on this channel. */
  | { kind: 'link-world'; channel: string }
  /** What the page of this frame asked while an action was done in another one. */
  | { kind: 'asked' }
  /** The run leaves the page by way of the browser; answered when it goes, or by `stay`. */
  | { kind: 'leave' }
  | { kind: 'stay' }
  /** Outline an element and wait for the user; what came of that is told by a `HandOverReport`. The same nonce is one hand-over. */
  | { kind: 'hand-over'; runId: string; nonce: string; request: HandOverRequest }
  /**
   * No run acts on the tab for now. `waiting`: but one waits for the user, who was asked under this nonce. `over`: none will,
   * and what the user does is their own affair.
   */
  | { kind: 'release'; waiting?: string; over?: boolean }
  | { kind: 'find-lost'; refs: string[] }
  /** Fingerprint of the focused element: what a right-click on an editable field was about. */
  | { kind: 'focused' };

export interface PageReplies {
  observe: FrameObservation;
  resolve: Found<Target>;
  act: ActionResult;
  file: null;
  cancel: null;
  /** Whether the page's own world is linked. */
  'is-linked': boolean;
  'hold-world': null;
  'link-world': null;
  asked: { asked: Asked[]; words: string };
  leave: { asked: boolean };
  stay: null;
  /** Whether there is such an element. */
  'hand-over': boolean;
  release: null;
  'find-lost': string[];
  focused: Found<Fingerprint>;
}

/** Tells our requests from anything else that the extension may send to a tab. */
export interface PageMessage {
  to: 'errand-page';
  request: PageRequest;
}

/** What a page's script tells by itself: the user has done what was handed to them, or will not be waited for. */
export interface HandOverReport {
  from: 'errand-hand-over';
  runId: string;
  nonce: string;
  result: ActionResult;
}

/** What a page's script tells by itself: the user did something there while a run is about. */
export interface ActReport {
  from: 'errand-user';
  act: UserAct;
}

export function isPageMessage(message: unknown): message is PageMessage {
  return typeof message === 'object' && message !== null && 'to' in message && message.to === 'errand-page';
}
