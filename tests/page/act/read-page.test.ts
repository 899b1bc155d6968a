import { afterEach, describe, expect, it } from 'vitest';
import { provideArticleFinder } from '../../../lib/page/read/article-slot';
import { findArticle } from '../../../lib/page/read/find-article';
import { byId, makeActor, mount } from './support';

afterEach(() => provideArticleFinder(() => undefined));

async function read(html: string, args: Record<string, unknown> = {}): Promise<string> {
  mount(html);
  const result = await makeActor()({ name: 'read_page', ...args });
  if (result.status !== 'done') throw new Error(JSON.stringify(result));
  return result.data ?? '';
}

async function say(args: Record<string, unknown> = {}): Promise<string> {
  const result = await makeActor()({ name: 'read_page', ...args });
  return result.status === 'done' ? result.message : JSON.stringify(result);
}

const here = (path: string): string => new URL(path, location.href).href;

describe('read_page writes Markdown', () => {
  it.each([
    [
      'headings',
      '<h1>One</h1><h3>Two <em>deep</em></h3><div role=heading aria-level=4>Four</div>',
      '# One\n\n### Two *deep*\n\n#### Four',
    ],
    [
      'paragraphs and breaks',
      '<p>a<br>b</p><p>c<br><br>d</p>e<div>f</div>g',
      'a  \nb\n\nc\n\nd\n\ne\n\nf\n\ng',
    ],
    [
      'emphasis right at the words',
      '<p>So<b> bold </b>and <strong></strong><i>x</i> <del>old</del></p>',
      'So **bold** and *x* ~~old~~',
    ],
    [
      'nested lists',
      '<ul><li>a<ul><li>b<li>c</ul><li>d</ul><ol start=3><li>x<li><p>y</p><p>z</p></ol>',
      '- a\n  - b\n  - c\n- d\n\n3. x\n4. y\n\n   z',
    ],
    [
      'lists by role',
      '<div role=list><div role=listitem>a</div><div role=listitem>b</div></div>',
      '- a\n- b',
    ],
    ['terms', '<dl><dt>Brand<dd>Acme<dt>Sizes<dd>S<dd>M</dl>', '- **Brand**: Acme\n- **Sizes**: S: M'],
    ['quotes', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n\n> b'],
    [
      'code with its indents',
      '<pre class="language-js"><code>if (a) {\n    b();\n}\n</code></pre><p>Call <code>a_b()</code></p>',
      '```js\nif (a) {\n    b();\n}\n```\n\nCall `a_b()`',
    ],
    ['a fence longer than what it fences', '<pre>```\nx\n```</pre>', '````\n```\nx\n```\n````'],
    [
      'pictures by what they say',
      '<p><img alt="A cat" width=9 height=9> <img alt="" width=9 height=9></p><svg width=9 height=9 aria-label="Star"></svg>',
      '![A cat]\n\n![Star]',
    ],
    [
      'what fields show',
      '<p>Name <input value="Ada"> <input type=checkbox checked> News <select><option>A<option selected>B</select> <textarea>T</textarea></p>',
      'Name Ada [x] News B T',
    ],
    [
      'words that would begin something else',
      '<p># no heading</p><p>1. no list</p><p>- none</p><p>snake_case *as is*</p>',
      '\\# no heading\n\n1\\. no list\n\n\\- none\n\nsnake_case *as is*',
    ],
    ['rules', '<p>a</p><hr><p>b</p>', 'a\n\n---\n\nb'],
  ])('%s', async (_what, html, markdown) => {
    expect(await read(html)).toBe(markdown);
  });

  it('tables: header, empty cells, spans, pipes, several blocks in a cell', async () => {
    const table = `<table><caption>Prices</caption><thead><tr><th>Item</th><th>Price</th><th></th></tr></thead>
      <tbody><tr><td rowspan=2>Kettle</td><td>1 | 2</td><td><p>a</p><p>b</p></td></tr><tr><td colspan=2>3</td></tr></tbody></table>`;
    expect(await read(table)).toBe(
      '**Prices**\n\n| Item | Price |  |\n| --- | --- | --- |\n| Kettle | 1 \\| 2 | a<br>b |\n|  | 3 |  |',
    );
  });

  it('a table without header cells, one by role, and one that lays out the page', async () => {
    const byRole =
      '<div role=table><div role=rowgroup><div role=row><div role=columnheader>H</div><div role=columnheader>I</div></div></div><div role=row><div role=cell>1</div><div role=cell>2</div></div></div>';
    expect(
      await read(
        `<table><tr><td>a</td><td>b</td></tr></table>${byRole}<table role=presentation><tr><td>left</td><td>right</td></tr></table>`,
      ),
    ).toBe('|  |  |\n| --- | --- |\n| a | b |\n\n| H | I |\n| --- | --- |\n| 1 | 2 |\n\nleft\n\nright');
  });

  it('links: absolute, without tracking, shortened, and as words where they lead nowhere', async () => {
    const long = `https://shop.example/${'x'.repeat(300)}`;
    expect(
      await read(
        `<a href="/a_(b)?utm_source=x&id=1">one</a> <a href="#top">two</a> <a href="javascript:go()">three</a> <a href="#/route">four</a> <a href="${long}">five</a>`,
      ),
    ).toBe(
      `[one](${here('/a_%28b%29?id=1')}) two three [four](${location.href.split('#')[0]}#/route) [five](${long.slice(0, 200)}…)`,
    );
  });

  it('a card that is a link as a whole', async () => {
    expect(await read('<a href="https://shop.example/k"><h3>Kettle</h3><div>9.50 €</div></a>')).toBe(
      '### [Kettle](https://shop.example/k)\n\n9.50 €',
    );
  });

  it('reads through shadow roots and slots, and what is a block only by its style', async () => {
    const holder = mount(
      '<x-card id=host><b slot=name>Kettle</b></x-card><p><b style="display:block">A</b>B</p>',
    );
    byId('host').attachShadow({ mode: 'open' }).innerHTML =
      '<h2><slot name=name></slot></h2><span style="display:block">in</span>out';
    const result = await makeActor()({ name: 'read_page' });
    expect(result).toMatchObject({ data: '## **Kettle**\n\nin\n\nout\n\n**A**\n\nB' });
    holder.remove();
  });

  it('nests deep', async () => {
    expect(await read(`${'<div>'.repeat(400)}<p>deep</p>`)).toBe('deep');
    let inner: HTMLElement = mount('<p>also</p>');
    for (let i = 0; i < 900; i++) inner = inner.appendChild(document.createElement('div'));
    inner.textContent = 'deeper';
    expect(await makeActor()({ name: 'read_page' })).toMatchObject({ data: 'deep\n\nalso\n\ndeeper' });
  });
});

const PARAGRAPH =
  'The kettle was boiling, and nobody had asked for tea, which was odd for a Sunday in that house. '.repeat(
    4,
  );

function makeArticlePage(aside: string): string {
  return `<nav><ul>${'<li><a href="/x">Menu</a>'.repeat(8)}</ul></nav>
    <article><h1>Tea</h1><p>${PARAGRAPH}</p><h2>Water</h2><p>${PARAGRAPH}</p><p>${PARAGRAPH}</p></article>${aside}`;
}

describe('read_page of an article', () => {
  it('leaves out what stands around it, and says so', async () => {
    provideArticleFinder(findArticle);
    const text = await read(makeArticlePage('<footer>About us</footer>'));
    expect(text).toContain('## Water');
    expect(text).not.toContain('Menu');
    expect(await say()).toMatch(
      /^the article .* as Markdown, \d+ characters; 39 characters around it \(menus, side bars\) are left out, whole true reads them too$/,
    );
    expect(await read('', { whole: true })).toContain('Menu');
  });

  it('is not used when it would leave out most of the page', async () => {
    provideArticleFinder(findArticle);
    const rows = Array.from(
      { length: 200 },
      (_, row) => `<tr><td>Order ${row}</td><td>${row}.00 €</td></tr>`,
    );
    const text = await read(makeArticlePage(`<table>${rows.join('')}</table>`));
    expect(text).toContain('| Order 199 | 199.00 € |');
    expect(text).toContain('Menu');
  });

  it('never sees what no person sees', async () => {
    provideArticleFinder(findArticle);
    const hidden = `<p style="font-size:1px">SECRET ${PARAGRAPH}</p><p hidden>SECRET</p>`;
    mount(makeArticlePage('').replace('<h2>', `${hidden}<h2>`));
    const result = await makeActor()({ name: 'read_page' });
    expect(JSON.stringify(result)).not.toContain('SECRET');
    expect(await say()).toContain('; 1 hidden text left out');
  });
});

describe('read_page in parts', () => {
  it('says how long the text is, and every character is in exactly one part', async () => {
    mount(Array.from({ length: 1500 }, (_, line) => `<p>Line ${line} of a long page</p>`).join(''));
    const act = makeActor();
    let text = '';
    let parts = 0;
    for (let offset: number | undefined = 0; offset !== undefined; parts++) {
      const result = await act({ name: 'read_page', offset });
      if (result.status !== 'done') throw new Error('not read');
      expect(result.data?.length).toBeLessThanOrEqual(24_000);
      text += result.data;
      expect(result.message).toContain(`characters ${offset} to ${text.length} of `);
      const next: string | undefined = /offset (\d+) goes on/.exec(result.message)?.[1];
      offset = next === undefined ? undefined : Number(next);
    }
    expect(parts).toBe(2);
    expect(text.split('\n\n')).toHaveLength(1500);
    expect(await say({ offset: 1e9 })).toContain('nothing: there are');
  });

  it('tells of frames, which are read apart', async () => {
    mount('<p>a</p><iframe srcdoc="<p>inner</p>"></iframe>');
    expect(await say()).toBe('the page as Markdown, 1 characters; 1 frame is read apart, by a ref in it');
  });

  it('writes nothing into the page and lets none of its elements run or load again', async () => {
    let made = 0;
    customElements.define(
      'x-counted',
      class extends HTMLElement {
        constructor() {
          super();
          made++;
        }
      },
    );
    const holder = mount('<x-counted>one</x-counted><img alt="x" src="data:,"><p id=p>two</p>');
    const before = holder.innerHTML;
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((list) => records.push(...list));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    provideArticleFinder(findArticle);
    await makeActor()({ name: 'read_page' });
    records.push(...observer.takeRecords());
    observer.disconnect();
    expect([made, records.length, holder.innerHTML]).toEqual([1, 0, before]);
  });

  it('gives the page its turn while it reads 12,000 elements', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, row) => `<tr><td>Row ${row}</td><td><a href="/${row}">Open</a></td></tr>`,
    );
    mount(`<table>${rows.join('')}</table>`);
    const reading = makeActor()({ name: 'read_page' });
    let isRead = false;
    let turns = 0;
    const counting = new MessageChannel();
    counting.port1.onmessage = (): void => {
      turns++;
      if (!isRead) counting.port2.postMessage(null);
    };
    counting.port2.postMessage(null);
    const result = await reading;
    isRead = true;
    counting.port1.close();
    expect(result.status === 'done' && result.message).toContain('characters 0 to');
    expect(turns).toBeGreaterThan(1);
  });
});
