import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** What a page noticed, in its own world, since it began to watch: all is empty when it noticed nothing. */
export interface Noticed {
  mutations: string[];
  /** Calls of the page's own getters, setters and methods, by name. */
  calls: string[];
  events: string[];
  /** Entries of resize, intersection and performance observers. */
  observed: string[];
  /** What differs of markup, property names, focus, selection, scroll position, history, style sheets, animations. */
  changed: string[];
}

const SCRIPT = readFileSync(new URL('watch-in-page.js', import.meta.url), 'utf8');

/**
 * Makes the page watch for everything that it could notice of being read; gives what asks it for its findings. The script is
 * not added as an element: the test's own handle of that would be looked at in the page's world now and then.
 */
export async function startWatching(page: Page): Promise<() => Promise<Noticed>> {
  await page.evaluate(`(() => {${SCRIPT}})(); startErrandWatch();`);
  return () => page.evaluate<Noticed>('reportErrandWatch()');
}
