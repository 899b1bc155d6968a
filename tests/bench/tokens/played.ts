import type { ChatRequestBody } from '../../support/loopback-endpoint.ts';

/** One task as one agent did it. */
export interface Played {
  /** Of every request, oldest first. */
  bodies: ChatRequestBody[];
  /** Steps of the script that were done. */
  steps: number;
  /** How it ended, in its own words. */
  ended: string;
  /** The text of the page by then. */
  shows: string;
}
