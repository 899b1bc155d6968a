import polyfill from 'webextension-polyfill';

/** The promise-based extension API, the same in Chrome and Firefox. */
export const browser = polyfill;

/** Origin of this extension's own pages, without a trailing slash. */
export function extensionOrigin(): string {
  return new URL(browser.runtime.getURL('')).origin;
}
