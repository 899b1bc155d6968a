import { describe, expect, it } from 'vitest';
import { createErrandPage } from '../../../lib/page/errand-page';
import { makeActor, mount } from './support';

describe('expand', () => {
  it('lists all options of a select, with their groups and states', async () => {
    mount(
      '<select id="e1" aria-label="Country"><optgroup label="Europe"><option>France<option selected>Spain</optgroup><optgroup label="Moon" disabled><option>Base</optgroup><option label="Elsewhere">x</select>',
    );
    expect(await makeActor()({ name: 'expand', ref: 'e1' })).toMatchObject({
      message: 'all of combobox "Country", 115 characters',
      data: [
        'group "Europe"',
        '  option "France"',
        '  option "Spain" selected',
        'group "Moon"',
        '  option "Base" disabled',
        'option "Elsewhere"',
      ].join('\n'),
    });
  });

  it('pages through more options than one result holds', async () => {
    mount(
      `<select id="e1">${Array.from({ length: 3000 }, (_, index) => `<option>Option number ${index}`).join('')}</select>`,
    );
    const act = makeActor();
    const first = await act({ name: 'expand', ref: 'e1' });
    const next = first.status === 'done' ? /offset (\d+) goes on/.exec(first.message)?.[1] : undefined;
    const second = await act({ name: 'expand', ref: 'e1', offset: Number(next) });
    const lines = [first, second].flatMap((one) =>
      one.status === 'done' ? (one.data ?? '').trim().split('\n') : [],
    );
    expect(lines.slice(0, 1500)).toEqual(
      Array.from(
        { length: 1500 },
        (_, index) => `option "Option number ${index}"${index === 0 ? ' selected' : ''}`,
      ),
    );
  });

  it('prints what the observation folds, under the ref that its line names, with the prefix of the frame', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => `<li>Line ${row} <button>Do ${row}</button></li>`);
    mount(`<ul>${rows.join('')}</ul>`);
    const page = createErrandPage(window);
    const { text } = await page.observe();
    expect(text).not.toContain('Line 299');
    const ref = /\+ .*; .*expand (e\d+)/.exec(text)?.[1];
    const result = await page.act({ name: 'expand', ref }, { refPrefix: 'f2' });
    const data = result.status === 'done' ? (result.data ?? '') : JSON.stringify(result);
    expect(data).toContain('"Line 299"');
    expect(data).toMatch(/\bf2e\d+ button "Do 299"$/m);
    expect(data).not.toMatch(/(^|\s)e\d+ /m);
    expect(data).not.toContain(' more ');
  });

  it('refuses a ref whose element has gone', async () => {
    mount('<button id="b">B</button>');
    const page = createErrandPage(window);
    const { nodes } = await page.observe();
    document.querySelector('#b')?.remove();
    expect(await page.act({ name: 'expand', ref: nodes.find(({ ref }) => ref)?.ref })).toMatchObject({
      status: 'failed',
      failure: { code: 'stale-ref' },
    });
  });
});
