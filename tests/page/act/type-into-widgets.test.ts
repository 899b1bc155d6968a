import { describe, expect, it } from 'vitest';
import { byId, makeActor, mount, recordEvents, show } from './support';

const input = (id: string): HTMLInputElement => byId<HTMLInputElement>(id);

describe('type_text into fields that pages have their own ways with', () => {
  it('waits for a page that puts the value back late', async () => {
    mount('<input id="a" aria-label="A">');
    let held = '';
    input('a').addEventListener('input', () => {
      const now = input('a').value;
      input('a').value = held;
      setTimeout(() => {
        held = now;
        input('a').value = held;
      }, 20);
    });
    expect(await makeActor()({ name: 'type_text', ref: 'a', text: 'Ada' })).toMatchObject({
      effect: { value: 'Ada' },
    });
    expect(held).toBe('Ada');
  });

  it('follows a field that is drawn anew at every key', async () => {
    mount('<div id="w"></div>');
    let held = 'old';
    const draw = (): void => {
      byId('w').innerHTML = '<input aria-label="A" id="a">';
      input('a').value = held;
      input('a').addEventListener('input', () => {
        held = input('a').value;
        draw();
      });
    };
    draw();
    const act = makeActor();
    expect(await act({ name: 'type_text', ref: 'a', text: 'Ada' })).toMatchObject({
      effect: { value: 'Ada' },
    });
    await act({ name: 'type_text', ref: 'a', text: ' L', append: true });
    expect(held).toBe('Ada L');
  });

  it('types into what hears keys only, and erases there by keys', async () => {
    mount(
      '<input id="a" aria-label="A"><div id="d" role="textbox" tabindex="0" aria-label="D" style="height:20px"></div>',
    );
    const held: Record<string, string> = { a: '', d: '' };
    const listen = (id: string, draw: (text: string) => void): void =>
      byId(id).addEventListener('keydown', (event) => {
        event.preventDefault();
        if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) held[id] += event.key;
        if (event.key === 'Backspace') held[id] = (held[id] ?? '').slice(0, -1);
        draw(held[id] ?? '');
      });
    listen('a', (text) => (input('a').value = text));
    listen('d', (text) => (byId('d').textContent = text));
    const act = makeActor();
    for (const ref of ['a', 'd']) {
      expect(show(await act({ name: 'type_text', ref, text: 'Ada' }))).toContain('typed into');
      expect(held[ref]).toBe('Ada');
      expect(await act({ name: 'type_text', ref, text: 'Bo' })).toMatchObject({ effect: { value: 'Bo' } });
      expect(held[ref]).toBe('Bo');
    }
  });

  const CODE = [1, 2, 3].map((n) => `<input id="c${n}" aria-label="digit ${n}" maxlength="1">`).join('');
  const readCode = (): string => ['c1', 'c2', 'c3'].map((id) => input(id).value).join('');

  it('goes on in the next part of a code as the page does, over what was there', async () => {
    mount(CODE);
    for (const [id, next] of [
      ['c1', 'c2'],
      ['c2', 'c3'],
    ] as const)
      input(id).addEventListener('input', () => setTimeout(() => input(next).focus(), 5));
    const act = makeActor();
    expect(show(await act({ name: 'type_text', ref: 'c1', text: '123' }))).toContain('{"value":"123"');
    await act({ name: 'type_text', ref: 'c1', text: '987' });
    expect(readCode()).toBe('987');
  });

  it('goes on in the next part of a code by itself where the page does not', async () => {
    mount(CODE);
    expect(await makeActor()({ name: 'type_text', ref: 'c1', text: '456' })).toMatchObject({
      effect: { value: '456' },
    });
    expect(readCode()).toBe('456');
  });

  it('tells of text that the page takes out of the field', async () => {
    mount('<div><span id="tags"></span><input id="a" aria-label="Tags"></div>');
    const tags: string[] = [];
    input('a').addEventListener('keydown', (event) => {
      if (event.key !== ',') return;
      event.preventDefault();
      tags.push(input('a').value);
      input('a').value = '';
      byId('tags').innerHTML = tags.map((tag) => `<b>${tag}</b>`).join('');
    });
    expect(show(await makeActor()({ name: 'type_text', ref: 'a', text: 'red,green,' }))).toContain(
      'typed into textbox "Tags", which took it up: "red", "green" now stands beside it',
    );
    expect(tags).toEqual(['red', 'green']);
  });

  it('keeps what a field takes of a text, and puts back what was there when it takes none', async () => {
    mount('<input id="a" aria-label="Digits"><input id="b" aria-label="Short" maxlength="3">');
    let held = '';
    input('a').addEventListener('input', () => {
      if (/^\d*$/.test(input('a').value)) held = input('a').value;
      else input('a').value = held;
    });
    const act = makeActor();
    expect(show(await act({ name: 'type_text', ref: 'a', text: '12ab' }))).toContain(
      'which shortened or changed it: it holds "12"',
    );
    expect(show(await act({ name: 'type_text', ref: 'a', text: 'ab' }))).toContain(
      'not-typed: textbox "Digits" did not take the text; it still holds "12"',
    );
    expect(held).toBe('12');
    expect(show(await act({ name: 'type_text', ref: 'b', text: 'Lovelace' }))).toContain('it holds "Lov"');
  });

  it('types into a field that is read-only until it has the focus', async () => {
    mount('<input id="a" aria-label="A" readonly>');
    input('a').addEventListener('focus', () => input('a').removeAttribute('readonly'));
    await makeActor()({ name: 'type_text', ref: 'a', text: 'Ada' });
    expect(input('a').value).toBe('Ada');
  });

  it('hears a page that refuses a character before it is written', async () => {
    mount('<input id="a" aria-label="A">');
    input('a').addEventListener('beforeinput', (event) => event.data === '-' && event.preventDefault());
    expect(await makeActor()({ name: 'type_text', ref: 'a', text: '12-34' })).toMatchObject({
      effect: { value: '1234' },
    });
  });
});

