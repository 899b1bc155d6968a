import { describe, expect, it, vi } from 'vitest';
import { byId, makeActor, mount, recordEvents, show } from './support';

/** What React does to its inputs: it shadows `value` on the instance to know what it has seen already. */
function control(input: HTMLInputElement | HTMLTextAreaElement, onChange: (value: string) => string): void {
  const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value');
  let tracked = input.value;
  Object.defineProperty(input, 'value', {
    configurable: true,
    get: () => native?.get?.call(input) as string,
    set(value: string) {
      tracked = value;
      native?.set?.call(input, value);
    },
  });
  const hear = (): void => {
    const now = native?.get?.call(input) as string;
    // No difference to what was last seen: React takes the event for its own echo.
    if (now === tracked) return;
    tracked = now;
    input.value = onChange(now);
  };
  input.addEventListener('input', hear);
  input.addEventListener('change', hear);
}

describe('type_text into fields', () => {
  it('replaces, appends and empties, and reads back', async () => {
    mount(
      '<input id="name" aria-label="Name" value="old"><textarea id="note" aria-label="Note">a</textarea>',
    );
    const act = makeActor();
    expect(show(await act({ name: 'type_text', ref: 'name', text: 'Ada' }))).toBe(
      'typed into textbox "Name" {"value":"Ada"}',
    );
    await act({ name: 'type_text', ref: 'name', text: ' Lovelace', append: true });
    expect(byId<HTMLInputElement>('name').value).toBe('Ada Lovelace');
    await act({ name: 'type_text', ref: 'note', text: 'one\r\ntwo' });
    expect(byId<HTMLTextAreaElement>('note').value).toBe('one\ntwo');
    expect(show(await act({ name: 'type_text', ref: 'name', text: '' }))).toBe(
      'emptied textbox "Name" {"value":""}',
    );
  });

  it('types into controlled inputs as React keeps them', async () => {
    mount(
      '<input id="a" aria-label="A" value="1"><textarea id="b" aria-label="B"></textarea><input id="c" aria-label="C">',
    );
    const seen: string[] = [];
    const keep = (value: string): string => (seen.push(value), value);
    control(byId('a'), keep);
    control(byId('b'), keep);
    control(byId('c'), (value) => value.toUpperCase());
    const act = makeActor();
    expect(await act({ name: 'type_text', ref: 'a', text: 'Paris' })).toMatchObject({
      effect: { value: 'Paris' },
    });
    expect(await act({ name: 'type_text', ref: 'b', text: 'x' })).toMatchObject({ effect: { value: 'x' } });
    expect(await act({ name: 'type_text', ref: 'c', text: 'abc' })).toMatchObject({
      effect: { value: 'ABC' },
    });
    expect(seen).toEqual(['P', 'Pa', 'Par', 'Pari', 'Paris', 'x']);
  });

  it('reaches controlled inputs where the editing command is refused', async () => {
    mount('<input id="a" aria-label="A">');
    const seen: string[] = [];
    control(byId('a'), (value) => (seen.push(value), value));
    const refused = vi.spyOn(Document.prototype, 'execCommand').mockReturnValue(false);
    expect(await makeActor()({ name: 'type_text', ref: 'a', text: 'Ada' })).toMatchObject({
      effect: { value: 'Ada' },
    });
    refused.mockRestore();
    expect(seen).toEqual(['Ada']);
  });

  it('types key by key, with every event of each, and tells of the change at the end', async () => {
    mount('<input id="a" aria-label="A">');
    const types = ['focus', 'keydown', 'keypress', 'beforeinput', 'input', 'keyup', 'change', 'blur'];
    const seen = recordEvents(byId('a'), types);
    await makeActor()({ name: 'type_text', ref: 'a', text: 'Ad' });
    const key = ['keydown', 'keypress', 'beforeinput', 'input', 'keyup'];
    expect(seen).toEqual(['focus', ...key, ...key, 'change', 'blur']);
    expect(document.activeElement).toBe(byId('a'));
  });

  it('stays in a field whose text is followed by suggestions of the page', async () => {
    mount('<input id="f" autocomplete="off" aria-label="City"><ul id="list" hidden><li>Rome</ul>');
    byId('f').addEventListener('input', () => (byId('list').hidden = false));
    byId('f').addEventListener('blur', () => (byId('list').hidden = true));
    await makeActor()({ name: 'type_text', ref: 'f', text: 'Ro' });
    expect(byId('list').hidden).toBe(false);
  });

  it('writes long texts at once', async () => {
    mount('<textarea id="a" aria-label="A"></textarea>');
    const seen = recordEvents(byId('a'), ['keydown', 'input', 'keyup', 'change']);
    await makeActor()({ name: 'type_text', ref: 'a', text: 'word '.repeat(100) });
    expect(byId<HTMLTextAreaElement>('a').value).toHaveLength(500);
    expect(seen).toEqual(['keydown', 'input', 'keyup', 'change']);
  });

  it('composes what is written through an input method', async () => {
    mount('<input id="a" aria-label="A">');
    const types = ['compositionstart', 'compositionupdate', 'input', 'compositionend'];
    const seen = recordEvents(byId('a'), types);
    expect(await makeActor()({ name: 'type_text', ref: 'a', text: '日本 😀' })).toMatchObject({
      effect: { value: '日本 😀' },
    });
    expect(seen).toEqual([...types, 'input', 'input']);
  });

  it('never presses Enter for a text that ends with a line break', async () => {
    mount('<textarea id="t" aria-label="T"></textarea>');
    const keys: string[] = [];
    byId('t').addEventListener('keydown', (event) => keys.push(event.key));
    expect(await makeActor()({ name: 'type_text', ref: 't', text: 'one\n' })).toMatchObject({
      effect: { value: 'one\n' },
    });
    await makeActor()({ name: 'type_text', ref: 't', text: '' });
    expect(keys).toEqual(['o', 'n', 'e', 'Delete']);
  });

  it('accepts a mask, reports a cut, and fails where nothing is taken', async () => {
    mount(
      '<input id="tel" aria-label="Phone"><input id="cut" aria-label="Code" maxlength="3"><input id="no" aria-label="Fixed" value="A">',
    );
    byId('tel').addEventListener('input', () => {
      const digits = byId<HTMLInputElement>('tel').value.replace(/\D/g, '');
      byId<HTMLInputElement>('tel').value = `(${digits.slice(0, 3)}) ${digits.slice(3)}`;
    });
    byId('no').addEventListener('input', () => (byId<HTMLInputElement>('no').value = 'A'));
    const act = makeActor();
    expect(show(await act({ name: 'type_text', ref: 'tel', text: '5551234' }))).toBe(
      'typed into textbox "Phone" {"value":"(555) 1234"}',
    );
    expect(await act({ name: 'type_text', ref: 'no', text: 'B' })).toMatchObject({
      failure: { code: 'not-typed' },
    });
    expect(show(await act({ name: 'type_text', ref: 'no', text: 'B' }))).toContain('it still holds "A"');
  });

  it('never tells what a password field holds', async () => {
    mount(
      '<input id="p" type="password" aria-label="Password"><input id="o" autocomplete="one-time-code" aria-label="Code">',
    );
    byId('o').addEventListener('input', () => (byId<HTMLInputElement>('o').value = ''));
    const act = makeActor();
    const result = await act({ name: 'type_text', ref: 'p', text: 'hunter2' });
    expect(show(result)).toBe('filled textbox "Password" {"value":"filled"}');
    expect(byId<HTMLInputElement>('p').value).toBe('hunter2');
    expect(show(await act({ name: 'type_text', ref: 'o', text: '123456' }))).not.toContain('123456');
  });

  it('finds the field of a label or wrapper', async () => {
    mount(
      '<label id="l">City <input id="a"></label><div id="w"><span>x</span><input id="b" aria-label="B"></div>',
    );
    const act = makeActor();
    await act({ name: 'type_text', ref: 'l', text: 'Rome' });
    await act({ name: 'type_text', ref: 'w', text: 'y' });
    expect([byId<HTMLInputElement>('a').value, byId<HTMLInputElement>('b').value]).toEqual(['Rome', 'y']);
  });

  it('says what to use instead where nothing can be typed', async () => {
    mount(`<select id="s" aria-label="Country"><option>A</select><input type="checkbox" id="c" aria-label="Agree">
      <button id="b">Go</button><input id="r" readonly aria-label="Day">`);
    const act = makeActor();
    const say = async (ref: string) => show(await act({ name: 'type_text', ref, text: 'x' }));
    expect(await say('s')).toBe('not-editable: combobox "Country" is no text field. Use select_option.');
    expect(await say('c')).toContain('Use set_checked.');
    expect(await say('b')).toContain('not-editable: button "Go"');
    expect(await say('r')).toContain('read-only: textbox "Day"');
  });

  it('works on a field in an open shadow root', async () => {
    mount('<div id="host"></div>');
    byId('host').attachShadow({ mode: 'open' }).innerHTML = '<input id="in" aria-label="In">';
    expect(await makeActor()({ name: 'type_text', ref: 'in', text: 'Ada' })).toMatchObject({
      effect: { value: 'Ada' },
    });
  });
});

