import { describe, expect, it, vi } from 'vitest';
import { findPlaces, foldText } from '../../../lib/page/read/match-text';
import { byId, makeActor, mount } from './support';

async function find(html: string, text: string, args: Record<string, unknown> = {}): Promise<string> {
  mount(html);
  const result = await makeActor()({ name: 'find_text', text, ...args });
  if (result.status !== 'done') throw new Error(JSON.stringify(result));
  return `${result.message}\n${result.data}`;
}

describe('find_text', () => {
  it('returns each match with its surroundings, the refs beside it and where it stands', async () => {
    expect(
      await find(
        `<main><h2>Kettles</h2><table aria-label="All"><tr><td>Blue kettle</td><td><button id="e1">Add</button><button id="e2">Info</button></td></tr>
      <tr><td>Red kettle</td><td><button id="e3">Add</button></td></tr></table></main><a id="e4" href="#">More kettles</a><p>no</p>`,
        'KETTLE',
      ),
    ).toBe(
      [
        '4 matches',
        '"Kettles" near e1 button "Add", e2 button "Info", e3 button "Add" < main',
        '"Blue kettle" near e1 button "Add", e2 button "Info" < h2 "Kettles" < table "All" < main',
        '"Red kettle" near e3 button "Add" < h2 "Kettles" < table "All" < main',
        '"More kettles" near e4 link "More kettles" < h2 "Kettles"',
      ].join('\n'),
    );
  });

  it('tells the whole row, card or list item that the words stand in, without its buttons', async () => {
    const rows = `<table><tr><td>INV-1</td><td>Ada</td><td>€5.00</td><td><button id="e1">Pay</button> <button id="e2">Info</button></td></tr></table>`;
    expect(await find(rows, 'ada')).toBe(
      '1 match\n"Ada" in "INV-1 | Ada | €5.00" near e1 button "Pay", e2 button "Info" < table',
    );
    expect(await find('<ul><li><h3>Kettle</h3><p>20 €</p></li></ul>', 'kettle')).toContain(
      'in "Kettle | 20 €"',
    );
    const long = await find(`<ul><li><p>tea</p><p>${'word '.repeat(100)}</p></li></ul>`, 'tea');
    expect(long).toMatch(/ in "tea \| word [^"]{200,240}…"/);
    expect(await find('<ul><li>coffee</li></ul>', 'coffee')).not.toContain(' in ');
  });

  it('says what must be scrolled to, and counts all occurrences', async () => {
    expect(await find('<p>tea, tea and tea</p><p style="margin-top:9000px">tea</p>', 'tea')).toBe(
      '4 matches in 2 places\n"tea, tea and tea" 3 times\n"tea" (below the screen)',
    );
    scrollTo(0, 9000);
    expect(await find('', 'tea,')).toBe('1 match\n"tea, tea and tea" (above the screen)');
  });

  it('finds words that markup splits, whatever case, accents, spaces and hyphens they are written with', async () => {
    expect(await find('<p>Total: <b>4</b>2.00</p>', '42.00')).toBe('1 match\n"Total: 42.00"');
    expect(
      await find('<p>Crème&nbsp;\n  <i>brû</i>l&#xad;ée – 5&#x202f;€</p>', 'creme BRULEE - 5 €'),
    ).toContain('1 match\n');
    expect(await find('<p>Straße in ＴＯＫＹＯ</p>', 'strasse in tokyo')).toContain('1 match');
    expect(await find('<p>Naïve</p>', 'naïve')).toContain('1 match');
  });

  it('finds values of fields and options of closed selects', async () => {
    const html = `<label>Name <input id="e1" aria-label="Name" value="Ada Byron"></label><textarea id="e2" aria-label="Note">byron's own</textarea>
      <select id="e3" aria-label="Poet"><option>Keats<option>Byron</select><input type="password" value="Byron">`;
    expect(await find(html, 'byron')).toBe(
      [
        '3 matches',
        '"Ada Byron" near e1 textbox "Name"',
        '"byron\'s own" near e2 textbox "Note"',
        '"option Byron" near e3 combobox "Poet"',
      ].join('\n'),
    );
  });

  it('looks into shadow roots', async () => {
    mount('<div id="host"></div>');
    byId('host').attachShadow({ mode: 'open' }).innerHTML =
      '<p>Deep <b>water</b></p><button id="e9">Go</button>';
    expect(await find('', 'deep water')).toBe('1 match\n"Deep water" near e9 button "Go"');
  });

  it('tells of matches that nobody can see now without their words, and what shows them', async () => {
    const html = `<details><summary id="e1">More</summary><p>the secret word</p></details>
      <button id="e2" aria-controls="tab" aria-expanded="false">Tab</button><div id="tab" hidden>another secret</div>`;
    expect(await find(html, 'secret')).toBe(
      'no visible text of this page holds "secret"; 2 more in parts that are hidden now; e1 summary "", e2 button "Tab" may show them\n'.replace(
        ' ""',
        '',
      ),
    );
  });

  it('asks the browser what is visible only where the words are, and pages through the places', async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, row) => `<tr><td>Row ${row}</td><td><a href="#">Open</a></td></tr>`,
    );
    mount(`<table>${rows.join('')}</table>`);
    const asked = vi.spyOn(window, 'getComputedStyle');
    const act = makeActor();
    const result = await act({ name: 'find_text', text: 'row 99' });
    expect(result).toMatchObject({ message: '111 matches, the first 20 are shown; offset 20 goes on' });
    // 10,000 rows: asked of each one, this is what takes the time.
    expect(asked.mock.calls.length).toBeLessThan(1500);
    asked.mockRestore();
    expect(await act({ name: 'find_text', text: 'row 99', offset: 100 })).toMatchObject({
      message: '111 matches, from 100 on, 11 are shown',
    });
  });
});

describe('places of folded words', () => {
  it.each([
    ['Blue kettle', 'KET', [[5, 8]]],
    [
      'a–b a-b',
      'A-B',
      [
        [0, 3],
        [4, 7],
      ],
    ],
    [
      'ﬁne ﬁne',
      'fine',
      [
        [0, 3],
        [4, 7],
      ],
    ],
    ['x İstanbul', 'istanbul', [[2, 10]]],
    ['x', '  ', []],
  ])('%s', (text, wanted, places) => {
    expect(findPlaces(text, wanted)).toEqual(places.map(([start, end]) => ({ start, end })));
  });

  it('are where the folded text has them', () => {
    expect(foldText(' Ａ\u00ad b\n\u200b“ç” ')).toBe('a b "c"');
  });
});
