import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../lib/recipes/answer';
import { countMentions, findPriceOrder } from '../../lib/recipes/distil/user-words';
import { findReads } from '../../lib/recipes/distil/find-reads';
import { ParamBook } from '../../lib/recipes/distil/param-book';
import { parseObservation } from '../../lib/recipes/observation-lines';
import { findValues, parseAmount, priceIn } from '../../lib/recipes/page-values';
import { fillUrl } from '../../lib/recipes/recipe-url';

describe('values in page text', () => {
  it('finds money, dates, codes and numbers', () => {
    const found = findValues('Order #A-1001 of 2026-11-22: 3 things, £1,299.00 or 12 €').map(
      ({ kind, text }) => [kind, text],
    );
    expect(found).toEqual([
      ['code', '#A-1001'],
      ['date', '2026-11-22'],
      ['number', '3'],
      ['money', '£1,299.00'],
      ['money', '12 €'],
    ]);
  });

  it('reads amounts in either convention', () => {
    expect(['£1,299.00', '1.299,00 €', '¥1,200', '19.9', "1'000.50", '$-5.00'].map(parseAmount)).toEqual([
      1299, 1299, 1200, 19.9, 1000.5, -5,
    ]);
    expect(priceIn('was £30.00 now £20.00')).toBe(20);
  });
});

describe('what the user named', () => {
  it.each([
    ['search for kettle', 'kettle', 1],
    ['compare kettles', 'kettle', 1],
    ['subkettle', 'kettle', 0],
    ['add two to the cart', '2', 1],
    ['add 2 and then 2', '2', 2],
    ['room 12', '2', 0],
    ['take the cheapest one', '1', 0],
    ['add one of them', '1', 1],
    ['搜索水壶，加两个到购物车', '2', 1],
    ['打开第二个', '2', 0],
    ['搜索水壶，加两个到购物车', '水壶', 1],
    ['Buy ADA BYRON a gift', 'Ada Byron', 1],
    ['plan a trip', 'a', 0],
  ])('%s: %s', (words, value, count) => {
    expect(countMentions(words, value)).toBe(count);
  });

  it('knows which end of the prices was meant', () => {
    expect(
      ['open the cheapest', '打开最贵的', 'open it', 'cheapest and most expensive'].map(findPriceOrder),
    ).toEqual(['lowest', 'highest', undefined, undefined]);
  });
});

describe('reading the answer again', () => {
  const readBack = (before: string, answer: string, after: string) => {
    const reads = findReads(answer, parseObservation(before), new ParamBook(''));
    return reads.map((read) => readAnswer(after, read, {})?.value);
  };

  it.each([
    ['text "Total: £40.00"', 'The total is £40.00', 'text "Total: £12.00"', ['£12.00']],
    [
      'text "Subtotal: £30.00"\ntext "Total: £40.00"',
      'Total £40.00',
      'text "Subtotal: £1.00"\ntext "Total: £2.00"',
      ['£2.00'],
    ],
    ['text "Total"\ntext "£40.00"', '£40.00', 'text "Total"\ntext "£12.00"', ['£12.00']],
    ['row "Total | £40.00"', '£40.00', 'row "Total | £12.00"', ['£12.00']],
    ['e1 spinbutton "Quantity" = "3"', 'There are 3', 'e1 spinbutton "Quantity" = "5"', ['5']],
    ['status "Order #A-1001 placed"', 'The order is #A-1001.', 'status "Order #B-77 placed"', ['#B-77']],
    ['text "合计：¥40.00"', '合计 ¥40.00', 'text "合计：¥12.00"', ['¥12.00']],
    ['text "Shipping: Express"', 'Express', 'text "Shipping: Standard"', ['Standard']],
    [
      'alert "Your message was sent"',
      'Your message was sent',
      'alert "Your mailbox is full"',
      ['Your mailbox is full'],
    ],
    ['text "Nothing here"', 'All done', 'text "Nothing here"', []],
  ])('%s', (before, answer, after, values) => {
    expect(readBack(before, answer, after)).toEqual(values);
  });
});

describe('addresses with parameters', () => {
  const url = {
    kind: 'template' as const,
    parts: [
      { kind: 'literal' as const, value: 'https://a.example/p/' },
      { kind: 'param' as const, name: 'x' },
      { kind: 'literal' as const, value: '?q=1' },
    ],
  };

  it.each(['..', '.'])('refuses %s, which would leave the path', (x) => {
    expect(fillUrl(url, { x })).toBeUndefined();
  });

  it.each([
    ['a b', 'https://a.example/p/a%20b?q=1'],
    ['../../x', 'https://a.example/p/..%2F..%2Fx?q=1'],
    ['@evil.example', 'https://a.example/p/%40evil.example?q=1'],
    ['?q=2#', 'https://a.example/p/%3Fq%3D2%23?q=1'],
    ['\ud800', 'https://a.example/p/%EF%BF%BD?q=1'],
  ])('encodes %s', (x, filled) => {
    expect(fillUrl(url, { x })).toBe(filled);
  });
});