/** A code editor in small: it draws three lines of its own model, and hears keys in a hidden element. */
function makeDrawnEditor(sink: HTMLElement, lines: HTMLElement): { text: string } {
  const held = { text: 'old\nwords' };
  let isAllSelected = false;
  const draw = (): void => {
    const shown = held.text.split('\n').slice(-3);
    lines.replaceChildren(
      ...shown.map((line) => Object.assign(document.createElement('div'), { textContent: line })),
    );
  };
  sink.addEventListener('keydown', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    isAllSelected = event.key === 'a';
    if (event.key === 'a' || event.key === 'End') event.preventDefault();
  });
  sink.addEventListener('copy', (event) => {
    event.preventDefault();
    if (isAllSelected) event.clipboardData?.setData('text/plain', held.text);
  });
  sink.addEventListener('paste', (event) => {
    event.preventDefault();
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    held.text = isAllSelected ? pasted : held.text + pasted;
    isAllSelected = false;
    draw();
  });
  sink.addEventListener('cut', (event) => {
    event.preventDefault();
    if (isAllSelected) held.text = '';
    draw();
  });
  draw();
  return held;
}

const DRAWN = `<div style="position:relative;width:300px;height:90px">
  <div id="lines" style="cursor:text;height:90px"></div>SINK</div>`;

