import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Observer } from '../../../lib/page/observe/observer';
import { Refs } from '../../../lib/page/observe/refs';
import type { FrameObservation } from '../../../lib/page/types';

/** Reads with units kept from reading to reading, and beside it in full each time. */
class Reader {
  private readonly refs = new Refs();
  private readonly keeping = new Observer(window, this.refs, undefined, 10);
  private readonly full = new Observer(window, this.refs, undefined, Infinity);

  read(scope: 'near' | 'page'): string {
    const request = scope === 'page' ? ({ scope, budget: Infinity } as const) : { scope };
    const kept = this.keeping.observeAtOnce(request);
    const full = this.full.observeAtOnce(request);
    expect(writeDown(kept)).toBe(writeDown(full));
    return kept.text;
  }

  /** Elements whose style was asked for. */
  countAsked(): number {
    let asked = 0;
    const { getComputedStyle } = window;
    window.getComputedStyle = (...args) => {
      asked++;
      return getComputedStyle.apply(window, args);
    };
    this.keeping.observeAtOnce();
    window.getComputedStyle = getComputedStyle;
    return asked;
  }
}

function writeDown({ text, changes, nodes, elements }: FrameObservation): string {
  return [text, changes, elements, ...nodes.map((node) => JSON.stringify(node))].join('\n');
}

const ROWS = 30;

const STYLES = `
  tr, .card, li { height: 60px }
  .off { display: none }
  .faint td, .faint { opacity: 0.01 }
  .covered > * { visibility: hidden }
  .shout { text-transform: uppercase }
  .open + section .more, .open ~ ul .more { display: none }
  tr:first-child .more, li:nth-child(3n) .more { display: none }
  .card:not(:has(b)) .more { visibility: hidden }
  #flag:checked ~ section .badge, main:has(#flag:checked) td.badge { display: none }
  #name:focus ~ section i { text-transform: uppercase }
  p:empty ~ section .note { display: none }
  main.handy .note { cursor: pointer }
  .said::before { content: 'new ' }`;

const row = (index: number): string =>
  `<tr><th scope=row>N${index}</th><td>Name ${index}</td><td class=badge>ok</td><td><button>Open ${index}</button><span class=more>more</span></td></tr>`;
const card = (index: number): string =>
  `<div class=card><i>Card ${index}</i> <a href=/c${index}>Go ${index}</a><span class=badge>new</span><em class=note>note</em><span class=more>more</span></div>`;
const item = (index: number): string =>
  `<li><b>Item ${index}</b><a href=/i${index}>See ${index}</a><span class=more>more</span></li>`;
const many = (make: (index: number) => string): string =>
  Array.from({ length: ROWS }, (_, index) => make(index)).join('');

function fillPage(): void {
  document.body.innerHTML = `<style id=styles>${STYLES}</style><main><h1>Stock</h1><p id=status></p><input type=checkbox id=flag aria-label=Flag><input id=name aria-label=Name>
    <section><table><thead><tr><th>A</th><th>B</th><th>C</th><th>D</th></tr></thead><tbody>${many(row)}</tbody></table></section>
    <section>${many(card)}</section><ul>${many(item)}</ul></main>`;
}

interface Edit {
  kind: keyof typeof EDITS;
  at: number;
  words: string;
}

type Apply = (element: HTMLElement, words: string) => void;

const styles = (): CSSStyleSheet =>
  (document.querySelector('#styles') as HTMLStyleElement).sheet as CSSStyleSheet;
const toggle =
  (name: string): Apply =>
  (element) =>
    element.classList.toggle(name);

