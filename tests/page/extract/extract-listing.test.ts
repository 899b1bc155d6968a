import { afterEach, describe, expect, it } from 'vitest';
import { readListing, readRows } from './read-listing';

afterEach(() => document.body.replaceChildren());

const KETTLES = [
  ['Steel kettle', '24.90 €', '/steel'],
  ['Glass kettle', '19.00 €', '/glass'],
  ['Tin kettle', '9.50 €', '/tin'],
] as const;
const here = (path: string): string => new URL(path, location.href).href;
const EXPECTED = KETTLES.map(([title, price, path]) => ({ title, price, link: here(path) }));

describe('cards and lists', () => {
  it('cards with classes: names from the markup, buttons left out', () => {
    const cards = KETTLES.map(
      ([title, price, path]) =>
        `<div class="card"><a class="card__name" href="${path}">${title}</a><div class="card__price">${price}</div><button>Add to cart</button></div>`,
    );
    expect(readRows(`<h1>Kettles</h1><div class="grid">${cards.join('')}</div>`)).toEqual(EXPECTED);
  });

  it('cards without any class: names from the values', () => {
    const cards = KETTLES.map(
      ([title, price, path]) =>
        `<li><a href="${path}"><h3>${title}</h3></a><p>${price}</p><div role=button>Buy</div></li>`,
    );
    expect(readRows(`<ul>${cards.join('')}</ul>`)).toEqual(EXPECTED);
  });

  it('cards that are links as a whole', () => {
    const cards = KETTLES.map(
      ([title, price, path]) =>
        `<a href="${path}" style="display:block"><div>${title}</div><div>${price}</div></a>`,
    );
    expect(readRows(`<section>${cards.join('')}</section>`)).toEqual(EXPECTED);
  });

  it('pieces of one line, each in an element of its own', () => {
    const items = KETTLES.map(
      ([title, price], index) =>
        `<li><b>${title}</b> · <span class="price">${price}</span> · <time>${index + 1} May 2026</time></li>`,
    );
    expect(readRows(`<ul>${items.join('')}</ul>`)).toEqual(
      KETTLES.map(([text, price], index) => ({ text, price, date: `${index + 1} May 2026` })),
    );
  });

  it('a line with words of its own stays whole', () => {
    const items = KETTLES.map(
      ([title, , path]) => `<li><h3>${title}</h3><p>by <a href="${path}">Ada</a> on Monday</p></li>`,
    );
    expect(readRows(`<ul>${items.join('')}</ul>`)[0]).toEqual({
      title: 'Steel kettle',
      text: 'by Ada on Monday',
      'text link': here('/steel'),
    });
  });

  it('missing cells stay empty, and the others stay in their columns', () => {
    const items = [
      '<li><h3>A</h3><div class="rating">4.5</div><div class="price">1 €</div></li>',
      '<li><h3>B</h3><div class="price">2 €</div></li>',
      '<li><h3>C</h3><div class="rating">3.0</div></li>',
    ];
    expect(readRows(`<ul>${items.join('')}</ul>`)).toEqual([
      { title: 'A', rating: '4.5', price: '1 €' },
      { title: 'B', price: '2 €' },
      { title: 'C', rating: '3.0' },
    ]);
  });

  it('the same place under another class is the same column', () => {
    const items = ['price', 'price sale', 'price'].map(
      (name, index) => `<li><h3>K${index}</h3><div class="${name}">${index} €</div></li>`,
    );
    expect(readListing(`<ul>${items.join('')}</ul>`)?.columns.map(({ name }) => name)).toEqual([
      'title',
      'price',
    ]);
  });

  it('adverts between the items are left out and counted', () => {
    const items = KETTLES.map(
      ([title, price, path]) =>
        `<div class="row"><h3><a href="${path}">${title}</a></h3><p>${price}</p></div>`,
    );
    const listing = readListing(
      `<div>${items.join('<div class="ad"><span><b>Buy now!</b></span></div>')}</div>`,
    );
    expect(listing?.rows).toHaveLength(3);
    expect(listing?.leftOut).toBe(2);
  });

  it('nested lists stay in their item', () => {
    const items = ['Tea', 'Milk', 'Ham'].map(
      (name, index) =>
        `<li><h3>${name}</h3><p>A thing to buy</p><ul>${'<li>tag</li>'.repeat(index + 1)}</ul></li>`,
    );
    expect(readRows(`<ul>${items.join('')}</ul>`)).toEqual([
      { title: 'Tea', text: 'A thing to buy', 'text 2': 'tag' },
      { title: 'Milk', text: 'A thing to buy', 'text 2': 'tag; tag' },
      { title: 'Ham', text: 'A thing to buy', 'text 2': 'tag; tag; tag' },
    ]);
  });

  it('cells of the same class are columns when every item has as many', () => {
    const rows = [
      ['1001', 'Ada', '12.00 €'],
      ['1002', 'Alan', ''],
      ['1003', 'Grace', '3.00 €'],
    ].map((cells) => `<div class="r">${cells.map((cell) => `<div class="c">${cell}</div>`).join('')}</div>`);
    expect(readRows(`<div>${rows.join('')}</div>`)).toEqual(
      [
        { text: '1001', 'text 2': 'Ada', price: '12.00 €' },
        { text: '1002', 'text 2': 'Alan' },
        { text: '1003', 'text 2': 'Grace', price: '3.00 €' },
      ].map((row) => ({ ...row, text: row.text })),
    );
  });

  it('cards in the rows of a grid are one listing', () => {
    const card = (name: string): string => `<div class="col"><h3>${name}</h3><p>Good</p></div>`;
    const row = (names: string[]): string => `<div class="row">${names.map(card).join('')}</div>`;
    expect(
      readRows(`<div>${row(['A', 'B'])}${row(['C', 'D'])}${row(['E', 'F'])}</div>`).map(({ title }) => title),
    ).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  });

  it('sections of cards: the cards are meant, not the sections', () => {
    const section = (name: string): string =>
      `<section><h2>${name}</h2><ul>${KETTLES.map(([title, price]) => `<li><h3>${name} ${title}</h3><p>${price}</p></li>`).join('')}</ul></section>`;
    expect(readRows(`<main>${section('New')}${section('Old')}${section('Odd')}</main>`)[0]).toEqual({
      title: 'New Steel kettle',
      price: '24.90 €',
    });
  });

  it('the menu is not the listing', () => {
    const menu = Array.from(
      { length: 40 },
      (_, index) => `<li><a href="/m">Menu entry with a long name ${index}</a></li>`,
    );
    const cards = KETTLES.map(([title, price]) => `<div><h3>${title}</h3><p>${price}</p></div>`);
    expect(readRows(`<nav><ul>${menu.join('')}</ul></nav><main>${cards.join('')}</main>`)).toHaveLength(3);
  });

  it('labels before values become names', () => {
    const items = ['Acme', 'Bolt', 'Core'].map(
      (brand, index) =>
        `<li><h3>K${index}</h3><div><span class="label">Brand</span> <span>${brand}</span></div><dl><dt>Power</dt><dd>${index} W</dd></dl></li>`,
    );
    expect(readRows(`<ul>${items.join('')}</ul>`)[1]).toEqual({ title: 'K1', Brand: 'Bolt', Power: '1 W' });
  });

  it('microdata and data attributes give names', () => {
    const items = ['A', 'B', 'C'].map(
      (name) => `<div><div itemprop="model">${name}</div><div data-label="Weight">1 kg</div></div>`,
    );
    expect(readRows(`<div>${items.join('')}</div>`)[0]).toEqual({ model: 'A', Weight: '1 kg' });
  });

  it('pictures by what they say; what nobody sees is in no row', () => {
    const items = ['A', 'B', 'C'].map(
      (name) =>
        `<li><img alt="Photo of ${name}" width=9 height=9><h3>${name}</h3><p style="display:none">SECRET</p></li>`,
    );
    expect(readRows(`<ul>${items.join('')}</ul>`)[2]).toEqual({ image: 'Photo of C', title: 'C' });
  });

  it('nothing that repeats', () => {
    expect(readListing('<h1>Hello</h1><p>One</p><p>Two</p><p>Three</p>')).toBeUndefined();
    expect(readListing('')).toBeUndefined();
  });
});

