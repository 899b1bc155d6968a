import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calmLookOf, lookOf } from '../../lib/agent/loops/look-of';

const two = (value: number): string => String(value).padStart(2, '0');

/** What ticks by itself on pages, at any moment. */
const ticking = fc.constantFrom<((at: number) => string)[]>(
  (at) => `${two(Math.floor(at / 3600) % 24)}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}`,
  (at) => `${1000 + at} people are looking at this`,
  (at) => `Ends in ${at} seconds`,
  (at) => (at % 90 < 60 ? `${at % 90} seconds ago` : `${Math.floor((at % 90) / 60)} minute ago`),
  (at) => `余额 ${at}.50`,
  (at) => `${at} 秒前`,
);

const word = fc.stringMatching(/^[a-z]{3,9}$/);
const line = fc.tuple(fc.nat({ max: 99 }), word).map(([ref, name]) => `  e${ref} button "${name}"`);
const field = fc
  .tuple(fc.nat({ max: 99 }), word, fc.nat({ max: 999 }))
  .map(([ref, name, value]) => `  e${ref} textbox "${name}" = "${value}"`);

interface Page {
  lines: string[];
  clock: (at: number) => string;
  place: number;
}

const page: fc.Arbitrary<Page> = fc.record({
  lines: fc.array(fc.oneof(line, field), { minLength: 1, maxLength: 8 }),
  clock: ticking,
  place: fc.nat({ max: 8 }),
});

function print({ lines, clock, place }: Page, at: number, refs = 0): string {
  const all = lines.map((each) => each.replace(/e(\d+) /, (_, ref: string) => `e${Number(ref) + refs} `));
  return ['page "Shop"  https://shop.test/a', ...all.toSpliced(place, 0, `  text "${clock(at)}"`)].join('\n');
}

const moment = fc.nat({ max: 86_399 });

describe('the look of a page', () => {
  it('is calmly the same whatever ticks on it, and whatever refs it has', () => {
    fc.assert(
      fc.property(page, moment, moment, fc.nat({ max: 500 }), (given, one, other, refs) => {
        expect(calmLookOf(print(given, one))).toBe(calmLookOf(print(given, other, refs)));
      }),
    );
  });

  it('tells what ticked to the letter', () => {
    fc.assert(
      fc.property(page, moment, moment, (given, one, other) => {
        const [before, after] = [print(given, one), print(given, other)];
        expect(lookOf(before) === lookOf(after)).toBe(before === after);
      }),
    );
  });

  it('is another one, also calmly, when a word, a field or the address differs', () => {
    fc.assert(
      fc.property(page, moment, fc.integer({ min: 1000, max: 9999 }), (given, at, value) => {
        const before = print(given, at);
        const changed = [
          `${before}\n  text "more"`,
          `${before}\n  e1 textbox "Quantity" = "${value}"`,
          before.replace('shop.test/a', `shop.test/${value}`),
        ];
        const looks = [before, ...changed, changed[1]?.replace(/"\d+"$/, '"7"') ?? ''].map(calmLookOf);
        expect(new Set(looks).size).toBe(looks.length);
      }),
    );
  });
});
