import { describe, expect, test } from 'vitest';
import { parseFields } from '../../../lib/planners/rules/parse-fields';
import { parseTarget } from '../../../lib/planners/rules/parse-target';
import { parseTask } from '../../../lib/planners/rules/parse-task';
import { protectText } from '../../../lib/planners/rules/protect-text';
import { readDate, readIsoDate } from '../../../lib/planners/rules/read-date';
import { readFilter } from '../../../lib/planners/rules/read-filter';
import { readCount, readOrdinal } from '../../../lib/planners/rules/read-number';
import { readObservation } from '../../../lib/planners/rules/read-observation';
import { findItemPrice, findPrices, readAmount } from '../../../lib/planners/rules/read-price';
import { readRating } from '../../../lib/planners/rules/read-rating';
import { splitInstructions } from '../../../lib/planners/rules/split-instructions';
import { compareWords } from '../../../lib/planners/rules/compare-words';
import { NOW } from './support';

function split(text: string): string[] {
  const { text: words, originals } = protectText(text);
  return splitInstructions(words).map((part) =>
    part.replace(/[\uE000-\uF8FF]/g, (mark) => originals[mark.charCodeAt(0) - 0xe000] ?? ''),
  );
}

test.each<[string, string[]]>([
  [
    'search for kettle, open the cheapest, add two to the cart',
    ['search for kettle', 'open the cheapest', 'add two to the cart'],
  ],
  ['search for salt and pepper and open the first', ['search for salt and pepper', 'open the first']],
  ['Search for tea. Then open the first result!', ['Search for tea', 'open the first result']],
  [
    'type "a, then b; and submit" into the note, submit',
    ['type "a, then b; and submit" into the note', 'submit'],
  ],
  ['type stop and go into the title', ['type stop and go into the title']],
  [
    'fill the form with: name Ada, city Paris; submit',
    ['fill the form with: name Ada, city Paris', 'submit'],
  ],
  [
    'fill the form with:\nname: Ada\ncity: Paris\nsubmit',
    ['fill the form with:, name: Ada, city: Paris', 'submit'],
  ],
  ['1. open A\n2. open B', ['open A', 'open B']],
  [
    '1) search for tea 2) open the first 3) read the price',
    ['search for tea', 'open the first', 'read the price'],
  ],
  ['- open A\n- read the total', ['open A', 'read the total']],
  ['go to https://a.example/x,y;z then read the title', ['go to https://a.example/x,y;z', 'read the title']],
  ['sort by price, low to high', ['sort by price, low to high']],
  ['wait for Mr. Smith to appear', ['wait for Mr. Smith to appear']],
  ['搜索水壶，打开最便宜的，然后加入购物车', ['搜索水壶', '打开最便宜的', '加入购物车']],
  ['打开设置并勾选通知，再保存', ['打开设置', '勾选通知', '保存']],
  ['填写表单：姓名 Ada，城市 巴黎，提交', ['填写表单：姓名 Ada，城市 巴黎', '提交']],
  ['输入“你好，然后再见”，提交。', ['输入“你好，然后再见”', '提交']],
])('splits %j', (text, parts) => {
  expect(split(text)).toEqual(parts);
});

describe('amounts', () => {
  test.each<[string, number | undefined]>([
    ['1,299.00', 1299],
    ['1.299,00', 1299],
    ["1'299.50", 1299.5],
    ['1 299,5', 1299.5],
    ['1.299', 1299],
    ['12.5', 12.5],
    ['0.125', 0.125],
    ['98', 98],
    ['1,234,567', 1234567],
    ['', undefined],
    ['abc', undefined],
  ])('%j is %j', (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });

  test.each<[string, number | undefined]>([
    ['$12', 12],
    ['¥ 98 包邮', 98],
    ['1.299,00 €', 1299],
    ['EUR 240.00', 240],
    ['was $20.00 now $15.00', 15],
    ['原价 ¥200 现价 ¥150', 150],
    ['List price: $30 | $24.99 | Save $5.01', 24.99],
    ['$4.99 shipping | $20.00', 20],
    ['$1.20 / 100 g | $6.00', 6],
    ['12.50', 12.5],
    ['In stock', undefined],
  ])('the price of %j is %j', (text, amount) => {
    expect(findItemPrice(text)?.amount).toBe(amount);
  });

  test('keeps the currency as printed', () => {
    expect(findPrices('from 19,90 € or $25')).toMatchObject([
      { amount: 19.9, currency: '€', text: '19,90 €' },
      { amount: 25, currency: '$', text: '$25' },
    ]);
  });
});

test.each<[string, number | undefined]>([
  ['4.5 out of 5 (20 reviews)', 4.5],
  ['Rated 3,9', 3.9],
  ['★★★★☆', 4],
  ['评分 4.8', 4.8],
  ['4 stars', 4],
  ['12 reviews', undefined],
])('the rating of %j is %j', (text, rating) => {
  expect(readRating(text)).toBe(rating);
});

test.each<[string, string | undefined]>([
  ['2026-03-04', '2026-03-04'],
  ['4 May 1990', '1990-05-04'],
  ['Nov 5, 2025', '2025-11-05'],
  ['2026年11月2日', '2026-11-02'],
  ['24 December', '2026-12-24'],
  ['soon', undefined],
])('the date of %j is %j', (text, date) => {
  expect(readIsoDate(text, NOW)).toBe(date);
});

