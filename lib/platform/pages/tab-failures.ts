import type { Failure } from '../../trajectories/failure';

/** Why a tab cannot be worked on, told by its URL. `url` is empty when the browser does not tell it. */
export function failureOfUrl(url: string): Failure | undefined {
  if (url === '' || /^https?:/i.test(url)) return isStore(url) ? restricted(url) : undefined;
  return restricted(url);
}

/** The browser's own words, by what they mean. Measured in Chromium 156 and Firefox 153. */
const SAYINGS: [RegExp, string, string][] = [
  [/no tab with id|invalid tab id|tab (was )?closed/i, 'tab-gone', 'The tab was closed.'],
  [
    /extensions gallery|chrome:\/\/|edge:\/\/|about:|cannot be scripted|error page|view-source|extension page/i,
    'restricted-page',
    'The browser does not let extensions work on this page.',
  ],
  [/cannot access|missing host permission|must request permission/i, 'no-access', 'No access to this site yet.'],
];

/** What an error of the scripting or tabs API means. */
export function failureOfError(error: unknown, url: string): Failure {
  const text = error instanceof Error ? error.message : String(error);
  const hit = SAYINGS.find(([pattern]) => pattern.test(text));
  if (!hit) return { code: 'page-unreachable', message: `The page cannot be reached: ${text}` };
  const [, code, message] = hit;
  return { code, message, params: { origin: originOf(url) } };
}

export function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}

function restricted(url: string): Failure {
  return {
    code: 'restricted-page',
    message: `The browser does not let extensions work on ${url.split('/').slice(0, 3).join('/')}.`,
    params: { url },
  };
}

const STORES = ['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com'];

function isStore(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, pathname } = new URL(url);
  return STORES.includes(hostname) || (hostname === 'chrome.google.com' && pathname.startsWith('/webstore'));
}