/** What a page may do; what gets it is any element under `main`. */
const EDITS = {
  nothing: () => undefined,
  text: (element, words) => (element.textContent = words),
  words: (element, words) => {
    const [text] = [...element.childNodes].filter((node) => node instanceof Text);
    if (text) (text as Text).data = words;
  },
  remove: (element) => element.remove(),
  move: (element) => element.parentElement?.parentElement?.append(element),
  first: (element) => element.parentElement?.prepend(element),
  redraw: (element) => element.replaceWith(element.cloneNode(true)),
  button: (element, words) => element.insertAdjacentHTML('beforebegin', `<button>${words}</button>`),
  rows: (_, words) => document.querySelector('tbody')?.insertAdjacentHTML('afterbegin', row(words.length)),
  label: (element, words) => element.setAttribute('aria-label', words),
  named: (element) => {
    element.id = 'named';
    document.querySelector('li button, li a')?.setAttribute('aria-labelledby', 'named');
  },
  hidden: (element) => element.toggleAttribute('hidden'),
  inert: (element) => element.toggleAttribute('inert'),
  role: (element) => element.setAttribute('role', 'presentation'),
  disabled: (element) => element.setAttribute('aria-disabled', 'true'),
  off: toggle('off'),
  faint: toggle('faint'),
  covered: toggle('covered'),
  shout: toggle('shout'),
  open: toggle('open'),
  handy: toggle('handy'),
  said: toggle('said'),
  style: (element) => (element.style.visibility = element.style.visibility ? '' : 'hidden'),
  status: (_, words) =>
    ((document.querySelector('#status') as HTMLElement).textContent = words.length > 5 ? '' : words),
  flag: () => (document.querySelector<HTMLInputElement>('#flag') as HTMLInputElement).click(),
  focus: (element) =>
    (element.matches('button,a,input') ? element : document.querySelector<HTMLElement>('#name'))?.focus(),
  value: (element, words) => {
    if (element instanceof HTMLInputElement) element.value = words;
  },
  field: (element) => element.insertAdjacentHTML('beforeend', '<input aria-label=Count value=1>'),
  rule: () => styles().insertRule('td.badge { display: none }', 0),
  edit: () => ((styles().cssRules[0] as CSSStyleRule).style.opacity = '0.05'),
  adopt: () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.note { display: none }');
    document.adoptedStyleSheets = [sheet];
  },
  sheetOff: () => (styles().disabled = !styles().disabled),
  animate: (element) =>
    element.animate([{ visibility: 'hidden' }, { visibility: 'hidden' }], { duration: 1e6, fill: 'both' }),
  halt: () => document.getAnimations().forEach((animation) => animation.cancel()),
  scroll: (element) => element.scrollIntoView(),
  dialog: (element) =>
    element.insertAdjacentHTML('afterend', '<dialog open aria-modal=true><button>Yes</button></dialog>'),
  popover: (element) => {
    element.insertAdjacentHTML('beforeend', '<div popover id=pop>Tip <a href=/x>more</a></div>');
  },
  pop: () => document.querySelector<HTMLElement>('#pop')?.togglePopover(),
  shadow: (element) => {
    element.insertAdjacentHTML('beforeend', '<x-part></x-part>');
    (element.lastElementChild as HTMLElement).attachShadow({ mode: 'open' }).innerHTML =
      '<button>In</button><slot></slot>';
  },
  inShadow: (_, words) => {
    const button = document.querySelector('x-part')?.shadowRoot?.querySelector('button');
    if (button) button.textContent = words;
  },
  draggable: (element) => element.toggleAttribute('draggable'),
  wide: () => document.body.style.setProperty('width', document.body.style.width ? '' : '300px'),
} satisfies Record<string, Apply>;

const query = <T extends HTMLElement>(selector: string): T => document.querySelector(selector) as T;

function applyEdit({ kind, at, words }: Edit): void {
  const all = [...document.querySelectorAll<HTMLElement>('main, main *')];
  const element = all[at % all.length];
  if (element) (EDITS[kind] as Apply)(element, words);
}

const edit = fc.record<Edit>({
  kind: fc.constantFrom(...(Object.keys(EDITS) as (keyof typeof EDITS)[])),
  at: fc.nat(600),
  words: fc.constantFrom('Save', 'Total 12', 'Sold out', 'x'),
});

beforeEach(fillPage);
afterEach(() => {
  document.body.innerHTML = '';
  document.body.removeAttribute('style');
  document.adoptedStyleSheets = [];
  window.scrollTo(0, 0);
});

describe('a large page that is read again', () => {
  it('reads as it would in full, whatever the page did in between', () => {
    fc.assert(
      fc.property(fc.array(fc.array(edit, { maxLength: 3 }), { minLength: 2, maxLength: 6 }), (rounds) => {
        document.adoptedStyleSheets = [];
        document.body.removeAttribute('style');
        document.getAnimations().forEach((animation) => animation.cancel());
        fillPage();
        window.scrollTo(0, 0);
        const reader = new Reader();
        reader.read('page');
        for (const [index, edits] of rounds.entries()) {
          edits.forEach(applyEdit);
          reader.read(index % 3 === 1 ? 'near' : 'page');
        }
      }),
      { numRuns: 25, seed: 20_261_130 },
    );
  }, 60_000);

  it.each(Object.keys(EDITS) as (keyof typeof EDITS)[])('after the edit "%s", near and far', (kind) => {
    const reader = new Reader();
    reader.read('page');
    for (const at of [0, 12, 203, 250, 420]) {
      applyEdit({ kind, at, words: 'Sold' });
      reader.read('page');
    }
  });

  it.each<[what: string, change: () => void]>([
    ['an item comes in before them', () => query('ul').insertAdjacentHTML('afterbegin', item(99))],
    ['an item before them goes', () => query('li').remove()],
    ['a part beside them is opened', () => query('section').classList.toggle('open')],
    [
      'what is around them is animated',
      () => query('ul').animate({ textTransform: ['uppercase', 'uppercase'] }, 1e6),
    ],
    ['a state elsewhere hides them', () => query<HTMLInputElement>('#flag').click()],
    ['a field elsewhere is left', () => query('#name').blur()],
    ['a style sheet is edited', () => ((styles().cssRules[0] as CSSStyleRule).style.opacity = '0.05')],
  ])('far parts are read again when %s', (_, change) => {
    query('#name').focus();
    const reader = new Reader();
    const before = reader.read('page');
    change();
    expect(reader.read('page')).not.toBe(before);
  });

  it('is read in part when little has changed, and in full when everything may have', () => {
    const reader = new Reader();
    const inFull = reader.countAsked();
    applyEdit({ kind: 'text', at: 1, words: 'Stock of today' });
    expect(reader.countAsked()).toBeLessThan(inFull * 0.7);
    applyEdit({ kind: 'words', at: 250, words: 'Name' });
    expect(reader.countAsked()).toBeLessThan(inFull * 0.7);
    applyEdit({ kind: 'rule', at: 0, words: '' });
    expect(reader.countAsked()).toBeGreaterThan(inFull * 0.9);
    expect(reader.countAsked()).toBeLessThan(inFull * 0.7);
  });
});
