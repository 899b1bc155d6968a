/** What one proposal of a model took: a projection of its event, which outlives the run. */
export interface LedgerRow {
  runId: string;
  seq: number;
  /** Milliseconds since the epoch. */
  at: number;
  /** The user's own calendar day as it was written, YYYY-MM-DD. */
  day: string;
  /** Host of the page that the run started on; '' once the run is deleted, and when that was no web page. */
  site: string;
  /** As the endpoint names it, else as the user does. */
  model: string;
  /** Tokens; those that came from the endpoint's cache are among the prompt's. */
  prompt: number;
  cached: number;
  completion: number;
  /** Milliseconds at work since the run's proposal before; absent in rows from before that was counted. */
  workedMs?: number;
  /** US dollars; absent when the price is not known. */
  costUsd?: number;
}