describe('tables', () => {
  it('header names, links, and columns of buttons left out', () => {
    const rows = KETTLES.map(
      ([title, price, path]) =>
        `<tr><td><a href="${path}">${title}</a></td><td>${price}</td><td><button>Open</button></td></tr>`,
    );
    expect(
      readRows(
        `<table><thead><tr><th>Product</th><th>Price</th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
      ),
    ).toEqual(KETTLES.map(([Product, Price, path]) => ({ Product, Price, 'Product link': here(path) })));
  });

  it('two header rows, spans down and across, equal names', () => {
    expect(
      readRows(`<table><tr><th rowspan=2>City</th><th colspan=2>Sales</th></tr><tr><th>2025</th><th>2025</th></tr>
        <tr><td rowspan=2>Paris</td><td>1</td><td>2</td></tr><tr><td colspan=2>3</td></tr><tr><td>Rome</td><td></td><td>4</td></tr></table>`),
    ).toEqual([
      { City: 'Paris', 'Sales 2025': '1', 'Sales 2025 2': '2' },
      { City: 'Paris', 'Sales 2025': '3' },
      { City: 'Rome', 'Sales 2025 2': '4' },
    ]);
  });

  it('by role, and without a header', () => {
    const row = (cells: string[], role: string): string =>
      `<div role=row>${cells.map((cell) => `<div role=${role}>${cell}</div>`).join('')}</div>`;
    expect(
      readRows(
        `<div role=grid>${row(['Name', 'Age'], 'columnheader')}${row(['Ada', '36'], 'gridcell')}${row(['Alan', '41'], 'gridcell')}${row(['Max', '5'], 'gridcell')}</div>`,
      )[1],
    ).toEqual({ Name: 'Alan', Age: '41' });
    expect(
      readRows(
        '<table><tr><td>a</td><td>1 €</td></tr><tr><td>b</td><td>2 €</td></tr><tr><td>c</td><td>3 €</td></tr></table>',
      )[0],
    ).toEqual({ 'column 1': 'a', price: '1 €' });
  });

  it('a table that lays out cards', () => {
    const rows = KETTLES.map(([title, price]) => `<tr><td><h3>${title}</h3><p>${price}</p></td></tr>`);
    expect(readRows(`<table>${rows.join('')}</table>`)[0]).toEqual({
      title: 'Steel kettle',
      price: '24.90 €',
    });
  });
});

describe('definition lists', () => {
  it('terms and what they mean', () => {
    expect(
      readRows(
        '<dl><dt>Tea<dd>A drink<dt>Milk<dt>Cream<dd>White<dd>From cows<dt>Ham<dd><a href="/ham">Pink</a></dl>',
      ),
    ).toEqual([
      { term: 'Tea', definition: 'A drink' },
      { term: 'Milk; Cream', definition: 'White; From cows' },
      { term: 'Ham', definition: 'Pink', link: here('/ham') },
    ]);
  });

  it('in wrappers', () => {
    const pairs = ['a', 'b', 'c', 'd'].map((word) => `<div><dt>${word}</dt><dd>${word}${word}</dd></div>`);
    expect(readRows(`<dl>${pairs.join('')}</dl>`)[3]).toEqual({ term: 'd', definition: 'dd' });
  });
});

describe('around an element', () => {
  const PAGE = `<ul id=big>${Array.from({ length: 30 }, (_, index) => `<li><h3>Big ${index}</h3><p>Text of it</p></li>`).join('')}</ul>
    <div id=small><div><a id=one href="/1">One</a><span>1 €</span></div><div><a href="/2">Two</a><span>2 €</span></div></div>`;

  it.each(['#one', '#small > div', '#small'])('%s', (near) => {
    expect(readRows(PAGE, near)).toEqual([
      { title: 'One', price: '1 €', link: here('/1') },
      { title: 'Two', price: '2 €', link: here('/2') },
    ]);
  });

  it('else the largest', () => {
    expect(readRows(PAGE)).toHaveLength(30);
  });
});

describe('pairs in cards', () => {
  it('are columns of the card, not items', () => {
    const pair = (label: string, value: string): string =>
      `<div><span class="key">${label}</span><span>${value}</span></div>`;
    const cards = ['A', 'B', 'C'].map(
      (name) => `<section>${pair('Brand', name)}${pair('Power', `${name} W`)}</section>`,
    );
    expect(readRows(`<div>${cards.join('')}</div>`)).toHaveLength(3);
  });
});