describe('type_text into inputs with a value of their own', () => {
  it.each([
    ['date', '2026-11-22', '2026-11-22'],
    ['time', '08:30', '08:30'],
    ['datetime-local', '2026-11-22T08:30', '2026-11-22T08:30'],
    ['month', '2026-11', '2026-11'],
    ['week', '2026-W47', '2026-W47'],
    ['color', '#ff8800', '#ff8800'],
    ['range', '40', '40'],
    ['number', '12.5', '12.5'],
  ])('%s takes %s', async (type, text, value) => {
    mount(`<input id="i" type="${type}" step="any" aria-label="Field">`);
    control(byId('i'), (seen) => seen);
    const seen = recordEvents(byId('i'), ['input', 'change']);
    expect(await makeActor()({ name: 'type_text', ref: 'i', text })).toMatchObject({ effect: { value } });
    expect(seen).toEqual(['input', 'change']);
  });

  it.each([
    ['date', '22.11.2026', 'a date as YYYY-MM-DD'],
    ['color', 'red', 'a colour as #rrggbb'],
    ['number', 'twelve', 'a number such as 12.5'],
    ['range', 'half', 'a number such as 50'],
  ])('%s refuses %s and keeps what it had', async (type, text, format) => {
    mount(`<input id="i" type="${type}" aria-label="Field">`);
    const before = byId<HTMLInputElement>('i').value;
    const said = show(await makeActor()({ name: 'type_text', ref: 'i', text }));
    expect(said).toBe(
      `bad-value: textbox "Field" takes ${format}, not "${text}". Type it again in that form.`,
    );
    expect(byId<HTMLInputElement>('i').value).toBe(before);
  });
});

