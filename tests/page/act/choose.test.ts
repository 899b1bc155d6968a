import { describe, expect, it, vi } from 'vitest';
import { matchOption } from '../../../lib/page/act/lists/match-option';
import { byId, makeActor, makeTarget, mount, recordEvents, show } from './support';

const COUNTRIES =
  '<option value="">Choose</option><option value="fr">France</option><option value="es">Spain</option><option value="gb" disabled>Britain</option>';

/** A combobox as component libraries build them: opens on mousedown, draws its list at the end of the body. */
function mountCombobox(options: string[], filter = false): { chosen: () => string } {
  mount(
    filter
      ? '<input id="box" role="combobox" aria-label="Fruit" aria-expanded="false" aria-controls="list">'
      : '<div id="box" role="combobox" tabindex="0" aria-label="Fruit" aria-expanded="false" aria-controls="list">None</div>',
  );
  const box = byId<HTMLInputElement>('box');
  let chosen = '';
  const draw = (): void => {
    document.getElementById('list')?.remove();
    const list = Object.assign(document.createElement('ul'), { id: 'list' });
    list.setAttribute('role', 'listbox');
    for (const name of options.filter((one) => !filter || (box.value !== '' && one.includes(box.value)))) {
      const option = Object.assign(document.createElement('li'), { textContent: name });
      option.setAttribute('role', 'option');
      option.addEventListener('click', () => {
        chosen = name;
        if (filter) box.value = name;
        else box.textContent = name;
        list.remove();
        box.setAttribute('aria-expanded', 'false');
      });
      list.append(option);
    }
    document.body.append(list);
    box.setAttribute('aria-expanded', 'true');
  };
  box.addEventListener(filter ? 'input' : 'mousedown', () => setTimeout(draw, 30));
  return { chosen: () => chosen };
}

describe('select_option on a native select', () => {
  it('chooses by label or value, once', async () => {
    mount(`<select id="s" aria-label="Country">${COUNTRIES}</select>`);
    const seen = recordEvents(byId('s'), ['input', 'change']);
    const act = makeActor();
    expect(show(await act({ name: 'select_option', ref: 's', options: ['france'] }))).toBe(
      'chose "France" in combobox "Country" {"value":"France"}',
    );
    await act({ name: 'select_option', ref: 's', options: ['es'] });
    expect(byId<HTMLSelectElement>('s').value).toBe('es');
    expect(show(await act({ name: 'select_option', ref: 's', options: ['Spain'] }))).toBe(
      '"Spain" was chosen in combobox "Country" already; nothing changed {"value":"Spain"}',
    );
    expect(seen).toEqual(['input', 'change', 'input', 'change']);
  });

  it('lists the options when there is no such one', async () => {
    mount(`<select id="s" aria-label="Country">${COUNTRIES}</select>`);
    const act = makeActor();
    const say = async (...options: string[]) => show(await act({ name: 'select_option', ref: 's', options }));
    expect(await say('Italy')).toBe(
      'no-such-option: "Italy" is not among the options of combobox "Country". Options: "Choose", "France", "Spain".',
    );
    expect(await say('Britain')).toContain('"Britain" cannot be chosen now');
    expect(await say('France', 'Spain')).toContain('one-choice-only');
  });

  it('replaces the choice of a multiple select', async () => {
    mount('<select id="s" multiple aria-label="Tags"><option selected>a<option>b<option>c</select>');
    expect(await makeActor()({ name: 'select_option', ref: 's', options: ['b', 'c'] })).toMatchObject({
      effect: { value: 'b, c' },
    });
    expect(Array.from(byId<HTMLSelectElement>('s').selectedOptions, (option) => option.text)).toEqual([
      'b',
      'c',
    ]);
  });

  it('says so when the page takes the choice back', async () => {
    mount(`<select id="s" aria-label="Country">${COUNTRIES}</select>`);
    byId('s').addEventListener('change', () => (byId<HTMLSelectElement>('s').value = 'fr'));
    expect(show(await makeActor()({ name: 'select_option', ref: 's', options: ['Spain'] }))).toContain(
      'not-set',
    );
  });
});

describe('select_option on custom lists', () => {
  it('opens a combobox, chooses and reads back', async () => {
    const { chosen } = mountCombobox(['Apple', 'Pear']);
    expect(await makeActor()({ name: 'select_option', ref: 'box', options: ['pear'] })).toMatchObject({
      status: 'done',
      effect: { value: 'Pear' },
    });
    expect(chosen()).toBe('Pear');
  });

  it('lists what it saw when there is no such option', async () => {
    mountCombobox(['Apple', 'Pear']);
    expect(show(await makeActor()({ name: 'select_option', ref: 'box', options: ['Plum'] }))).toBe(
      'no-such-option: "Plum" is not among the options of combobox "Fruit". Options: "Apple", "Pear".',
    );
  });

  it('types into a combobox that filters', async () => {
    const { chosen } = mountCombobox(['Apple', 'Pear', 'Pear tree'], true);
    expect(await makeActor()({ name: 'select_option', ref: 'box', options: ['Pear'] })).toMatchObject({
      effect: { value: 'Pear' },
    });
    expect(chosen()).toBe('Pear');
  });

  it('clicks in an open listbox, and leaves chosen options of a multiple one alone', async () => {
    mount(`<ul id="l" role="listbox" aria-label="Size" aria-multiselectable="true">
      <li role="option" id="a" aria-selected="true">Small</li><li role="option" id="b" aria-selected="false">Large</li></ul>`);
    const clicked: string[] = [];
    byId('l').addEventListener('click', (event) => clicked.push((event.target as Element).id));
    await makeActor()({ name: 'select_option', ref: 'l', options: ['Small', 'Large'] });
    expect(clicked).toEqual(['b']);
  });

  it('does not follow a link dressed as an option', async () => {
    mount(
      '<ul id="l" role="listbox" aria-label="Go"><li><a id="a" role="option" href="#away">Away</a></li></ul>',
    );
    const act = makeActor({ targetOf: (element) => makeTarget(element) });
    expect(show(await act({ name: 'select_option', ref: 'l', options: ['Away'] }))).toContain('option-acts');
  });

  it('fails plainly when nothing opens', async () => {
    mount('<button id="b">Plain</button>');
    expect(show(await makeActor()({ name: 'select_option', ref: 'b', options: ['x'] }))).toContain(
      'no-list: button "Plain"',
    );
  });
});

