import type { Grant } from '../ports';
import { originOf } from '../../guard/url-policy';
import type { RunState } from '../state';

/** What the run may do on the page that a tab shows. `unknown`: the browser does not tell the URL. */
export type Place =
  | { kind: 'permitted' }
  | { kind: 'unknown' }
  /** Neither the run nor a standing grant covers the origin: the user is asked. */
  | { kind: 'new'; origin: string }
  /** The user does not want work there. */
  | { kind: 'denied'; origin: string }
  /** No web page: the browser's own, an extension's, a file. */
  | { kind: 'restricted' };

export function judgePlace(state: RunState, grants: readonly Grant[], url: string): Place {
  if (url === '') return { kind: 'unknown' };
  const origin = originOf(url);
  if (origin === undefined) return { kind: 'restricted' };
  if (state.deniedOrigins.includes(origin)) return { kind: 'denied', origin };
  if (state.origins.includes(origin)) return { kind: 'permitted' };
  const isGranted = grants.some((grant) => grant.origin === origin && grant.covers === 'visit');
  return isGranted ? { kind: 'permitted' } : { kind: 'new', origin };
}
