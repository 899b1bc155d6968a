import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMissing, readPassages } from '../../lib/agent/evidence';

const PAGE = `Order received - Shop
https://shop.test/orders/1042
page "Order received - Shop"  https://shop.test/orders/1042  scrolled 0 of 900
main
  heading 1 "Thank you, Ada Lovelace"
  status "Your order №1042 is on its way."
  table "Items"
    row
      cell "Kettle 1.0 l, white"
      cell "× 2"
      cell "1,239.80 €"
  e7 textbox "Gift note" = "Don't shake"
  e9 button "Print"
  contentinfo "订单已提交，感谢您的购买"`;

function missing(evidence: string, page = PAGE): string[] {
  return findMissing(readPassages(evidence), page).map(({ text }) => text);
}

describe('evidence that the page shows', () => {
  it.each([
    ['to the letter', 'Thank you, Ada Lovelace'],
    ['in other case, with other quotes and spaces', '  THANK you,\n“ada  lovelace” '],
    ['quoted among words of the planner', 'The confirmation page says "Thank you, Ada Lovelace" at its top.'],
    ['as the observation has it', 'heading 1 "Thank you, Ada Lovelace"'],
    ['several quotes', '"Thank you, Ada Lovelace", "Your order №1042 is on its way"'],
    ['several passages with marks between', 'Kettle 1.0 l, white × 2 · 1,239.80 € | Thank you'],
    ['with cells of a row between', 'Kettle 1.0 l white: 2 for 1239,80 €'],
    ['with something left out', 'Your order … on its way'],
    ['in other words', 'The order 1042 of Ada Lovelace was received and is on its way'],
    ['the value of a field, with an apostrophe', "Gift note: Don't shake"],
    ['in the address', 'https://shop.test/orders/1042'],
    ['in the title', 'Order received - Shop'],
    ['without spaces between words', '页面显示“订单已提交”'],
    ['no words at all', '✓'],
  ])('is found %s', (_how, evidence) => {
    expect(missing(evidence)).toEqual([]);
  });
});

describe('evidence that the page does not show', () => {
  it.each([
    ['other words', 'Payment was successful', ['Payment was successful']],
    ['words of which the page has a few', 'Your payment is being refunded', undefined],
    ['one number that differs', 'Your order №1043 is on its way.', undefined],
    ['one amount of several that differs', 'Kettle 1.0 l, white, 1,339.80 €', ['1,339.80 €']],
    ['one of several quotes', '"Thank you, Ada Lovelace" and "Paid by invoice"', ['Paid by invoice']],
    ['part of a word', 'anky', undefined],
    ['the same signs in another order', '提交购买订单成功', undefined],
  ])('is told: %s', (_what, evidence, told) => {
    expect(missing(evidence)).toEqual(told ?? [evidence]);
  });

  it('has words far from each other, that every page has somewhere', () => {
    const filler = Array.from({ length: 200 }, (_, index) => `item-${index}x`).join(' ');
    expect(missing('"Place my booking now"', `Place ${filler} my ${filler} booking ${filler} now`)).toEqual([
      'Place my booking now',
    ]);
  });
});

const words = fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 3, maxLength: 40 });

describe('whatever is quoted', () => {
  it('of a page is found there, whatever stands around it', () => {
    const quote = fc.tuple(words, fc.nat(), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(quote, fc.constantFrom('', '"', '`'), ([page, from, count], mark) => {
        const start = from % page.length;
        const cut = page.slice(start, start + count).join(' ');
        expect(missing(mark + cut.toUpperCase() + mark, page.join('  '))).toEqual([]);
      }),
    );
  });

  it('of words that are nowhere on the page is missing', () => {
    fc.assert(
      fc.property(words, words, (page, quoted) => {
        const other = quoted.map((word) => `${word}q0`);
        expect(missing(other.join(' '), page.join(' '))).toEqual([other.join(' ')]);
      }),
    );
  });

  it('never throws, and is never more than what was claimed', () => {
    const any = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(any, any, (evidence, page) => {
        for (const text of missing(evidence, page)) expect(evidence).toContain(text);
        expect(missing(page, page)).toEqual([]);
      }),
    );
  });
});
