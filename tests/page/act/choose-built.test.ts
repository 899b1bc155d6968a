import { describe, expect, it } from 'vitest';
import { byId, makeActor, makeTarget, mount, show } from './support';

const FRUITS = ['Apple', 'Banana', 'Cherry', 'Pear', 'Pear tree'];

interface Widget {
  chosen: string[];
  isOpen(): boolean;
}

interface Build {
  options?: readonly string[];
  /** Event of the control that opens. */
  opensOn?: string;
  /** Event of an option that takes it; none: only keys do. */
  takesOn?: string;
  roles?: boolean;
  multiple?: boolean;
  /** Chosen options are drawn beside an input that filters after so many milliseconds. */
  filterMs?: number;
  /** The application does not take what was picked. */
  refuses?: boolean;
}

/** A dropdown as component libraries build them: its list is drawn at the end of the body while it is open. */
function mountDropdown(build: Build = {}): Widget {
  const {
    options = FRUITS,
    opensOn = 'mousedown',
    takesOn = 'click',
    roles = true,
    multiple = false,
  } = build;
  mount(
    build.filterMs === undefined
      ? '<div><div id="box" role="combobox" tabindex="0" aria-label="Fruit" aria-haspopup="listbox">Pick one</div></div>'
      : '<div><span id="value"></span><input id="box" role="combobox" aria-label="Fruit"></div>',
  );
  const box = byId<HTMLInputElement>('box');
  const widget: Widget = { chosen: [], isOpen: () => document.getElementById('popup') !== null };
  const display = (): void => {
    const target = build.filterMs === undefined ? box : byId('value');
    target.innerHTML = widget.chosen.map((name) => `<span>${name}</span>`).join('');
  };
  const close = (): void => document.getElementById('popup')?.remove();
  const take = (name: string): void => {
    if (build.refuses) return;
    const had = widget.chosen.includes(name);
    widget.chosen = multiple
      ? had
        ? widget.chosen.filter((one) => one !== name)
        : [...widget.chosen, name]
      : [name];
    if (build.filterMs !== undefined) box.value = '';
    display();
    if (multiple) draw(options);
    else close();
  };
  const draw = (names: readonly string[]): void => {
    close();
    const popup = Object.assign(document.createElement('div'), { id: 'popup' });
    popup.style.cssText = 'position:absolute;top:200px;left:0';
    if (roles) popup.setAttribute('role', 'listbox');
    if (roles && multiple) popup.setAttribute('aria-multiselectable', 'true');
    for (const name of names) {
      const option = Object.assign(document.createElement('div'), { textContent: name });
      if (roles) option.setAttribute('role', 'option');
      if (roles) option.setAttribute('aria-selected', String(widget.chosen.includes(name)));
      if (takesOn !== '') option.addEventListener(takesOn, () => take(name));
      popup.append(option);
    }
    document.body.append(popup);
  };
  box.addEventListener(opensOn, () => (widget.isOpen() ? close() : draw(options)));
  box.addEventListener('input', () =>
    setTimeout(
      () => draw(options.filter((name) => name.toLowerCase().includes(box.value.toLowerCase()))),
      build.filterMs,
    ),
  );
  let active = -1;
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    if (event.key === 'ArrowDown' && widget.isOpen()) active += 1;
    const option = document.querySelectorAll('#popup > *')[active];
    if (!option) return;
    document.getElementById('active')?.removeAttribute('id');
    option.id = 'active';
    box.setAttribute('aria-activedescendant', 'active');
    if (event.key === 'Enter') take(option.textContent);
    event.preventDefault();
  });
  return widget;
}

const choose = (text: string, ref = 'box') => makeActor()({ name: 'choose', ref, text });

