import type { Target } from '../trajectories/target';
import { findUrlFault } from './url-policy';
import type { UrlFault } from './url-policy';

/** `javascript:` addresses that do nothing by themselves; sites hang a click handler on such links. */
const INERT_SCRIPTS = new Set([
  '',
  'void(0)',
  'void0',
  'void(null)',
  'undefined',
  'null',
  'returnfalse',
  '//',
  '#',
]);

/**
 * Whether a link or form runs script of the page by its address. A click on it is the page's own code as any other
 * handler is, so it is asked about rather than refused; as an address to navigate to, it is always refused.
 */
export function isScriptUrl(url: string): boolean {
  return isScriptScheme(url) && !isInert(url);
}

/** What is wrong with where a link or form of the page leads, or undefined. */
export function findLinkFault(target: Target): UrlFault | undefined {
  return [target.href, target.submits?.action]
    .filter((url) => url !== undefined && url !== '' && !isScriptScheme(url))
    .map((url) => findUrlFault(url ?? ''))
    .find((fault) => fault !== undefined);
}

function isScriptScheme(url: string): boolean {
  return URL.parse(url)?.protocol === 'javascript:';
}

function isInert(url: string): boolean {
  const script = (URL.parse(url)?.href ?? url).slice('javascript:'.length);
  return script.length < 40 && INERT_SCRIPTS.has(script.replace(/%20|\s|;/g, ''));
}
