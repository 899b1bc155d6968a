import { afterEach, describe, expect, it } from 'vitest';
import { Observer } from '../../../lib/page/observe/observer';
import { Refs } from '../../../lib/page/observe/refs';
import { unfoldLines } from '../../../lib/trajectories/unfold-lines';
import { readJoined, trimLines } from './read-page-text';

interface Case {
  what: string;
  html: string;
  text: string;
}

const SENTENCE = 'The kettle boils a litre of water in two minutes and switches itself off again. ';

const CASES: Case[] = [
  {
    what: 'links beside each other, their role once',
    html: '<nav><a href=/>Home</a> <a href=/s aria-current=page>Shop</a> <button>More</button></nav>',
    text: 'navigation: e1 link "Home", e2 "Shop" current=page, e3 button "More"',
  },
  {
    what: 'words and the links in them',
    html: '<p>Read the <a href=/t>terms</a> and the <a href=/p>privacy notice</a> before buying.</p>',
    text: 'text "Read the", e1 link "terms", "and the", e2 "privacy notice", "before buying."',
  },
  {
    what: 'a card with its controls, and fields on lines of their own',
    html: `<ul><li><a href=/k>Kettle</a><p>24 €</p><button>Add</button></li><li><a href=/t>Tea</a><p>3 €</p><button>Add</button></li></ul>
      <label>City <input></label><button>Go</button>`,
    text: `
      list
        listitem "24 €": e1 link "Kettle", e2 button "Add"
        listitem "3 €": e3 link "Tea", e4 button "Add"
      e5 textbox "City"
      e6 button "Go"`,
  },
  {
    what: 'plain items and rows',
    html: '<ul><li>One<li>Two<li>Three</ul><table aria-label=T><tr><td>1<td>Ada<tr><td>2<td>Alan</table>',
    text: `
      list: listitem "One", "Two", "Three"
      table "T": row "1 | Ada", "2 | Alan"`,
  },
];

afterEach(() => {
  document.body.innerHTML = '';
});

describe('lines of several things', () => {
  it.each(CASES)('show $what', ({ html, text }) => {
    document.body.innerHTML = html;
    expect(readJoined(new Observer(window, new Refs()))).toBe(trimLines(text));
  });

  it('shorten running text and say how long it was, but no short facts', () => {
    document.body.innerHTML = `<p>${SENTENCE.repeat(5)}</p><p>Second: ${SENTENCE.repeat(2)}<a href=/m>manual</a> ${SENTENCE}</p><p>24.90 €</p>`;
    const text = readJoined(new Observer(window, new Refs()));
    expect(text).toContain(`text "${SENTENCE.repeat(5).slice(0, 300)}…" (`);
    expect(text).toMatch(/\(\d+ characters\)/);
    expect(text).toContain('e1 link "manual"');
    expect(text).toContain('"24.90 €"');
    expect(text.length).toBeLessThan(600);
  });

  it('cannot be made by the page', () => {
    document.body.innerHTML = `<button>x", e9 link "y</button><a href=/ aria-label='a": e7 button "b'>t</a><p>: e5 link</p>`;
    const lines = unfoldLines(readJoined(new Observer(window, new Refs())));
    expect(lines).toEqual([
      String.raw`e1 button "x\", e9 link \"y"`,
      String.raw`e2 link "a\": e7 button \"b"`,
      'text ": e5 link"',
    ]);
  });
});

describe('expanding a part', () => {
  it('prints everything in one element, its texts in full, and tells no change', async () => {
    document.body.innerHTML = `<main><h1>Shop</h1><section aria-label=Reviews><p>${SENTENCE.repeat(9)}</p><button>Like</button></section><p>Other</p></main>`;
    const refs = new Refs();
    const observer = new Observer(window, refs);
    observer.observeAtOnce();
    const ref = refs.refOf(document.querySelector('section') as Element);
    const text = (await observer.expandInTurn(ref)) ?? '';
    expect(text).toContain(SENTENCE.repeat(9).trim());
    expect(text).toContain('button "Like"');
    expect(text).not.toContain('Other');
    expect((await observer.changes()).text).toBe('nothing changed');
  });

  it('keeps to its budget, and is undefined for an element that has gone', async () => {
    const rows = Array.from({ length: 400 }, (_, index) => `<li><a href=/${index}>Item ${index}</a> new`);
    document.body.innerHTML = `<ul aria-label=All>${rows.join('')}</ul>`;
    const refs = new Refs();
    const observer = new Observer(window, refs);
    const list = document.querySelector('ul') as Element;
    const ref = refs.refOf(list);
    const text = (await observer.expandInTurn(ref, 400)) ?? '';
    expect(text).toMatch(new RegExp(`\\+ \\d+ more list items with \\d+ links.*; expand ${ref}$`));
    expect(text.length).toBeLessThan(400 * 4);
    list.remove();
    expect(await observer.expandInTurn(ref)).toBeUndefined();
  });
});