describe('matchOption', () => {
  const choices = ['Red', 'Dark red', 'Blue', 'blue'].map((label) => ({
    label,
    value: label.length.toString(),
    item: label,
  }));
  it.each([
    ['Red', 'Red'],
    ['red', 'Red'],
    ['DARK', 'Dark red'],
    ['blue', 'blue'],
    ['8', 'Dark red'],
    ['  dark   RED ', 'Dark red'],
    ['e', undefined],
    ['green', undefined],
    ['', undefined],
  ])('%j means %j', (wanted, found) => {
    expect(matchOption(choices, wanted)?.item).toBe(found);
  });
});

describe('set_checked', () => {
  it('clicks only when the state differs, and reads back', async () => {
    mount(
      '<input type="checkbox" id="c" aria-label="Agree"><label id="l"><input type="checkbox" id="d">News</label>',
    );
    const clicked = vi.fn();
    byId('c').addEventListener('click', clicked);
    const act = makeActor();
    expect(show(await act({ name: 'set_checked', ref: 'c', checked: true }))).toBe(
      'checkbox "Agree" is checked now {"value":"checked"}',
    );
    expect(show(await act({ name: 'set_checked', ref: 'c', checked: true }))).toContain(
      'was checked already; nothing changed',
    );
    expect(clicked).toHaveBeenCalledOnce();
    await act({ name: 'set_checked', ref: 'l', checked: true });
    expect(byId<HTMLInputElement>('d').checked).toBe(true);
  });

  it('sets switches and toggle buttons, also those that answer later', async () => {
    mount(
      '<div id="s" role="switch" aria-checked="false" aria-label="Wifi" tabindex="0">.</div><button id="b" aria-pressed="true">Bold</button>',
    );
    byId('s').addEventListener('click', () =>
      setTimeout(() => byId('s').setAttribute('aria-checked', 'true'), 150),
    );
    byId('b').addEventListener('click', () => byId('b').setAttribute('aria-pressed', 'false'));
    const act = makeActor();
    expect(await act({ name: 'set_checked', ref: 's', checked: true })).toMatchObject({
      effect: { value: 'checked' },
    });
    expect(await act({ name: 'set_checked', ref: 'b', checked: false })).toMatchObject({
      effect: { value: 'not checked' },
    });
  });

  it('goes on to the state that is wanted from a third one', async () => {
    mount('<div id="t" role="checkbox" aria-checked="mixed" aria-label="All" tabindex="0">.</div>');
    const next: Record<string, string> = { mixed: 'false', false: 'true', true: 'mixed' };
    byId('t').addEventListener('click', () =>
      byId('t').setAttribute('aria-checked', next[byId('t').getAttribute('aria-checked') ?? ''] ?? ''),
    );
    expect(show(await makeActor()({ name: 'set_checked', ref: 't', checked: true }))).toContain(
      'checkbox "All" is checked now',
    );
    expect(byId('t').getAttribute('aria-checked')).toBe('true');
  });

  it('reads the control that is drawn in the place of the one that was pressed', async () => {
    mount(
      '<div id="holder"><div id="s" role="switch" aria-checked="false" aria-label="Wifi" tabindex="0">.</div></div>',
    );
    const takes = { value: 'true' };
    byId('holder').addEventListener('click', () => {
      const twin = byId('s').cloneNode(true) as HTMLElement;
      twin.setAttribute('aria-checked', takes.value);
      byId('s').replaceWith(twin);
    });
    const act = makeActor({
      targetOf: (element) => makeTarget(element),
      locate: () => ({ ok: true, value: byId('s') }),
    });
    expect(show(await act({ name: 'set_checked', ref: 's', checked: true }))).toContain('is checked now');
    takes.value = 'true';
    expect(show(await act({ name: 'set_checked', ref: 's', checked: false }))).toContain(
      'not-set: switch "Wifi"',
    );
  });

  it('does not claim a state when the control has gone', async () => {
    mount('<input type="checkbox" id="c" aria-label="Done">');
    byId('c').addEventListener('click', () => setTimeout(() => byId('c').remove(), 0));
    byId('c').addEventListener('click', (event) => event.preventDefault());
    const result = show(await makeActor()({ name: 'set_checked', ref: 'c', checked: true }));
    expect(result).toContain('which went away: whether it is checked is not known');
  });

  it('says when it does not work', async () => {
    mount(
      '<input type="checkbox" id="c" aria-label="Stuck"><input type="radio" id="r" checked aria-label="A"><button id="b">Plain</button>',
    );
    byId('c').addEventListener('click', (event) => event.preventDefault());
    const act = makeActor();
    expect(show(await act({ name: 'set_checked', ref: 'c', checked: true }))).toContain(
      'not-set: checkbox "Stuck" was clicked',
    );
    expect(show(await act({ name: 'set_checked', ref: 'r', checked: false }))).toContain(
      'not-checkable: radio "A" is one of a group',
    );
    expect(show(await act({ name: 'set_checked', ref: 'b', checked: true }))).toContain(
      'not-checkable: button "Plain"',
    );
  });
});
