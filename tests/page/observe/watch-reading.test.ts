import { afterEach, describe, expect, it } from 'vitest';
import { Observer } from '../../../lib/page/observe/observer';
import { Refs } from '../../../lib/page/observe/refs';
import { watchReading } from '../../../lib/page/observe/watch-reading';

afterEach(() => {
  document.body.innerHTML = '';
});

/** Whether a watch that runs over the change says so; the change may take its time. */
async function isNoticed(html: string, change: () => void | Promise<void>): Promise<boolean> {
  document.body.innerHTML = html;
  const watch = watchReading(document);
  watch.start();
  await change();
  return watch.end();
}

const find = (selector: string) => document.querySelector(selector) as HTMLElement;
const aTurn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

describe('a watch over a reading', () => {
  it.each<[string, () => void | Promise<void>]>([
    ['an element that comes', () => find('p').append(document.createElement('b'))],
    ['one that goes', () => find('p').remove()],
    ['other words', () => ((find('p').firstChild as Text).data = 'Two')],
    ['a state', () => find('p').setAttribute('aria-expanded', 'true')],
    ['what is shown', () => (find('p').hidden = true)],
    ['a change that is long past', () => (find('p').remove(), aTurn())],
  ])('notices %s', async (_what, change) => {
    expect(await isNoticed('<p>One</p>', change)).toBe(true);
  });

  it('takes no notice of styles that are animated, of scrolling and of nothing', async () => {
    expect(await isNoticed('<p>One</p>', () => void (find('p').style.left = '3px'))).toBe(false);
    expect(await isNoticed('<p>One</p>', () => window.scrollBy(0, 1))).toBe(false);
    expect(await isNoticed('<p>One</p>', aTurn)).toBe(false);
  });

  it('sees nothing before it starts and after it ends', () => {
    document.body.innerHTML = '<p>One</p>';
    const watch = watchReading(document);
    find('p').remove();
    watch.start();
    expect(watch.end()).toBe(false);
    document.body.append('more');
    expect(watch.end()).toBe(false);
  });
});

describe('an observation in slices', () => {
  const REMARK = '# the page changed while it was read; some of it may be out of date';
  const rows = Array.from(
    { length: 6_000 },
    (_, row) => `<tr><td>${row}<td><button>Open ${row}</button>`,
  ).join('');

  async function observeWhile(change: () => void): Promise<string[]> {
    document.body.innerHTML = `<table>${rows}</table>`;
    const observing = new Observer(window, new Refs()).observe({ scope: 'page', budget: Infinity });
    expect(observing).toBeInstanceOf(Promise);
    change();
    return (await observing).text.split('\n');
  }

  it('says that the page changed meanwhile', async () => {
    const lines = await observeWhile(() => find('tr').remove());
    expect(lines.filter((line) => line === REMARK)).toHaveLength(1);
  });

  it('says nothing when it did not', async () => {
    expect(await observeWhile(() => undefined)).not.toContain(REMARK);
  });
});