describe('type_text into editors that draw their text themselves', () => {
  const hidden = 'style="position:absolute;width:1px;height:1px;top:0;z-index:-1;opacity:0"';

  it.each([
    ['a textarea of no size', `<textarea id="sink" aria-label="Code" ${hidden}></textarea>`],
    ['an EditContext', `<div id="sink" role="textbox" tabindex="0" aria-label="Code" ${hidden}></div>`],
  ])('by %s', async (_, sink) => {
    mount(DRAWN.replace('SINK', sink));
    if (byId('sink').localName === 'div')
      Object.assign(byId('sink'), {
        editContext: new (window as never as { EditContext: new () => object }).EditContext(),
      });
    const held = makeDrawnEditor(byId('sink'), byId('lines'));
    const act = makeActor();
    const long = Array.from({ length: 30 }, (_, line) => `line ${line}`).join('\n');
    expect(await act({ name: 'type_text', ref: 'sink', text: long })).toMatchObject({
      effect: { value: long },
    });
    expect(held.text).toBe(long);
    await act({ name: 'type_text', ref: 'sink', text: '\nend', append: true });
    expect(held.text).toBe(`${long}\nend`);
    expect(show(await act({ name: 'type_text', ref: 'sink', text: '' }))).toContain('emptied');
    expect(held.text).toBe('');
  });

  it('does not believe an editor that shows the right end and holds something else', async () => {
    mount(DRAWN.replace('SINK', `<textarea id="sink" aria-label="Code" ${hidden}></textarea>`));
    const held = makeDrawnEditor(byId('sink'), byId('lines'));
    byId('sink').addEventListener('paste', () => (held.text = `lost ${held.text.slice(-40)}`));
    const long = Array.from({ length: 30 }, (_, line) => `line ${line}`).join('\n');
    expect(show(await makeActor()({ name: 'type_text', ref: 'sink', text: long }))).toContain('not-typed');
  });
});

describe('type_text into rich editors', () => {
  it('leaves out what cannot be edited', async () => {
    mount(
      '<div id="e" role="textbox" aria-label="Body" contenteditable="true"><p>old</p><span contenteditable="false">Write here</span></div>',
    );
    expect(await makeActor()({ name: 'type_text', ref: 'e', text: 'new' })).toMatchObject({
      effect: { value: 'new' },
    });
  });

  it('empties an editor that pastes beside the selection and cuts some time after the event', async () => {
    mount('<div id="e" role="textbox" aria-label="Body" contenteditable="true">old</div>');
    let model = 'old';
    const draw = (): void => void (byId('e').textContent = model);
    byId('e').addEventListener('cut', () => {
      setTimeout(() => {
        model = '';
        draw();
      }, 10);
    });
    byId('e').addEventListener('paste', (event) => {
      event.preventDefault();
      model += event.clipboardData?.getData('text/plain') ?? '';
      draw();
    });
    byId('e').addEventListener('beforeinput', (event) => event.preventDefault());
    expect(await makeActor()({ name: 'type_text', ref: 'e', text: 'new words' })).toMatchObject({
      effect: { value: 'new words' },
    });
    expect(model).toBe('new words');
  });

  it('asks an editor that draws only a part for all of its text', async () => {
    mount('<div id="e" role="textbox" aria-label="Body" contenteditable="true"></div>');
    let model = '';
    byId('e').addEventListener('paste', (event) => {
      event.preventDefault();
      model = event.clipboardData?.getData('text/plain') ?? '';
      byId('e').innerText = model.split('\n').slice(-2).join('\n');
    });
    byId('e').addEventListener('copy', (event) => {
      event.preventDefault();
      event.clipboardData?.setData('text/plain', model);
    });
    byId('e').addEventListener('beforeinput', (event) => event.preventDefault());
    const act = makeActor();
    expect(await act({ name: 'type_text', ref: 'e', text: 'one\ntwo\nthree' })).toMatchObject({
      effect: { value: 'one\ntwo\nthree' },
    });
    byId('e').addEventListener('paste', () => (model = model.slice(4)));
    expect(show(await act({ name: 'type_text', ref: 'e', text: 'one\ntwo\nfour' }))).toContain('not-typed');
  });

  it('is heard by handlers of the keyboard', async () => {
    mount('<div id="e" role="textbox" aria-label="Body" contenteditable="true"></div>');
    const seen = recordEvents(byId('e'), ['keydown', 'input', 'keyup']);
    await makeActor()({ name: 'type_text', ref: 'e', text: 'Hi' });
    expect(seen).toContain('input');
    expect(seen.at(-1)).toBe('keyup');
  });
});
