import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { Observer } from '../../../lib/page/observe/observer';
import { Refs } from '../../../lib/page/observe/refs';
import { unfoldLines } from '../../../lib/trajectories/unfold-lines';

const WHOLE = { scope: 'page', budget: Infinity } as const;

/** One edit; `at` picks the element among those that are there. */
interface Edit {
  kind: 'remove' | 'text' | 'button' | 'paragraph' | 'disable' | 'move' | 'redraw' | 'nothing';
  at: number;
  words: string;
}

const edits = fc.array(
  fc.record<Edit>({
    kind: fc.constantFrom('remove', 'text', 'button', 'paragraph', 'disable', 'move', 'redraw', 'nothing'),
    at: fc.nat(40),
    words: fc.constantFrom('Save', 'Total 12', 'Sold out', 'x'),
  }),
  { minLength: 1, maxLength: 5 },
);

function applyEdit({ kind, at, words }: Edit): void {
  const all = [...document.querySelectorAll<HTMLElement>('main *')];
  const element = all[at % Math.max(1, all.length)];
  if (!element) return;
  if (kind === 'remove') element.remove();
  else if (kind === 'text') element.textContent = words;
  else if (kind === 'disable') element.setAttribute('aria-disabled', 'true');
  else if (kind === 'move') document.querySelector('main')?.append(element);
  else if (kind === 'redraw') element.replaceWith(element.cloneNode(true));
  else if (kind !== 'nothing')
    element.insertAdjacentHTML(
      'afterend',
      kind === 'button' ? `<button>${words}</button>` : `<p>${words}</p>`,
    );
}

/** What the lines say wherever they stand; structure without words says nothing. */
function sayings(text: string): string[] {
  return unfoldLines(text)
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => !/^[a-z]+$/.test(line))
    .sort();
}

afterEach(() => {
  document.body.innerHTML = '';
});

describe('changes after any edits', () => {
  it('are none exactly when the page reads the same, and name only what is there now', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (list) => {
        document.body.innerHTML = `<main><h1>Shop</h1><ul><li><a href=/k>Kettle</a> 24 €<button>Add</button></li><li><a href=/t>Tea</a> 3 €<button>Add</button></li></ul>
          <form aria-label=Order><label>City <input value=Paris></label><button>Pay</button></form><p>Total 27</p></main>`;
        const observer = new Observer(window, new Refs());
        const before = sayings(observer.observeAtOnce(WHOLE).text);
        list.forEach(applyEdit);
        const { text: told } = await observer.changes();
        const full = observer.observeAtOnce(WHOLE).text;
        const after = sayings(full);
        if (told.startsWith('page ')) return;
        expect(told === 'nothing changed').toBe(JSON.stringify(before) === JSON.stringify(after));
        for (const line of told.split('\n')) {
          const appeared = /^\+ +(.*)$/.exec(line)?.[1]?.replace(/ < .*$/, '');
          if (appeared !== undefined && /\be\d+ /.test(appeared)) expect(after).toContain(appeared);
          const gone = /^- +(e\d+) /.exec(line)?.[1];
          if (gone !== undefined) expect(full).not.toMatch(new RegExp(`\\b${gone} `));
        }
      }),
      { numRuns: 60, seed: 20_261_122 },
    );
  });
});

const entries = (count: number): string =>
  Array.from({ length: count }, (_, index) => `<li><a href=/${index}>Entry ${index}</a></li>`).join('');

describe('many changes at once', () => {
  it('are counted by kind after the first forty lines, with a way to the rest', async () => {
    document.body.innerHTML = `<main><h1>Log</h1><ul></ul><div>${'<p>Line of words.</p>'.repeat(200)}</div></main>`;
    const observer = new Observer(window, new Refs());
    observer.observeAtOnce(WHOLE);
    document.querySelector('ul')?.insertAdjacentHTML('beforeend', entries(90));
    const { changes = '' } = observer.observeAtOnce(WHOLE);
    expect(changes.split('\n')).toHaveLength(41);
    expect(changes).toMatch(/\n\+ \+ 50 more: 50 links \("Entry 40".*; expand e\d+$/);
  });

  it('say of what vanished how much was in it', async () => {
    document.body.innerHTML = `<main><h1>Log</h1></main><div role=dialog aria-label=Menu>${entries(9)}<button>Close</button></div>`;
    const observer = new Observer(window, new Refs());
    observer.observeAtOnce(WHOLE);
    document.querySelector('[role=dialog]')?.remove();
    expect((await observer.changes()).text).toMatch(
      /^- dialog "Menu"\n-   \+ 1 button \("Close"\), 9 links \("Entry 0".*\)$/,
    );
  });

  it('show a status and an alert as what they are', async () => {
    document.body.innerHTML = '<main><h1>Shop</h1><div role=status>5 results</div><button>Go</button></main>';
    const observer = new Observer(window, new Refs());
    observer.observeAtOnce(WHOLE);
    (document.querySelector('[role=status]') as Element).textContent = '3 results';
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<div role=alert>Saved</div>');
    expect((await observer.changes()).text).toBe(
      '~ status "3 results" (was "5 results") < main\n+ alert "Saved" < main',
    );
  });
});