describe('choose in a list that a page has built', () => {
  it.each<[string, Build]>([
    ['opens on mousedown', {}],
    ['opens on pointerdown and takes on pointerup', { opensOn: 'pointerdown', takesOn: 'pointerup' }],
    ['opens on click, options without roles', { opensOn: 'click', roles: false }],
    ['opens on keys only', { opensOn: 'keydown' }],
    ['takes by keys only', { takesOn: '' }],
    ['filters on the spot', { filterMs: 0 }],
    ['asks a server for results', { filterMs: 500, options: ['Pear tree', 'Pear'] }],
    ['filters, options without roles', { filterMs: 50, roles: false }],
  ])('that %s', async (_, build) => {
    const widget = mountDropdown(build);
    expect(show(await choose('pear'))).toContain('chose "Pear" in combobox "Fruit"');
    expect(widget.chosen).toEqual(['Pear']);
    expect(widget.isOpen()).toBe(false);
  });

  it('says so when it is chosen already, and touches nothing', async () => {
    const widget = mountDropdown();
    await choose('Banana');
    expect(show(await choose('Banana'))).toContain('"Banana" was chosen in combobox "Fruit" already');
    expect(widget.chosen).toEqual(['Banana']);
    expect(widget.isOpen()).toBe(false);
  });

  it.each([{ roles: true }, { roles: false }])(
    'adds where several can be chosen ($roles)',
    async ({ roles }) => {
      const widget = mountDropdown({ multiple: true, roles });
      await choose('Banana');
      expect(show(await choose('Cherry'))).toContain('chose "Cherry"');
      expect(widget.chosen).toEqual(['Banana', 'Cherry']);
      expect(show(await choose('Banana'))).toContain('already');
      expect(widget.chosen).toEqual(['Banana', 'Cherry']);
      expect(widget.isOpen()).toBe(false);
    },
  );

  it('replaces with select_option, which may name several', async () => {
    const widget = mountDropdown({ multiple: true });
    await choose('Banana');
    const result = await makeActor()({ name: 'select_option', ref: 'box', options: ['Apple', 'Cherry'] });
    expect(show(result)).toContain('chose "Apple", "Cherry"');
    expect(widget.chosen).toEqual(['Apple', 'Cherry']);
  });

  it('tells the options when there is no such one, and leaves everything as it was', async () => {
    const widget = mountDropdown({ filterMs: 0 });
    expect(show(await choose('Durian'))).toBe(
      'no-such-option: "Durian" is not among the options of combobox "Fruit". Options: "Apple", "Banana", "Cherry", "Pear", "Pear tree".',
    );
    expect(widget.isOpen()).toBe(false);
    expect(byId<HTMLInputElement>('box').value).toBe('');
  });

  it('fails when the application does not take it', async () => {
    const widget = mountDropdown({ refuses: true });
    expect(show(await choose('Apple'))).toContain('not-set: "Apple" was picked in combobox "Fruit"');
    expect(widget.isOpen()).toBe(false);
  });

  it('does not take the text that it typed for the choice', async () => {
    mountDropdown({ refuses: true, filterMs: 0 });
    expect(show(await choose('Apple'))).toContain('not-set');
  });

  it('does not press what is a link in disguise', async () => {
    mount(
      '<div id="box" role="combobox" tabindex="0" aria-label="Go" aria-expanded="true" aria-controls="l">x</div><ul id="l" role="listbox"><li><a id="a" role="option" href="#away">Away</a></li></ul>',
    );
    const act = makeActor({ targetOf: (element) => makeTarget(element) });
    expect(show(await act({ name: 'choose', ref: 'box', text: 'Away' }))).toContain('option-acts');
  });

  it('does not take a menu of commands for a list', async () => {
    mount(
      '<button id="box" aria-haspopup="menu">Actions</button><div role="menu" hidden id="m" style="position:absolute"><div role="menuitem" tabindex="-1" id="d">Delete</div></div>',
    );
    const pressed: string[] = [];
    byId('box').addEventListener('click', () => (byId('m').hidden = !byId('m').hidden));
    byId('d').addEventListener('click', () => pressed.push('Delete'));
    expect(show(await choose('Delete'))).toContain('no-list');
    expect(pressed).toEqual([]);
  });
});

