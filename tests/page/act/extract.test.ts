import { describe, expect, it } from 'vitest';
import { makeActor, mount, show } from './support';

const CARDS = Array.from(
  { length: 400 },
  (_, index) =>
    `<li><h3><a id="a${index}" href="https://shop.example/${index}">Kettle | ${index}</a></h3><p>${index}.00 €</p><p>${'Very long words. '.repeat(10)}</p></li>`,
);

describe('extract', () => {
  it('returns a preview and the rows as JSON, a row per line', async () => {
    mount(`<ul>${CARDS.slice(0, 3).join('')}</ul>`);
    const result = await makeActor()({ name: 'extract' });
    expect(result).toMatchObject({
      status: 'done',
      message: '3 rows on the page with 4 columns; all of them',
      effect: {},
    });
    const [preview = '', json = ''] = (result.status === 'done' ? (result.data ?? '') : '').split('\n\n');
    expect(preview.split('\n')).toHaveLength(5);
    expect(preview).toContain('| title | link | price | text |');
    expect(preview).toContain(
      '| Kettle \\| 1 | https://shop.example/1 | 1.00 € | Very long words. Very long words. Very … |',
    );
    expect(JSON.parse(json)).toHaveLength(3);
    expect(JSON.parse(json)[2]).toEqual({
      title: 'Kettle | 2',
      link: 'https://shop.example/2',
      price: '2.00 €',
      text: 'Very long words. '.repeat(10).trim(),
    });
  });

  it('pages through all rows', async () => {
    mount(`<ul>${CARDS.join('')}</ul>`);
    const act = makeActor();
    const titles: string[] = [];
    for (let offset: number | undefined = 0; offset !== undefined;) {
      const result = await act({ name: 'extract', offset });
      if (result.status !== 'done') throw new Error(show(result));
      expect(result.message).toContain('400 rows on the page');
      const rows = JSON.parse(result.data?.split('\n\n')[1] ?? '') as { title: string }[];
      titles.push(...rows.map(({ title }) => title));
      const next: string | undefined = /offset (\d+) goes on/.exec(result.message)?.[1];
      offset = next === undefined ? undefined : Number(next);
    }
    expect(titles).toEqual(CARDS.map((_card, index) => `Kettle | ${index}`));
  });

  it('begins with the row of the ref where that is not among the first', async () => {
    mount(`<ul>${CARDS.join('')}</ul>`);
    const act = makeActor();
    expect(show(await act({ name: 'extract', ref: 'a2' }))).toContain('; rows 0 to ');
    const result = await act({ name: 'extract', ref: 'a399' });
    expect(show(result)).toContain('; rows 399 to 399');
    expect(result.status === 'done' && result.data).toContain('{"title":"Kettle | 399"');
    expect(show(await act({ name: 'extract', ref: 'a399', offset: 0 }))).toContain('; rows 0 to ');
  });

  it('takes the listing around a ref, and says when there is none', async () => {
    mount(
      `<ul>${CARDS.join('')}</ul><ol><li><a id="one" href="#">One</a> <i>1</i></li><li><a href="#">Two</a> <i>2</i></li></ol>`,
    );
    const act = makeActor();
    expect(show(await act({ name: 'extract', ref: 'one' }))).toContain('2 rows around link "One"');
    document.body.innerHTML = '<p id="p">Nothing here</p>';
    expect(show(await act({ name: 'extract', ref: 'p' }))).toMatch(
      /^no-listing: Nothing around paragraph repeats/,
    );
  });
});