describe('type_text into editors', () => {
  it('replaces, continues and empties plain contenteditable', async () => {
    mount(
      '<div id="e" role="textbox" aria-label="Body" contenteditable="true"><p>old <b>text</b></p><p>more</p></div>',
    );
    const act = makeActor();
    expect(show(await act({ name: 'type_text', ref: 'e', text: 'Dear Ada,' }))).toContain(
      'typed into textbox "Body"',
    );
    expect(byId('e').innerText.trim()).toBe('Dear Ada,');
    await act({ name: 'type_text', ref: 'e', text: ' hello', append: true });
    expect(byId('e').innerText.trim()).toBe('Dear Ada, hello');
    expect(await act({ name: 'type_text', ref: 'e', text: 'a\nb' })).toMatchObject({
      effect: { value: expect.stringMatching(/^a\n+b$/) },
    });
    expect(await act({ name: 'type_text', ref: 'e', text: '' })).toMatchObject({ effect: { value: '' } });
  });

  it('gives editors with their own model a cut and a paste', async () => {
    mount('<div id="e" role="textbox" aria-label="Body" contenteditable="true">old</div>');
    const editor = byId('e');
    let model = 'old';
    const draw = (): void => void (editor.textContent = model);
    // Such editors draw from their model: what the browser edits by itself is undone.
    new MutationObserver(() => editor.textContent !== model && draw()).observe(editor, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    const selectedAll = (): boolean => String(getSelection()) === model;
    editor.addEventListener('cut', (event) => {
      event.preventDefault();
      if (selectedAll()) model = '';
      draw();
    });
    editor.addEventListener('paste', (event) => {
      event.preventDefault();
      model += event.clipboardData?.getData('text/plain') ?? '';
      draw();
    });
    expect(await makeActor()({ name: 'type_text', ref: 'e', text: 'new words' })).toMatchObject({
      effect: { value: 'new words' },
    });
    expect(model).toBe('new words');
  });

  it('does not believe a page that swallows the paste', async () => {
    mount(
      '<div id="e" role="textbox" aria-label="Body" contenteditable="true">old</div><div id="f" role="textbox" aria-label="Dead" contenteditable="true">old</div>',
    );
    byId('e').addEventListener('paste', (event) => event.preventDefault());
    const act = makeActor();
    expect(await act({ name: 'type_text', ref: 'e', text: 'new' })).toMatchObject({
      effect: { value: 'new' },
    });
    for (const type of ['paste', 'cut', 'beforeinput'])
      byId('f').addEventListener(type, (event) => event.preventDefault());
    const keep = new MutationObserver(
      () => byId('f').textContent !== 'old' && (byId('f').textContent = 'old'),
    );
    keep.observe(byId('f'), { childList: true, characterData: true, subtree: true });
    expect(show(await act({ name: 'type_text', ref: 'f', text: 'new' }))).toContain(
      'not-typed: textbox "Dead" did not take the text',
    );
    keep.disconnect();
  });
});

describe('type_text with submit', () => {
  it('presses Enter and submits through the default button', async () => {
    mount(
      '<form id="f"><input id="q" aria-label="Search" name="q"><input name="other"><button type="button">Clear</button><button id="go" name="go" value="1">Go</button></form>',
    );
    const submitted: string[] = [];
    byId<HTMLFormElement>('f').addEventListener('submit', (event) => {
      event.preventDefault();
      submitted.push(`${(event.submitter as HTMLElement | null)?.id}`);
    });
    const seen = recordEvents(byId('q'), ['keydown', 'keypress', 'keyup', 'change']);
    const key = ['keydown', 'keypress', 'keyup'];
    expect(show(await makeActor()({ name: 'type_text', ref: 'q', text: 'te', submit: true }))).toContain(
      'typed into textbox "Search" and pressed Enter',
    );
    expect(submitted).toEqual(['go']);
    expect(seen).toEqual([...key, ...key, 'change', ...key]);
  });

  it('leaves it to a handler that prevents Enter, and to the rules without a button', async () => {
    mount(
      '<form id="f"><input id="q" aria-label="Q" name="q"></form><form id="g"><input id="r" aria-label="R"><input></form>',
    );
    const submitted = vi.fn((event: Event) => event.preventDefault());
    byId('f').addEventListener('submit', submitted);
    byId('g').addEventListener('submit', submitted);
    const act = makeActor();
    await act({ name: 'type_text', ref: 'q', text: 'a', submit: true });
    expect(submitted).toHaveBeenCalledTimes(1);
    await act({ name: 'type_text', ref: 'r', text: 'a', submit: true });
    expect(submitted).toHaveBeenCalledTimes(1);
    byId('q').addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
    await act({ name: 'type_text', ref: 'q', text: 'b', submit: true });
    expect(submitted).toHaveBeenCalledTimes(1);
  });
});