describe('choose in long and deep lists', () => {
  it('scrolls a list that draws only what is on show', async () => {
    mount(
      '<div id="box" role="combobox" tabindex="0" aria-label="Item">Pick one</div><div id="popup" hidden style="position:absolute;top:100px;width:200px;height:160px;overflow:hidden"></div>',
    );
    const popup = byId('popup');
    const draw = (): void => {
      const first = Math.floor(popup.scrollTop / 20);
      const rows = Array.from({ length: 10 }, (_, at) => first + at).filter((at) => at < 1000);
      popup.innerHTML = `<div style="height:20000px;position:relative">${rows
        .map(
          (at) =>
            `<div role="option" style="position:absolute;height:20px;top:${at * 20}px">Item ${at}</div>`,
        )
        .join('')}</div>`;
    };
    popup.addEventListener('scroll', draw);
    popup.addEventListener('click', (event) => {
      byId('box').textContent = (event.target as Element).textContent;
      popup.hidden = true;
    });
    byId('box').addEventListener('click', () => {
      popup.hidden = false;
      draw();
    });
    expect(show(await choose('Item 643'))).toContain('chose "Item 643"');
    expect(byId('box').textContent).toBe('Item 643');
  });

  it('goes down the levels of a cascade', async () => {
    mount('<div id="box" role="combobox" tabindex="0" aria-label="Place">Pick one</div>');
    const places: Record<string, string[]> = {
      '': ['Asia', 'Europe'],
      Asia: ['Japan'],
      Europe: ['France', 'Spain'],
      France: ['Paris', 'Lyon'],
    };
    const column = (under: string): void => {
      const list = document.createElement('ul');
      list.className = 'column';
      list.style.cssText = `position:absolute;top:60px;left:${document.querySelectorAll('.column').length * 90}px`;
      for (const name of places[under] ?? []) {
        const item = Object.assign(document.createElement('li'), { textContent: name });
        item.setAttribute('role', 'menuitemcheckbox');
        item.addEventListener('click', () => {
          if (places[name]) return void setTimeout(() => column(name), 50);
          byId('box').textContent = `… / ${name}`;
          document.querySelectorAll('.column').forEach((one) => one.remove());
        });
        list.append(item);
      }
      document.body.append(list);
    };
    byId('box').addEventListener('click', () => column(''));
    expect(show(await choose('Europe / France / Lyon'))).toContain('chose "Lyon"');
    expect(byId('box').textContent).toBe('… / Lyon');
    byId('box').textContent = 'Pick one';
    expect(show(await choose('Europe / Italy / Rome'))).toContain('no-such-option: "Europe / Italy / Rome"');
    document.querySelectorAll('.column').forEach((one) => one.remove());
  });

  it('opens a branch of a tree by its handle', async () => {
    mount(`<div id="box" role="combobox" tabindex="0" aria-label="Kind">Pick one</div><div id="tree" role="tree" hidden style="position:absolute;top:60px">
      <div role="treeitem" aria-expanded="false" id="fruit"><i id="handle" style="display:inline-block;width:12px;height:12px;cursor:pointer"></i><span>Fruit</span></div>
      <div role="treeitem" id="lime" hidden><span>Lime</span></div></div>`);
    byId('box').addEventListener('click', () => (byId('tree').hidden = false));
    byId('handle').addEventListener('click', (event) => {
      byId('lime').hidden = false;
      event.stopPropagation();
    });
    for (const id of ['fruit', 'lime'])
      byId(id).addEventListener('click', () => {
        byId('box').textContent = byId(id).textContent.trim();
        byId('tree').hidden = true;
      });
    expect(show(await choose('Fruit / Lime'))).toContain('chose "Lime"');
    expect(byId('box').textContent).toBe('Lime');
  });
});

