import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWall } from '../../../lib/agent/walls/find-wall';
import { PASSAGES, WALLS, type PageCase } from './pages';

const TASK = 'Download my last three invoices';
const kindOf = (page: PageCase, task = TASK) => findWall(page, task)?.kind;
const named = (pages: PageCase[]) => pages.map((page) => [page.what, page] as const);

/** Menus and footers, which say nothing about what a page wants. */
const asides = fc
  .array(
    fc.record({
      role: fc.constantFrom('banner', 'navigation', 'contentinfo', 'complementary'),
      links: fc.array(fc.constantFrom('Home', 'Log in', 'Sign up', 'Security check', 'Über uns', '登录'), {
        maxLength: 30,
      }),
    }),
    { maxLength: 3 },
  )
  .map((parts) =>
    parts.map(({ role, links }) =>
      [role, ...links.map((name, at) => `  e${900 + at} link ${JSON.stringify(name)}`)].join('\n'),
    ),
  );

const widen = (name: string): string =>
  name.replace(/[a-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));

describe('walls', () => {
  it.each(named(WALLS))('%s', (_, page) => {
    expect(findWall(page, TASK)).toEqual({ kind: page.is, origin: new URL(page.url).origin });
  });

  it.each(named(PASSAGES))('none: %s', (_, page) => {
    expect(kindOf(page)).toBeUndefined();
  });

  it('are seen whatever menus are around them, and none is seen for menus', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WALLS, ...PASSAGES), asides, fc.boolean(), (page, parts, isBefore) => {
        const [header = '', ...body] = page.text.split('\n');
        const text = [header, ...(isBefore ? [...parts, ...body] : [...body, ...parts])].join('\n');
        expect(kindOf({ ...page, text })).toBe(page.is);
      }),
    );
  });

  it('are seen whatever the refs are called and however their letters are drawn', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WALLS),
        fc.integer({ min: 1, max: 9_999 }),
        fc.boolean(),
        (page, first, isWide) => {
          const renumbered = page.text.replace(/\be(\d+)(?= )/g, (_, n: string) => `e${first + Number(n)}`);
          const text = isWide ? renumbered.replace(/"[^"\\]*"/g, widen) : renumbered;
          expect(kindOf({ ...page, text })).toBe(page.is);
        },
      ),
    );
  });

  it('are none with a long page around them', () => {
    const rest = Array.from(
      { length: 60 },
      (_, at) => `e${500 + at} link "Article ${at} about something else"`,
    );
    for (const page of WALLS)
      expect(kindOf({ ...page, text: [page.text, ...rest].join('\n') })).toBeUndefined();
  });

  it.each([
    'Log in as robin and read the number of orders',
    'Melde dich an und lies die Rechnung: anmelden mit robin',
    '登录后查看订单',
    'Connecte-toi et lis mes messages',
    'Inicia sesión y lee el saldo',
    'ログインして残高を見る',
    'Which password rules does this page have?',
  ])('of signing in are none for a task that is about it: %s', (task) => {
    for (const page of WALLS) expect(kindOf(page, task)).toBe(page.is === 'captcha' ? 'captcha' : undefined);
  });

  it('are looked for in any text without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (text, title, task) => {
        const page = { url: 'https://a.example/login', title, text: `page ""  \n${text}` };
        expect(['login', 'code', 'captcha', undefined]).toContain(findWall(page, task)?.kind);
      }),
    );
  });

  it('are found in the largest observation in no time worth speaking of', () => {
    const line = `  e1 textbox ${JSON.stringify('verify '.repeat(40))} = ${JSON.stringify('"\\'.repeat(200))} password`;
    const text = ['page "Log in"  x', ...Array.from({ length: 4_000 }, () => line)].join('\n');
    const start = performance.now();
    findWall({ url: 'https://a.example/login', title: 'a '.repeat(10_000), text }, 'sign '.repeat(5_000));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
