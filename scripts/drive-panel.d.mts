import type { Page } from 'puppeteer-core';

/** Types the task and presses Run. */
export function startTask(panel: Page, task: string): Promise<void>;
export function readStatus(panel: Page): Promise<string>;
/** Waits until the run needs an answer or has ended; resolves to the status line. */
export function waitForRest(panel: Page): Promise<string>;
/** Resolves when the run waits for the user no longer. */
export function waitUntilGoingOn(panel: Page): Promise<unknown>;
/** Allows what is asked, once; resolves when the run goes on. */
export function allowOnce(panel: Page): Promise<void>;