describe('choose without a drop-down', () => {
  it('sets one of a group of radio buttons, by the group or by any of them', async () => {
    mount(
      '<div role="radiogroup" id="g" aria-label="Size"><label><input type="radio" name="s" id="a">Small</label><label><input type="radio" name="s" id="b" style="opacity:0;position:absolute">Large</label></div>',
    );
    expect(show(await choose('Large', 'g'))).toContain('chose "Large" in radiogroup "Size"');
    expect(byId<HTMLInputElement>('b').checked).toBe(true);
    await choose('Small', 'b');
    expect(byId<HTMLInputElement>('a').checked).toBe(true);
    expect(show(await choose('Small', 'g'))).toContain('already');
  });

  it('selects a tab', async () => {
    mount(
      '<div role="tablist" id="t"><div role="tab" aria-selected="true" id="one">One</div><div role="tab" aria-selected="false" id="two">Two</div></div>',
    );
    for (const id of ['one', 'two'])
      byId(id).addEventListener('click', () => {
        for (const other of ['one', 'two']) byId(other).setAttribute('aria-selected', String(other === id));
      });
    expect(show(await choose('Two', 't'))).toContain('chose "Two"');
    expect(byId('two').getAttribute('aria-selected')).toBe('true');
  });

  it('takes the only suggestion that a page makes for a text', async () => {
    mount('<input id="f" aria-label="City"><ul id="l" hidden style="position:absolute"></ul>');
    const field = byId<HTMLInputElement>('f');
    const list = byId('l');
    field.addEventListener('input', () => {
      list.innerHTML = field.value === 'Ro' ? '<li><div>Rome, Italy</div></li>' : '';
      list.hidden = list.innerHTML === '';
    });
    list.addEventListener('click', () => {
      field.value = list.textContent;
      list.hidden = true;
    });
    expect(show(await choose('Ro', 'f'))).toContain('chose "Rome, Italy" in textbox "City"');
    expect(field.value).toBe('Rome, Italy');
  });

  it('takes a suggestion of a datalist, and nothing else', async () => {
    mount(
      '<input id="box" list="d" aria-label="City"><datalist id="d"><option value="Rome"><option value="PAR">Paris</option></datalist>',
    );
    expect(show(await choose('paris'))).toContain('chose "Paris" in textbox "City"');
    expect(byId<HTMLInputElement>('box').value).toBe('PAR');
    expect(show(await choose('Oslo'))).toContain('Suggestions: "Rome", "Paris"');
  });

  it('adds to a native select of several', async () => {
    mount('<select id="s" multiple aria-label="Tags"><option selected>a<option>b<option>c</select>');
    expect(show(await choose('c', 's'))).toContain('chose "c" in combobox "Tags"');
    expect(Array.from(byId<HTMLSelectElement>('s').selectedOptions, (option) => option.text)).toEqual([
      'a',
      'c',
    ]);
    expect(show(await choose('a', 's'))).toContain('already');
  });

  it('opens a list that a control without roles holds itself, and reads back what it shows', async () => {
    mount(`<div id="box" style="position:relative;width:150px;cursor:pointer"><p id="label" style="height:20px"></p>
      <ul id="list" hidden style="position:absolute;top:100%;margin:0"></ul></div><button id="next">Next</button>`);
    const list = byId('list');
    list.innerHTML = FRUITS.map((name) => `<li>${name}</li>`).join('');
    byId('box').addEventListener('click', ({ target }) => {
      const isItem = (target as Element).localName === 'li';
      if (isItem) byId('label').textContent = (target as Element).textContent;
      list.hidden = isItem || !list.hidden;
    });
    const act = makeActor();
    expect(show(await act({ name: 'choose', ref: 'box', text: 'Cherry' }))).toContain('chose "Cherry"');
    expect(byId('label').textContent).toBe('Cherry');
    expect(list.hidden).toBe(true);
    expect(show(await act({ name: 'choose', ref: 'box', text: 'Cherry' }))).toContain(
      '"Cherry" was chosen in generic already',
    );
    expect(show(await act({ name: 'choose', ref: 'box', text: 'Quince' }))).toContain('no-such-option');
    expect(list.hidden).toBe(true);
  });
});
