import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Observer } from '../../../lib/page/observe/observer';
import { Refs } from '../../../lib/page/observe/refs';
import { trimLines } from './read-page-text';

const WHOLE = { scope: 'page', budget: Infinity } as const;
let observer: Observer;

beforeEach(() => {
  observer = new Observer(window, new Refs());
});

afterEach(() => {
  document.body.innerHTML = '';
});

function load(html: string): void {
  document.body.innerHTML = html;
  observer.observeAtOnce(WHOLE);
}

function find<T extends Element>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`nothing matches ${selector}`);
  return element;
}

describe('changes since the last observation', () => {
  it('are absent the first time', () => {
    document.body.innerHTML = '<p>Hello</p>';
    expect(observer.observeAtOnce(WHOLE).changes).toBeUndefined();
  });

  it('say so when there are none', async () => {
    load('<main><button>Save</button><p>Hello</p></main>');
    expect((await observer.changes()).text).toBe('nothing changed');
  });

  it('show what appeared, vanished and changed, with its place', async () => {
    load(`<main><form aria-label="Checkout"><label>City <input id=city></label><button id=go disabled>Pay</button></form>
      <ul><li><a href="/k">Kettle</a><span>24 €</span></li><li><a href="/t" id=tea>Tea</a><span>3 €</span></li></ul></main>`);
    find<HTMLInputElement>('#city').value = 'Paris';
    find<HTMLButtonElement>('#go').disabled = false;
    find('#tea').closest('li')?.remove();
    find('main').insertAdjacentHTML('beforeend', '<div role=alert>Saved</div>');
    expect((await observer.changes()).text).toBe(
      trimLines(`
        - listitem "3 €" < main
        -   e4 link "Tea"
        ~ e1 textbox "City" = "Paris" (was without) < form "Checkout" < main
        ~ e2 button "Pay" (was disabled) < form "Checkout" < main
        + alert "Saved" < main`),
    );
  });

  it('count mere words that are gone after the first few, and never a control', async () => {
    load(
      `<main>${'<button>Stays</button>'.repeat(40)}<div id=old>${Array.from({ length: 20 }, (_, at) => `<p>Word ${at}</p>`).join('')}<button>Go</button></div></main>`,
    );
    find('#old').remove();
    const lines = (await observer.changes()).text.split('\n');
    expect(lines).toHaveLength(10);
    expect(lines.slice(0, 2)).toEqual(['- text "Word 0" < main', '- text "Word 1" < main']);
    expect(lines.slice(-2)).toEqual(['- e41 button "Go" < main', '- + 12 more: 12 texts ("Word 8" …)']);
  });

  it('keep quiet about what was drawn anew but reads the same', async () => {
    load('<main><p>One</p><p>Two</p></main>');
    find('main').innerHTML = '<p>One</p><p>Two</p>';
    expect((await observer.changes()).text).toBe('nothing changed');
  });

  it('nest what appeared under what it appeared in', async () => {
    load('<main><button>Add</button></main>');
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div role=dialog aria-label="Added"><p>Kettle added</p><button>Cart</button></div>',
    );
    expect((await observer.changes()).text).toBe(
      '+ dialog "Added"\n+   text "Kettle added"\n+   e2 button "Cart"',
    );
  });

  it('stay small on a large page', async () => {
    load(
      `<main>${'<p>Words and more words</p><button>Go</button>'.repeat(500)}<p id=count>0 items</p></main>`,
    );
    find('#count').textContent = '1 item';
    expect((await observer.changes()).text).toBe('~ text "1 item" (was "0 items") < main');
  });

  it('are told against the observation that the reader has, or not at all', () => {
    document.body.innerHTML = '<main><button>Save</button></main>';
    const held = observer.observeAtOnce(WHOLE).mark;
    find('main').insertAdjacentHTML('beforeend', '<p>Saved</p>');
    const lost = observer.observeAtOnce({ ...WHOLE, since: held });
    expect(lost.changes).toBe('+ text "Saved" < main');
    // The reader never got it and asks again: silence would hide from it that anything was saved.
    const again = observer.observeAtOnce({ ...WHOLE, since: held });
    expect(again.changes).toBeUndefined();
    expect(again.text).toContain('text "Saved"');
    expect(observer.observeAtOnce({ ...WHOLE, since: again.mark }).changes).toBe('nothing changed');
  });
});
