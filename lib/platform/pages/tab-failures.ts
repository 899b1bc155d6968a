import { findUrlFault, originOf } from '../../guard/url-policy';
import type { Failure } from '../../trajectories/failure';

/** Why a tab cannot be worked on, told by its URL. `url` is empty when the browser does not tell it. */
export function failureOfUrl(url: string): Failure | undefined {
  if (url === '') return undefined;
  const fault = findUrlFault(url);
  return (
    fault && {
      code: 'restricted-page',
      message: fault.message,
      params: { url: url.split('/').slice(0, 3).join('/') },
    }
  );
}

/** The browser's own words, by what they mean. Measured in Chromium 156 and Firefox 153. */
const SAYINGS: [RegExp, string, string][] = [
  [/no tab with id|invalid tab id|tab (was )?closed/i, 'tab-gone', 'The tab was closed.'],
  [
    /extensions gallery|chrome:\/\/|edge:\/\/|about:|cannot be scripted|error page|view-source|extension page/i,
    'restricted-page',
    'The browser does not let extensions work on this page.',
  ],
  [
    /cannot access|missing host permission|must request permission/i,
    'no-access',
    'No access to this site yet.',
  ],
];

/** What an error of the scripting or tabs API means. */
export function failureOfError(error: unknown, url: string): Failure {
  const text = error instanceof Error ? error.message : String(error);
  const hit = SAYINGS.find(([pattern]) => pattern.test(text));
  if (!hit) return { code: 'page-unreachable', message: `The page cannot be reached: ${text}` };
  const [, code, message] = hit;
  return { code, message, params: { origin: originOf(url) ?? '' } };
}
