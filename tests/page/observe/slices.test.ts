import { afterEach, describe, expect, it } from 'vitest';
import { Observer } from '../../../lib/page/observe/observer';
import { Refs } from '../../../lib/page/observe/refs';
import { runInSlices, type Steps } from '../../../lib/page/observe/walk/steps';

const WHOLE = { scope: 'page', budget: Infinity } as const;

afterEach(() => {
  document.body.innerHTML = '';
});

function fill(rows: number): void {
  const row = (index: number) => `<tr><td>Row ${index}</td><td><button>Open ${index}</button></td></tr>`;
  document.body.innerHTML = `<main><table>${Array.from({ length: rows }, (_, index) => row(index)).join('')}</table></main>`;
}

/** A window whose clock moves on with every look at it. */
function makeWindow(msPerLook: number): Window {
  let now = 0;
  return { performance: { now: () => (now += msPerLook) } } as unknown as Window;
}

function* countTo(end: number): Steps<number> {
  for (let count = 0; count < end; count++) yield;
  return end;
}

describe('slices', () => {
  it('do not cut up what is done at once', () => {
    expect(runInSlices(makeWindow(1), countTo(5), () => undefined)).toBe(5);
  });

  it('give the page its turn in between', async () => {
    let pauses = 0;
    const counting = runInSlices(makeWindow(5), countTo(30), () => pauses++);
    expect(counting).toBeInstanceOf(Promise);
    expect(await counting).toBe(30);
    expect(pauses).toBeGreaterThan(3);
  });

  it('read the same as a reading without pauses, one after the other', async () => {
    fill(4000);
    const observer = new Observer(window, new Refs());
    const [first, second] = await Promise.all([observer.observe(WHOLE), observer.observe(WHOLE)]);
    expect(first.text).toBe(new Observer(window, new Refs()).observeAtOnce(WHOLE).text);
    expect(second.text).toBe(first.text);
    expect(second.changes).toBe('nothing changed');
  });

  it('get over a page that is emptied meanwhile', async () => {
    fill(4000);
    const reading = new Observer(window, new Refs()).observe(WHOLE);
    document.body.innerHTML = '<p>Gone</p>';
    const { nodes, text } = await reading;
    expect(nodes.length).toBeLessThan(8000);
    expect(text).toMatch(/^page /);
  });
});
