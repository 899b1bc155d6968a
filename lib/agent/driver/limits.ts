/** Reading a page, over all its frames. */
export const OBSERVE_TIMEOUT_MS = 10_000;

/** Resolving one element, asking the browser about a tab. */
export const LOOKUP_TIMEOUT_MS = 10_000;

/** One action, with the time that the page needs to settle after it. `wait_for` gets its own time on top. */
export const ACT_TIMEOUT_MS = 30_000;

/** Gathering rows over many pages; it ends by itself before this. */
export const COLLECT_TIMEOUT_MS = 130_000;

/** Reason to abort a driver's signal with when the run is paused: the action under way may come to its end. */
export const PAUSED = 'paused';

/** How long a stopped driver waits to learn how the action under way ended, before it writes that nobody knows. */
export const STOP_GRACE_MS = 1_000;

/** Before a failed observation is tried again. */
export const OBSERVE_RETRY_MS = 500;

/**
 * Between an event and the effect after it lie milliseconds, or the half minute that a killed worker stays away. After longer than
 * this the computer slept, or its clock was moved: page, session and approval are old, and the user is asked first.
 */
export const SLEPT_MS = 10 * 60_000;
