import { expect, it } from 'vitest';
import { readLabelMeaning } from '../../../lib/page/collect/more-terms';

it('knows what leads to the next page', () => {
  for (const label of [
    'Next',
    'Next page',
    'Next ›',
    'NEXT »',
    'Nächste Seite',
    '下一页',
    '次へ',
    'Suivant',
    'Older posts',
  ])
    expect(readLabelMeaning(label), label).toBe('next');
  for (const label of ['›', '»', '>>', ' → ']) expect(readLabelMeaning(label), label).toBe('next-sign');
});

it('knows what adds to the list', () => {
  for (const label of [
    'Load more',
    'Show more results',
    'Load more (120)',
    'Mehr anzeigen',
    '加载更多',
    'Показать ещё',
  ])
    expect(readLabelMeaning(label), label).toBe('more');
});

it('knows nothing of other labels', () => {
  const others = ['Next steps for your order', 'Nextcloud', 'More', 'Previous', '2', '', 'Place order', '«'];
  for (const label of others) expect(readLabelMeaning(label), label).toBeUndefined();
});
