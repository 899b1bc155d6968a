import type { Sentence } from '../trajectories/verdict';

/** Why a URL may not be opened or worked on: for the user, and for the planner. */
export interface UrlFault {
  reason: Sentence;
  message: string;
}

/** Whether Errand may read and act on a page with this URL at all. */
export function isTouchable(url: string): boolean {
  return findUrlFault(url) === undefined;
}

/** Origin of an http(s) URL; undefined for any other text. */
export function originOf(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed !== null && isHttp(parsed) ? parsed.origin : undefined;
}

/**
 * What is wrong with a URL, or undefined when nothing is. The judgement is on what the WHATWG parser makes of the
 * text (it drops tabs and newlines, folds case and odd spellings), because that is what the browser would open.
 */
export function findUrlFault(url: string): UrlFault | undefined {
  const parsed = URL.parse(url);
  if (parsed === null) {
    return fault(
      'guard.not-a-url',
      {},
      'This is not an absolute URL. Give one that starts with https:// or http://.',
    );
  }
  if (!isHttp(parsed)) return schemeFault(parsed.protocol);
  if (isProtectedByBrowser(parsed)) {
    const message = `Browsers let no extension work on ${parsed.hostname}. Ask the user to do it, or use another site.`;
    return fault('guard.web-store', { host: parsed.hostname }, message);
  }
  if (parsed.username !== '' || parsed.password !== '') {
    const message = 'URLs that hold a user name or password are not opened. Give the URL without them.';
    return fault('guard.url-holds-login', { host: parsed.hostname }, message);
  }
  return undefined;
}

function isHttp(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}

function fault(key: string, params: Record<string, string>, message: string): UrlFault {
  return { reason: { key, params }, message };
}

const EXTENSION_SCHEMES = new Set([
  'chrome-extension:',
  'moz-extension:',
  'safari-web-extension:',
  'extension:',
]);
const BROWSER_SCHEMES = new Set([
  'about:',
  'brave:',
  'chrome:',
  'chrome-error:',
  'chrome-search:',
  'chrome-untrusted:',
  'devtools:',
  'edge:',
  'moz-safe-about:',
  'opera:',
  'resource:',
  'view-source:',
  'vivaldi:',
]);

function schemeFault(scheme: string): UrlFault {
  const params = { scheme };
  const message = `Only http and https pages can be opened or worked on, not ${scheme} ones. Use a page of the web instead.`;
  if (EXTENSION_SCHEMES.has(scheme)) return fault('guard.extension-page', params, message);
  if (BROWSER_SCHEMES.has(scheme)) return fault('guard.browser-page', params, message);
  return fault('guard.scheme-refused', params, message);
}

/**
 * Hosts where browsers run no extension scripts: the stores, and Firefox's `extensions.webextensions.restrictedDomains`
 * (modules/libpref/init/all.js in mozilla-central).
 */
const PROTECTED_HOSTS = new Set([
  'chromewebstore.google.com',
  'accounts-static.cdn.mozilla.net',
  'accounts.firefox.com',
  'addons.cdn.mozilla.net',
  'addons.mozilla.org',
  'api.accounts.firefox.com',
  'content.cdn.mozilla.net',
  'discovery.addons.mozilla.org',
  'oauth.accounts.firefox.com',
  'profile.accounts.firefox.com',
  'support.mozilla.org',
  'sync.services.mozilla.com',
]);

/** Stores that live under a path of a host that is otherwise an ordinary site. */
const PROTECTED_PATHS: [host: string, path: string][] = [
  ['chrome.google.com', '/webstore'],
  ['microsoftedge.microsoft.com', '/addons'],
];

function isProtectedByBrowser(url: URL): boolean {
  // `addons.mozilla.org.` with the root's dot is the same host.
  const host = url.hostname.replace(/\.+$/, '');
  if (PROTECTED_HOSTS.has(host)) return true;
  const path = url.pathname.toLowerCase();
  return PROTECTED_PATHS.some(
    ([protectedHost, prefix]) => host === protectedHost && (path === prefix || path.startsWith(`${prefix}/`)),
  );
}
