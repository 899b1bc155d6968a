import { afterEach, describe, expect, it } from 'vitest';
import { Observer } from '../../../lib/page/observe/observer';
import { Refs } from '../../../lib/page/observe/refs';
import { readBody, readHtml, trimLines } from './read-page-text';

afterEach(() => {
  document.body.innerHTML = '';
});

describe('refs', () => {
  it('stay with their element over reorder and attribute changes, and are never given again', () => {
    const refs = new Refs();
    const observer = new Observer(window, refs);
    document.body.innerHTML = '<button id=a>A</button><button id=b>B</button>';
    expect(readBody(observer)).toBe('e1 button "A"\ne2 button "B"');
    const [a, b] = document.querySelectorAll('button');
    document.body.prepend(b as Element);
    a?.setAttribute('aria-label', 'First');
    expect(readBody(observer)).toBe('e2 button "B"\ne1 button "First"');
    a?.remove();
    document.body.append(document.createElement('button'));
    expect(readBody(observer)).toBe('e2 button "B"\ne3 button');
    expect(refs.elementOf('e1')).toBeUndefined();
    expect(refs.elementOf('e2')).toBe(b);
    expect(refs.elementOf('e99')).toBeUndefined();
    expect(refs.wasGiven('e1')).toBe(true);
    expect(refs.wasGiven('e99')).toBe(false);
  });

  it('carry the prefix of their frame in the text only', async () => {
    const refs = new Refs();
    document.body.innerHTML = '<button>A</button>';
    const { text, nodes } = await new Observer(window, refs).observe({ scope: 'page', refPrefix: 'f2' });
    expect(text.split('\n')[1]).toBe('f2e1 button "A"');
    expect(nodes[0]?.ref).toBe('f2e1');
    expect(refs.elementOf('e1')).toBe(document.querySelector('button'));
  });
});

describe('shadow trees and owned elements', () => {
  it('reads open roots and slots in rendered order', () => {
    document.body.innerHTML =
      '<x-card><span slot=title>Kettle</span><button>Buy</button><p slot=none>lost</p></x-card>';
    const root = document.querySelector('x-card')?.attachShadow({ mode: 'open' });
    if (root)
      root.innerHTML = '<h2><slot name=title></slot></h2><div><slot></slot></div><button>Inside</button>';
    expect(readBody(new Observer(window, new Refs()))).toBe(
      'heading 2 "Kettle"\ne1 button "Buy"\ne2 button "Inside"',
    );
  });

  it('shows owned elements where their owner is', () => {
    expect(
      readHtml(
        '<div id=late><button>Late</button></div><main><div aria-owns=late><button>Early</button></div></main>',
      ),
    ).toBe('main\n  e1 button "Early"\n  e2 button "Late"');
  });

  it('survives deep nesting and forms that clobber the DOM', () => {
    const deep = `${'<div>'.repeat(400)}<button>Deep</button>${'</div>'.repeat(400)}`;
    document.body.innerHTML = deep;
    let at: Element = document.body;
    for (let depth = 0; depth < 1500; depth++) at = at.appendChild(document.createElement('section'));
    at.textContent = 'bottom';
    expect(readBody(new Observer(window, new Refs()))).toBe('e1 button "Deep"\ntext "bottom"');
    const clobbering = ['firstChild', 'localName', 'getAttribute', 'nodeType', 'parentNode', 'hasAttributes'];
    expect(
      readHtml(
        `<form aria-label=F>${clobbering.map((name) => `<input name=${name} aria-label=${name}>`).join('')}</form>`,
      ),
    ).toBe(
      trimLines(`
        form "F"
          e1 textbox "firstChild"
          e2 textbox "localName"
          e3 textbox "getAttribute"
          e4 textbox "nodeType"
          e5 textbox "parentNode"
          e6 textbox "hasAttributes"`),
    );
  });
});

describe('the page under observation', () => {
  it('is left as it was', () => {
    document.body.innerHTML =
      '<main><button>A</button><input value=x><div style="cursor:pointer">Go</div></main>';
    const before = document.documentElement.outerHTML;
    const globals = Object.getOwnPropertyNames(window).length;
    const seen: MutationRecord[] = [];
    const watcher = new MutationObserver((records) => seen.push(...records));
    watcher.observe(document, { subtree: true, attributes: true, childList: true, characterData: true });
    const observer = new Observer(window, new Refs());
    observer.observeAtOnce({ scope: 'page' });
    observer.observeAtOnce();
    seen.push(...watcher.takeRecords());
    watcher.disconnect();
    expect(seen).toEqual([]);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(Object.getOwnPropertyNames(window).length).toBe(globals);
  });
});

describe('scope and budget', () => {
  const rows = Array.from(
    { length: 500 },
    (_, index) => `<tr style="height:30px"><td>${index}<td>Name ${index}<td><button>Open</button>`,
  ).join('');

  it('keeps the screen and the outline, and says what is left out', () => {
    const text = readHtml(
      `<main><h1>Orders</h1><table aria-label=Orders>${rows}</table><h2>Archive</h2><p>old</p></main>`,
      { scope: 'near' },
    );
    expect(text).toContain('  table "Orders" (500 rows)\n    row "0 | Name 0"\n      e1 button "Open"');
    expect(text).toMatch(
      /\n {4}\+ \d+ more rows with \d+ buttons below; expand e\d+\n {2}\+ below: 1 heading \("Archive"\), 1 text \("old"\); expand e\d+$/,
    );
    expect(text.length).toBeLessThan(6_000);
  });

  it('never exceeds the budget by much', () => {
    const text = readHtml(`<main><h1>Orders</h1><table aria-label=Orders>${rows}</table></main>`, {
      scope: 'page',
      budget: 500,
    });
    expect(text.length).toBeLessThan(500 * 4 * 1.2);
    expect(text).toMatch(/\+ \d+ more rows/);
  });

  it('cuts long words and says how long they are', () => {
    expect(readHtml(`<p>${'word '.repeat(300)}</p>`)).toMatch(
      /^text "(word ){59}word … ?" \(1499 characters\)$|^text ".{300}…" \(1499 characters\)$/,
    );
  });
});
