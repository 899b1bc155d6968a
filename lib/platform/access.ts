import { browser } from './browser';

/**
 * Match pattern for a site. Firefox knows no ports in match patterns, so access covers every port of the host;
 * the run's own set of origins stays exact.
 */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** Without this the browser shows a page to an extension only after a click on its button there. Must be called straight from a click. */
export function requestPictures(): Promise<boolean> {
  return browser.permissions.request({ origins: ['<all_urls>'] });
}

/** Asks the browser for access to a site. Must be called straight from a click: nothing awaited before it. */
export function requestAccess(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(origin)] });
}
