/** One frame of a tab as the run knows it; `prefix` is '' for the top frame, `f2`, `f3` … for the others. */
export interface FrameInfo {
  frameId: number;
  prefix: string;
  origin: string;
  /** Highest number of a ref in this frame; in the top frame, of the run's whole stay in this tab. New pages count on from it. */
  lastRef?: number | undefined;
  /** Names the newest observation of this frame, so that changes are told against what the log holds. */
  mark?: string | undefined;
}

/** One page state as the planner reads it. */
export interface Observation {
  tabId: number;
  url: string;
  title: string;
  /** The whole observation, in the format of `docs/observation.md`. */
  text: string;
  /** Only what differs from the previous observation of this tab; absent for the first one or when longer than `text`. */
  changes?: string;
  frames: FrameInfo[];
  /** Elements walked, over all frames. */
  elements: number;
  /** Milliseconds in the page, the slowest frame. */
  ms: number;
}
