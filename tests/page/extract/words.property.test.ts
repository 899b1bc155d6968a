import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { readListing } from './read-listing';

afterEach(() => document.body.replaceChildren());

/** A part of an item: its HTML with `@` for each word that a reader can see. */
const leaf = fc.constantFrom(
  '<h3>@</h3>',
  '<h3><a href="/a">@ @</a></h3>',
  '<p>@ <b>@</b>@</p>',
  '<div class="price">@ €</div>',
  '<div><span class="x">@</span> · <span class="y">@</span></div>',
  '<div><span>@</span><span>@</span></div>',
  '<ul><li>@</li><li>@ <a href="/b">@</a></li></ul>',
  '<dl><dt>label</dt><dd>@</dd></dl>',
  '<p>@<br>@</p>',
  '<a href="/c"><div>@</div><div>@</div></a>',
  '<time>@</time>',
  '@ <p>@</p> @',
  '<div><div><div>@</div></div>@</div>',
  '<button>NEVER</button>',
  '<p style="display:none">NEVER</p>',
);

const item = fc.array(leaf, { minLength: 1, maxLength: 6 });
const listing = fc.record({
  template: item,
  /** Which parts of the template each item lacks. */
  lacks: fc.array(fc.array(fc.nat(5), { maxLength: 2 }), { minLength: 3, maxLength: 6 }),
});

it('every visible word of an item is in exactly one column of its row', () => {
  fc.assert(
    fc.property(listing, ({ template, lacks }) => {
      let word = 0;
      const words: string[][] = [];
      const items = lacks.map((missing) => {
        const own: string[] = [];
        const html = ['<h4>@</h4>', ...template.filter((_part, index) => !missing.includes(index))]
          .join('')
          .replace(/@/g, () => {
            const name = `w${word++}w`;
            own.push(name);
            return name;
          });
        words.push(own);
        return `<li>${html}</li>`;
      });
      const found = readListing(`<ul id="list">${items.join('')}</ul>`, '#list');
      if (!found) throw new Error('no listing');
      const rows = new Map(
        found.items.map((element, index) => [
          element.querySelector('h4')?.textContent ?? '',
          found.rows[index] ?? [],
        ]),
      );
      const said = found.columns
        .map((column, index) => ({ column, index }))
        .filter(({ column }) => column.kind !== 'link');
      for (const own of words) {
        const row = rows.get(own[0] ?? '');
        if (!row) continue;
        const text = said.map(({ index }) => row[index]).join(' ');
        expect(text.match(/w\d+w/g)?.sort()).toEqual([...own].sort());
        expect(text).not.toContain('NEVER');
      }
      expect(rows.size + found.leftOut).toBe(items.length);
    }),
    { numRuns: 120, seed: 20261122 },
  );
});
