import { describe, expect, it, vi } from 'vitest';
import type { ActionResult } from '../../../lib/trajectories/action';
import { byId, makeActor, mount, show } from './support';

function card(number: number, words = `Kettle ${number}`): string {
  return `<li class="card"><h3><a href="/p/${number}">${words}</a></h3><p>${number}.00 €</p></li>`;
}

function cards(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, at) => card(from + at)).join('');
}

function rowsOf(result: ActionResult): Record<string, string>[] {
  if (result.status !== 'done') throw new Error(show(result));
  return JSON.parse(result.data?.split('\n\n')[1] ?? '[]') as Record<string, string>[];
}

function titlesOf(result: ActionResult): (string | undefined)[] {
  return rowsOf(result).map(({ title }) => title);
}

function kettles(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => `Kettle ${from + at}`);
}

/** A list of pages that a script shows one at a time, the last with a single row. */
function mountPages(pages: string[]): { shown: number[] } {
  mount(
    '<ul id="list" class="cards"></ul><nav><button id="previous">Previous</button><button id="next">Next</button></nav>',
  );
  const shown: number[] = [];
  let page = 0;
  const draw = () => {
    shown.push(page);
    byId('list').innerHTML = pages[page] ?? '';
    byId<HTMLButtonElement>('next').disabled = page === pages.length - 1;
  };
  byId('next').addEventListener('click', () => {
    page += 1;
    setTimeout(draw, 30);
  });
  draw();
  return { shown };
}

