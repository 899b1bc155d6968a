import { afterEach, describe, expect, it } from 'vitest';
import { Observer } from '../../../lib/page/observe/observer';
import { estimateTokens } from '../../../lib/trajectories/estimate-tokens';
import { Refs } from '../../../lib/page/observe/refs';

/** Texts with their tokens as o200k_base counts them (gpt-tokenizer 3.4). */
const COUNTED: [number, string][] = [
  [27, 'e12 textbox "Delivery date" = "2026-11-22" type=date min=2026-11-22 required'],
  [19, 'You can place your order on the website or call us; delivery happens every day except Sundays.'],
  [
    27,
    'Sie können Ihre Bestellung auf der Website aufgeben oder uns anrufen. Die Lieferung erfolgt täglich außer sonntags im gesamten Bundesgebiet.',
  ],
  [
    28,
    'Вы можете оформить заказ на сайте или позвонить по телефону. Доставка осуществляется ежедневно, кроме воскресенья, по всей территории страны.',
  ],
  [34, '您可以在网站上下订单，也可以拨打电话。除星期日外，每天都可以送货到全国各地。价格是二十四欧元。'],
  [27, 'ウェブサイトで注文するか、電話でお問い合わせください。日曜日を除き、毎日全国に配達しています。'],
  [25, 'يمكنك الطلب عبر الموقع أو الاتصال بنا. يتم التوصيل يوميا ما عدا يوم الأحد في جميع أنحاء البلاد.'],
  [
    39,
    'Objednávku můžete zadat na webových stránkách nebo nám zavolat. Doručení probíhá denně kromě neděle po celém území republiky.',
  ],
  [18, 'e5 link "News", e6 link "Sport", e7 link "TV"\n'],
];

const observe = (request: object): string => new Observer(window, new Refs()).observeAtOnce(request).text;

afterEach(() => {
  document.body.innerHTML = '';
});

describe('the estimate of tokens', () => {
  it.each(COUNTED)('is near %i for %s', (tokens, text) => {
    expect(Math.abs(estimateTokens(text) - tokens)).toBeLessThanOrEqual(Math.max(4, tokens * 0.15));
  });

  it('is nearer still in sum', () => {
    const estimated = COUNTED.reduce((sum, [, text]) => sum + estimateTokens(text), 0);
    const counted = COUNTED.reduce((sum, [tokens]) => sum + tokens, 0);
    expect(Math.abs(estimated / counted - 1)).toBeLessThan(0.08);
  });
});

function makePage(): string {
  const links = (name: string, count: number): string =>
    Array.from(
      { length: count },
      (_, index) => `<li><a href="/${name}/${index}">${name} topic ${index}</a>`,
    ).join('');
  const sections = Array.from(
    { length: 12 },
    (_, index) =>
      `<section><h2>Chapter ${index}</h2><p>${'Words about the chapter that go on. '.repeat(9)}</p><form aria-label="Form ${index}"><label>Email ${index} <input></label><button>Send ${index}</button></form></section>`,
  ).join('');
  return `<nav aria-label=Topics><ul>${links('Nav', 150)}</ul></nav><main><h1>Book</h1>${sections}</main>
    <footer><ul>${links('Foot', 40)}</ul></footer>`;
}

describe('the budget', () => {
  it.each([300, 600, 1_150, 4_000])('of %i tokens is never exceeded by more than a tenth', (budget) => {
    document.body.innerHTML = makePage();
    for (const scope of ['near', 'page'] as const)
      expect(estimateTokens(observe({ scope, budget }))).toBeLessThanOrEqual(budget * 1.1);
  });

  it('leaves no part of the page unsaid', () => {
    document.body.innerHTML = makePage();
    const text = observe({ scope: 'near' });
    expect(text).toMatch(/\+ contentinfo below: 40 links \("Foot topic 0".*; expand e\d+/);
    expect(text).toMatch(/\+ below: 13 headings \("Book", "Chapter 0".*12 forms.*12 fields.*; expand e\d+/);
    for (const line of text.split('\n').filter((each) => /^ *\+/.test(each)))
      expect(line).toMatch(/; expand e\d+$/);
  });

  it('prints a page that fits as a whole', () => {
    document.body.innerHTML =
      '<main><p>Top</p><div style="height:5000px"></div><button>Far below</button></main>';
    expect(observe({})).toContain('e1 button "Far below"');
  });

  it('has room for the focus and for what changed, wherever they are', async () => {
    document.body.innerHTML = makePage();
    const observer = new Observer(window, new Refs());
    observer.observeAtOnce({ scope: 'page', budget: Infinity });
    const field = document.querySelectorAll('input')[11] as HTMLInputElement;
    field.focus({ preventScroll: true });
    const button = document.querySelectorAll('button')[9] as HTMLButtonElement;
    button.textContent = 'Sent';
    const { text, changes } = await observer.observe({ scope: 'near', budget: 600 });
    expect(text).toMatch(/textbox "Email 11" focused/);
    expect(text).toMatch(/button "Sent"/);
    expect(changes).toContain('button "Sent" (was "Send 9")');
  });
});
