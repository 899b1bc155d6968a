import type { CollectEnd } from './collect-reply';

/** Why a collection ended: because of the list, or because of who gathers it. */
export type CollectionEnd =
  CollectEnd | 'rows' | 'pages' | 'time' | 'stopped' | 'refused' | 'lost' | 'other-document';

/** What a collection came to, beside its rows. */
export interface CollectionFacts {
  pages: number;
  ended: CollectionEnd;
  hasGap: boolean;
}

const ENDS: Record<CollectionEnd, string> = {
  end: 'that is all of it',
  elsewhere: 'more is on another site or in another tab, which was not opened',
  submits: 'more would come only by sending a form, which was not done',
  'no-change': 'the control for more changed nothing',
  rows: 'stopped at the limit of rows; `rows` sets another',
  pages: 'stopped at the limit of pages; `pages` sets another',
  time: 'stopped because it took too long; collect again goes on from here',
  stopped: 'stopped',
  refused: 'the control for more may do more than lead on; it was not pressed',
  lost: 'the page that came next has no such list',
  'other-document': 'the next page is another document',
};

export function phraseFacts({ pages, ended, hasGap }: CollectionFacts): string {
  const from = pages === 1 ? 'one page' : `${pages} pages`;
  const gap = hasGap ? '; rows in between may be missing' : '';
  return `from ${from}: ${ENDS[ended]}${gap}`;
}