describe('collect', () => {
  it('turns the pages of a list, also to one with a single row, and keeps rows apart that say the same', async () => {
    const { shown } = mountPages([cards(1, 3), card(3) + cards(4, 5), card(6)]);
    const result = await makeActor()({ name: 'collect' });
    expect(titlesOf(result)).toEqual([...kettles(1, 3), ...kettles(3, 6)]);
    expect(shown).toEqual([0, 1, 2]);
    expect(show(result)).toContain('7 rows with 3 columns from 3 pages: that is all of it; all of them');
  });

  it('stops at the limit of pages, and at the limit of rows, and says so', async () => {
    mountPages([cards(1, 3), cards(4, 6), cards(7, 9)]);
    const pages = await makeActor()({ name: 'collect', pages: 2 });
    expect(titlesOf(pages)).toEqual(kettles(1, 6));
    expect(show(pages)).toContain('limit of pages');
    document.body.replaceChildren();
    mountPages([cards(1, 3), cards(4, 6), cards(7, 9)]);
    const rows = await makeActor()({ name: 'collect', rows: 5 });
    expect(titlesOf(rows)).toEqual(kettles(1, 5));
    expect(show(rows)).toContain('limit of rows');
  });

  it('presses what adds to the list until it is gone', async () => {
    mount(`<ul id="list" class="cards">${cards(1, 3)}</ul><button id="more">Mehr anzeigen</button>`);
    let last = 3;
    byId('more').addEventListener('click', () => {
      byId('list').insertAdjacentHTML('beforeend', cards(last + 1, last + 3));
      last += 3;
      if (last === 9) byId('more').remove();
    });
    expect(titlesOf(await makeActor()({ name: 'collect' }))).toEqual(kettles(1, 9));
  });

  it('goes by the number after the current page', async () => {
    mount(
      `<ol class="results">${cards(1, 3)}</ol><div id="pager"><b aria-current="page">1</b><button id="two">2</button><button id="three">3</button></div>`,
    );
    const list = document.querySelector('ol') as HTMLElement;
    byId('pager').addEventListener('click', (event) => {
      const page = Number((event.target as Element).textContent);
      list.innerHTML = cards(page * 3 - 2, page * 3);
      byId('pager').innerHTML = [1, 2, 3]
        .map((number) =>
          number === page
            ? `<b aria-current="page">${number}</b>`
            : `<button id="n${number}">${number}</button>`,
        )
        .join('');
    });
    expect(titlesOf(await makeActor()({ name: 'collect' }))).toEqual(kettles(1, 9));
  });

  it('scrolls a list that grows at the end of the page', async () => {
    mount(`<ul id="list" class="cards">${cards(1, 30)}</ul>`);
    let last = 30;
    const grow = () => {
      const { scrollHeight } = document.documentElement;
      if (last >= 90 || scrollY + innerHeight < scrollHeight - 5) return;
      const first = last + 1;
      last += 30;
      setTimeout(() => byId('list').insertAdjacentHTML('beforeend', cards(first, first + 29)), 20);
    };
    addEventListener('scroll', grow);
    try {
      expect(titlesOf(await makeActor()({ name: 'collect' }))).toEqual(kettles(1, 90));
    } finally {
      removeEventListener('scroll', grow);
    }
  });

  it('reads a list that draws only what is in sight, from its beginning, each row once, equal ones too', async () => {
    mount(
      '<div id="area" style="height: 200px; overflow: auto; position: relative"><div id="tall" style="height: 3000px"><ul id="list" style="margin: 0; padding: 0"></ul></div></div>',
    );
    const ROW = 30;
    const words = Array.from({ length: 100 }, (_, at) => (at % 10 < 3 ? 'Same again' : `Row ${at}`));
    const draw = () => {
      const first = Math.max(0, Math.floor(byId('area').scrollTop / ROW) - 1);
      byId('list').style.transform = `translateY(${first * ROW}px)`;
      const drawn = words.slice(first, first + 9);
      while (byId('list').childElementCount < drawn.length)
        byId('list').insertAdjacentHTML(
          'beforeend',
          `<li style="height: ${ROW}px; overflow: hidden"><b></b> <i>x</i></li>`,
        );
      while (byId('list').childElementCount > drawn.length) byId('list').lastElementChild?.remove();
      for (const [at, item] of [...byId('list').children].entries())
        (item.firstElementChild as Element).textContent = drawn[at] ?? '';
    };
    byId('area').addEventListener('scroll', draw);
    draw();
    byId('area').scrollTop = 1500;
    draw();
    const result = await makeActor()({ name: 'collect' });
    expect(rowsOf(result).map((row) => Object.values(row)[0])).toEqual(words);
  });

  it('knows rows of a virtual grid by the place that it tells', async () => {
    mount(
      '<div id="area" role="grid" style="height: 150px; overflow: auto; overflow-anchor: none"><div id="pad"></div><div id="body" role="rowgroup"></div><div id="rest"></div></div>',
    );
    const draw = () => {
      const first = Math.min(44, Math.floor(byId('area').scrollTop / 25));
      byId('pad').style.height = `${first * 25}px`;
      byId('rest').style.height = `${(50 - first - 6) * 25}px`;
      byId('body').innerHTML = Array.from(
        { length: 6 },
        (_, at) =>
          `<div role="row" aria-rowindex="${first + at + 1}" style="height: 25px"><span role="gridcell">Same</span> <span role="gridcell">${(first + at) % 2}</span></div>`,
      ).join('');
    };
    byId('area').addEventListener('scroll', draw);
    draw();
    expect(rowsOf(await makeActor()({ name: 'collect' }))).toHaveLength(50);
  });

  it('follows no link to another site and sends no form', async () => {
    mount(`<ul>${cards(1, 3)}</ul><a id="next" rel="next" href="https://elsewhere.example/2">Next</a>`);
    const elsewhere = await makeActor()({ name: 'collect' });
    expect(show(elsewhere)).toContain('3 rows with 3 columns from one page: more is on another site');
    document.body.replaceChildren();
    mount(`<ul>${cards(1, 3)}</ul><form id="form" method="post"><button id="next">Next</button></form>`);
    byId('form').addEventListener('submit', (event) => event.preventDefault());
    expect(show(await makeActor()({ name: 'collect' }))).toContain('only by sending a form');
  });

  it('says when the control for more changes nothing, and when there is no list', async () => {
    mount(`<ul>${cards(1, 3)}</ul><button id="more">Load more</button>`);
    const result = await makeActor()({ name: 'collect' });
    expect(show(result)).toContain('the control for more changed nothing');
    expect(titlesOf(result)).toEqual(kettles(1, 3));
    document.body.innerHTML = '<p>Nothing here.</p>';
    expect(show(await makeActor()({ name: 'collect' }))).toMatch(/^no-listing: /);
  }, 30_000);

  it('stops at once', async () => {
    mountPages([cards(1, 3), cards(4, 6)]);
    const control = new AbortController();
    byId('next').addEventListener('click', () => control.abort());
    const result = await makeActor()({ name: 'collect' }, { signal: control.signal });
    expect(show(result)).toMatch(/^stopped: /);
    await vi.waitFor(() => expect(byId('list').textContent).toContain('Kettle 4'));
  });
});
