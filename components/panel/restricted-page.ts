/** Pages that browsers let no extension touch. */

const WEB_PROTOCOLS = new Set(['http:', 'https:']);
const WEB_STORES = new Set(['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com']);

/** Why Errand cannot work on this page, or undefined. An empty URL is one that the browser does not tell yet. */
export function findRestriction(url: string): 'browser-page' | 'web-store' | 'local-file' | undefined {
  if (url === '') return undefined;
  const parsed = parse(url);
  if (!parsed) return 'browser-page';
  if (parsed.protocol === 'file:') return 'local-file';
  if (!WEB_PROTOCOLS.has(parsed.protocol)) return 'browser-page';
  const isOldStore = parsed.hostname === 'chrome.google.com' && parsed.pathname.startsWith('/webstore');
  return isOldStore || WEB_STORES.has(parsed.hostname) ? 'web-store' : undefined;
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
