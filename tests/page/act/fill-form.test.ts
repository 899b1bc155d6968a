import { describe, expect, it } from 'vitest';
import { byId, makeActor, makeTarget, mount, show } from './support';

const FORM = `<label>Name<input id="name"></label><label>Mail<input id="mail"></label>
  <label>Country<select id="country"><option>France<option>Spain</select></label>
  <label><input type="checkbox" id="news">News</label><input type="date" id="day" aria-label="Day">
  <input type="range" id="size" min="0" max="10" aria-label="Size">`;

const value = (id: string): string => byId<HTMLInputElement>(id).value;

function fill(fields: Record<string, unknown>, deps = {}) {
  const list = Object.entries(fields).map(([ref, one]) => ({ ref, value: one }));
  return makeActor(deps)({ name: 'fill_form', fields: list });
}

describe('fill_form', () => {
  it('fills each field as its kind wants, in order', async () => {
    mount(FORM);
    const order: string[] = [];
    document.body.addEventListener('change', ({ target }) => order.push((target as Element).id), {
      once: false,
    });
    const result = await fill({ name: 'Ada', country: 'Spain', news: true, day: '2027-02-14', size: '7' });
    expect(show(result)).toContain('filled 5 fields: textbox "Name", combobox');
    expect([value('name'), value('country'), value('day'), value('size')]).toEqual([
      'Ada',
      'Spain',
      '2027-02-14',
      '7',
    ]);
    expect(byId<HTMLInputElement>('news').checked).toBe(true);
    expect(order.filter((id, at) => id !== order[at - 1])).toEqual([
      'name',
      'country',
      'news',
      'day',
      'size',
    ]);
  });

  it('takes a box for ticked when a model says so as text, and text for text elsewhere', async () => {
    mount(FORM);
    expect(show(await fill({ news: 'true', name: 'true' }))).toContain('filled 2 fields');
    expect([byId<HTMLInputElement>('news').checked, value('name')]).toEqual([true, 'true']);
    await fill({ news: 'false' });
    expect(byId<HTMLInputElement>('news').checked).toBe(false);
  });

  it('fills the others when some fail, and says which were not filled and why', async () => {
    mount(FORM);
    expect(show(await fill({ name: 'Ada', country: 'Italy', mail: 'a@b.c' }))).toMatch(
      /^no-such-option: Field 2 of 3 \(country\) failed\. "Italy" is not among the options .* Filled: textbox "Name", textbox "Mail"\.$/,
    );
    expect([value('name'), value('mail')]).toEqual(['Ada', 'a@b.c']);
    const both = show(await fill({ gone: 'x', name: 'Eve', country: 'Peru' }));
    expect(both).toMatch(/^stale-ref: Field 1 of 3 \(gone\) failed\..*Field 3 of 3 \(country\) failed\./);
    expect(value('name')).toBe('Eve');
    expect(show(await fill({ gone: 'x' }))).toContain('Nothing was filled.');
  });

  it('does not tell twice what it filled in', async () => {
    mount(FORM);
    expect(show(await fill({ name: 'Ada', mail: 'a@b.c' }))).toMatch(
      /^filled 2 fields: textbox "Name", textbox "Mail"(?!.*=)/,
    );
  });

  it('says when a later field resets an earlier one', async () => {
    mount(FORM);
    byId('country').addEventListener('change', () => (byId<HTMLInputElement>('mail').value = ''));
    expect(show(await fill({ mail: 'a@b.c', country: 'Spain' }))).toContain(
      'but textbox "Mail" changed afterwards and holds nothing',
    );
  });

  it('does not tell what is in a secret field', async () => {
    mount('<input type="password" id="p" aria-label="Password"><input id="name" aria-label="Name">');
    byId('name').addEventListener('change', () => (byId<HTMLInputElement>('p').value = 'other'));
    expect(show(await fill({ p: 'hunter2', name: 'Ada' }))).not.toMatch(/hunter2|other/);
  });

  it('checks each element against what was judged of it, as it comes to it', async () => {
    mount(FORM);
    const fields = [
      { ref: 'name', value: 'Ada' },
      { ref: 'mail', value: 'a@b.c' },
    ];
    const judged = {
      expected: { ...makeTarget(byId('name')), ref: 'name' },
      others: [{ ...makeTarget(byId('mail')), ref: 'mail' }],
    };
    const act = makeActor({ targetOf: (element) => makeTarget(element) });
    expect(show(await act({ name: 'fill_form', fields }, judged))).toContain('filled 2 fields');
    byId('name').addEventListener('change', () => byId('mail').setAttribute('aria-label', 'Card number'));
    const again = fields.map((field) => ({ ...field, value: `${field.value}!` }));
    expect(show(await act({ name: 'fill_form', fields: again }, judged))).toContain(
      'changed-since-approval: Field 2 of 2 (mail) failed.',
    );
    expect(value('mail')).toBe('a@b.c');
  });

  it('wants fields', async () => {
    expect(show(await makeActor()({ name: 'fill_form', fields: [] }))).toContain('bad-arguments');
  });
});