test('relative dates and times are in order', () => {
  const ages = ['just now', '3 minutes ago', '2 hours ago', 'yesterday', '3天前', '2 weeks ago', '2 Nov'];
  const dates = ages.map((text) => readDate(text, NOW) ?? 0);
  expect(dates).toEqual([...dates].sort((one, other) => other - one));
});

test('numbers in words', () => {
  expect(['two', 'a couple', '12', '两', '二十三', '十', 'dozen', 'none'].map(readCount)).toEqual([
    2,
    2,
    12,
    2,
    23,
    10,
    12,
    undefined,
  ]);
  expect(['first', '2nd', 'last', 'kettle'].map(readOrdinal)).toEqual([0, 1, -1, undefined]);
});

test.each([
  ['under 50', { by: 'price', max: 50 }],
  ['price between 20 and 40 €', { by: 'price', min: 20, max: 40 }],
  ['over 1.000 €', { by: 'price', min: 1000 }],
  ['价格低于50', { by: '价格', max: 50 }],
  ['价格不超过 300 元', { by: '价格', max: 300 }],
  ['brand Acme', { by: 'brand Acme' }],
])('the filter %j is %j', (text, expected) => {
  expect(readFilter(text)).toEqual({ kind: 'filter', ...expected });
});

test.each([
  [
    'the cheapest kettle',
    { rank: { by: 'price', order: 'lowest', index: 0 }, variants: [{ text: 'kettle' }] },
  ],
  ['second cheapest one', { rank: { by: 'price', order: 'lowest', index: 1 } }],
  ['the last message', { rank: { by: 'position', order: 'lowest', index: -1 } }],
  ['the Save button', { kind: 'button', variants: [{ text: 'Save' }, { text: 'Save button' }] }],
  ['第三个商品', { rank: { by: 'position', order: 'lowest', index: 2 } }],
  ['最贵的', { rank: { by: 'price', order: 'highest', index: 0 } }],
  ['保存按钮', { kind: 'button' }],
  ['this', { deictic: true }],
  ['这个链接', { deictic: true }],
  ['the message from Ada', { variants: [{ text: 'message from Ada' }, { text: 'message', near: 'Ada' }] }],
])('the target %j', (text, expected) => {
  expect(parseTarget(text)).toMatchObject(expected);
});

test('fields of a form, with and without marks', () => {
  expect(parseFields('name: Ada, e-mail = a@b.example, city Paris and note is hi', [])).toEqual([
    { label: 'name', value: 'Ada' },
    { label: 'e-mail', value: 'a@b.example' },
    { label: 'city', value: 'Paris', splits: [{ label: 'city', value: 'Paris' }] },
    { label: 'note', value: 'hi' },
  ]);
  expect(parseFields('Street and number 12 Oak Lane', [])[0]?.splits).toContainEqual({
    label: 'Street and number',
    value: '12 Oak Lane',
  });
});

test('synonyms, plurals, typing errors and both languages compare as alike', () => {
  const alike: [string, string][] = [
    ['basket', 'Cart'],
    ['sign in', 'Log in'],
    ['kettles', 'Kettle'],
    ['e-mail address', 'Email'],
    ['购物车', 'Cart (3)'],
    ['提交', 'Submit'],
    ['halo flor lamp', 'Halo Floor Lamp'],
  ];
  for (const [one, other] of alike)
    expect(compareWords(one, other), `${one} / ${other}`).toBeGreaterThan(0.8);
  expect(compareWords('plan my holiday', 'Plan')).toBeLessThan(0.6);
  expect(compareWords('Save', 'Delete')).toBe(0);
});

test('negations and pleasantries ask for nothing; conditions are not decided', () => {
  expect(parseTask("please, thanks, don't submit")).toEqual([]);
  expect(parseTask('不要提交')).toEqual([]);
  expect(parseTask('if it is cheap, buy it')[0]).toMatchObject({ kind: 'unknown', why: 'condition' });
});

test('an observation becomes a tree', () => {
  const page = readObservation(
    [
      'page "A \\"B\\""  https://a.example/  scrolled 0 of 10',
      'main',
      '  e1 textbox "Name" = "Ada" required focused placeholder="Your name"',
      '  e2 combobox "Size" = "M" options="S | M" (3 options)',
      '  list',
      '    listitem "One"',
      '      e3 link href="/x"',
      '    + 40 more items; find_text reaches them',
      '# 2 hidden texts left out',
      'frame "Pay" https://pay.example',
      '  f2e1 textbox "Card number"',
      'a line of some later format',
    ].join('\n'),
  );
  expect(page).toMatchObject({ title: 'A "B"', url: 'https://a.example/' });
  const [main, name, size, list, item] = page.nodes;
  expect(name).toMatchObject({ ref: 'e1', role: 'textbox', name: 'Name', value: 'Ada', parent: main });
  expect([...(name?.states ?? [])]).toEqual([
    ['required', ''],
    ['focused', ''],
    ['placeholder', 'Your name'],
  ]);
  expect(size).toMatchObject({ note: '3 options' });
  expect(list).toMatchObject({ folded: 40 });
  expect(item?.children[0]).toMatchObject({ ref: 'e3', role: 'link' });
  expect(page.nodes.find(({ ref }) => ref === 'f2e1')?.parent).toMatchObject({ role: 'frame', name: 'Pay' });
});
