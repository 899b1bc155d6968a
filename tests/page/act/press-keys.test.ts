import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseKeys } from '../../../lib/page/act/keys/parse-keys';
import { byId, makeActor, mount, recordEvents, show } from './support';

const say = (keys: string): string | undefined =>
  parseKeys(keys)
    ?.map(({ key, modifiers }) => [...modifiers, key].join('+'))
    .join(' | ');

describe('parseKeys', () => {
  it.each([
    ['Enter', 'Enter'],
    ['ArrowDown ArrowDown enter', 'ArrowDown | ArrowDown | Enter'],
    ['Control+A', 'Control+a'],
    ['ctrl+shift+k', 'Control+Shift+K'],
    ['Shift+Tab', 'Shift+Tab'],
    ['Control++', 'Control++'],
    ['Space', ' '],
    ['F5', 'F5'],
    ['j', 'j'],
    ['+', '+'],
    ['Hi you', 'Shift+H | i |   | y | o | u'],
    ['1+1=2', '1 | + | 1 | = | 2'],
    ['constructor', 'c | o | n | s | t | r | u | c | t | o | r'],
  ])('%j is %j', (keys, presses) => {
    expect(say(keys)).toBe(presses);
  });

  it('knows that a shortcut with an unknown key was not meant as text', () => {
    expect(say('Control+Foo')).toBeUndefined();
  });

  it('gives a press for every character of any other text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        const presses = parseKeys(text);
        if (presses) expect(presses.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('press_keys', () => {
  it('types, deletes and selects in a field', async () => {
    mount('<input id="a" aria-label="A" value="ab">');
    const act = makeActor();
    await act({ name: 'press_keys', ref: 'a', keys: 'End Backspace' });
    expect(byId<HTMLInputElement>('a').value).toBe('a');
    await act({ name: 'press_keys', keys: 'xyz' });
    expect(byId<HTMLInputElement>('a').value).toBe('axyz');
    await act({ name: 'press_keys', keys: 'Control+A Delete' });
    expect(byId<HTMLInputElement>('a').value).toBe('');
  });

  it('sends keydown, keypress and keyup with the key, and no default when prevented', async () => {
    mount('<input id="a" aria-label="A">');
    const seen = recordEvents(byId('a'), ['keydown', 'keypress', 'input', 'keyup']);
    const codes: string[] = [];
    byId('a').addEventListener('keydown', (event) => {
      codes.push(`${event.code} ${event.keyCode} ${event.ctrlKey}`);
      if (event.key === 'q') event.preventDefault();
    });
    await makeActor()({ name: 'press_keys', ref: 'a', keys: 'aq' });
    await makeActor()({ name: 'press_keys', ref: 'a', keys: 'Control+k' });
    expect(seen).toEqual(['keydown', 'keypress', 'input', 'keyup', 'keydown', 'keyup', 'keydown', 'keyup']);
    expect(codes).toEqual(['KeyA 65 false', 'KeyQ 81 false', 'KeyK 75 true']);
    expect(byId<HTMLInputElement>('a').value).toBe('a');
  });

  it('Enter activates, breaks lines and submits', async () => {
    mount(`<button id="b">B</button><textarea id="t" aria-label="T">x</textarea>
      <form id="f"><input id="i" aria-label="I"><button>Send</button></form>`);
    const clicked = vi.fn();
    const submitted = vi.fn((event: Event) => event.preventDefault());
    byId('b').addEventListener('click', clicked);
    byId('f').addEventListener('submit', submitted);
    const act = makeActor();
    await act({ name: 'press_keys', ref: 'b', keys: 'Enter' });
    await act({ name: 'press_keys', ref: 't', keys: 'End Enter' });
    await act({ name: 'press_keys', ref: 'i', keys: 'Enter' });
    expect(clicked).toHaveBeenCalledOnce();
    expect(byId<HTMLTextAreaElement>('t').value).toBe('x\n');
    expect(submitted).toHaveBeenCalledOnce();
  });

  it('Space toggles as it is let go', async () => {
    mount('<input type="checkbox" id="c" aria-label="C"><button id="b">B</button>');
    const seen = recordEvents(byId('b'), ['keydown', 'keyup', 'click']);
    const act = makeActor();
    await act({ name: 'press_keys', ref: 'c', keys: 'Space' });
    await act({ name: 'press_keys', ref: 'b', keys: 'Space' });
    expect(byId<HTMLInputElement>('c').checked).toBe(true);
    expect(seen).toEqual(['keydown', 'keyup', 'click']);
  });

  it('Tab goes on and back in tab order', async () => {
    mount(`<input id="a" aria-label="A"><div id="host"></div><button id="off" disabled>x</button><button id="skip" tabindex="-1">x</button>
      <input type="radio" name="g" id="r1" aria-label="1"><input type="radio" name="g" id="r2" checked aria-label="2"><a id="z" href="#">Z</a>`);
    byId('host').attachShadow({ mode: 'open' }).innerHTML = '<button id="in">In</button>';
    const act = makeActor();
    const seen: unknown[] = [];
    for (const keys of ['Tab', 'Tab', 'Tab', 'Shift+Tab']) {
      const result = await act(
        seen.length === 0 ? { name: 'press_keys', ref: 'a', keys } : { name: 'press_keys', keys },
      );
      seen.push(result.status === 'done' && result.effect.focus);
    }
    expect(seen).toEqual(['button "In"', 'radio "2"', 'link "Z"', 'radio "2"']);
  });

  it('Escape closes a dialog unless the page objects', async () => {
    mount('<dialog id="d" aria-label="D"><button id="b">B</button></dialog>');
    const dialog = byId<HTMLDialogElement>('d');
    dialog.showModal();
    const object = (event: Event): void => event.preventDefault();
    dialog.addEventListener('cancel', object);
    const act = makeActor();
    await act({ name: 'press_keys', keys: 'Escape' });
    expect(dialog.open).toBe(true);
    dialog.removeEventListener('cancel', object);
    await act({ name: 'press_keys', keys: 'Escape' });
    expect(dialog.open).toBe(false);
  });

  it('arrows walk radios, options and steppers', async () => {
    mount(`<input type="radio" name="g" id="r1" checked aria-label="1"><input type="radio" name="g" id="r2" aria-label="2">
      <select id="s" aria-label="S"><option>a<option disabled>b<option>c</select><input type="number" id="n" value="4" aria-label="N">`);
    const changes = recordEvents(byId('s'), ['input', 'change']);
    const act = makeActor();
    await act({ name: 'press_keys', ref: 'r1', keys: 'ArrowDown' });
    await act({ name: 'press_keys', ref: 's', keys: 'ArrowDown' });
    await act({ name: 'press_keys', ref: 'n', keys: 'ArrowUp ArrowUp' });
    expect(byId<HTMLInputElement>('r2').checked).toBe(true);
    expect(byId<HTMLSelectElement>('s').value).toBe('c');
    expect(byId<HTMLInputElement>('n').value).toBe('6');
    expect(changes).toEqual(['input', 'change']);
  });

  it('moves, selects and deletes by characters, words and lines', async () => {
    mount('<textarea id="t" aria-label="T" rows="4">one two\nthree four</textarea>');
    const field = byId<HTMLTextAreaElement>('t');
    const act = makeActor();
    const press = async (keys: string): Promise<string> => {
      await act({ name: 'press_keys', ref: 't', keys });
      return `${field.selectionStart}-${field.selectionEnd} ${JSON.stringify(field.value)}`;
    };
    const text = JSON.stringify(field.value);
    expect(await press('Control+Home End')).toBe(`7-7 ${text}`);
    expect(await press('Shift+Home')).toBe(`0-7 ${text}`);
    expect(await press('ArrowRight ArrowDown')).toBe(`15-15 ${text}`);
    expect(await press('Control+ArrowLeft')).toBe(`14-14 ${text}`);
    expect(await press('Control+Shift+ArrowLeft')).toBe(`8-14 ${text}`);
    expect(await press('Delete')).toBe('8-8 "one two\\nfour"');
    expect(await press('Control+End Control+Backspace')).toBe('8-8 "one two\\n"');
    expect(await press('Shift+ArrowLeft Shift+ArrowLeft x')).toBe('7-7 "one twx"');
  });

  it('moves ranges to their ends and by tenths', async () => {
    mount('<input type="range" id="r" aria-label="R" min="0" max="50" value="20">');
    const act = makeActor();
    const values: string[] = [];
    for (const keys of ['PageUp', 'End', 'PageDown', 'Home']) {
      await act({ name: 'press_keys', ref: 'r', keys });
      values.push(byId<HTMLInputElement>('r').value);
    }
    expect(values).toEqual(['25', '50', '45', '0']);
  });

  it('End scrolls the page when nothing is focused', async () => {
    mount('<div style="height:5000px"></div>');
    await makeActor()({ name: 'press_keys', keys: 'End' });
    expect(scrollY).toBeGreaterThan(1000);
  });

  it('carries on a selection in the text of a page, and says what is selected', async () => {
    mount('<p id="text" style="width:300px">One two three<br>four five six</p>');
    const act = makeActor();
    const { top } = byId('text').getBoundingClientRect();
    expect(show(await act({ name: 'click_at', x: 3, y: Math.round(top) + 5, double: true }))).toContain(
      'on paragraph; "One" is selected now',
    );
    expect(show(await act({ name: 'press_keys', keys: 'Shift+End' }))).toContain(
      'pressed "Shift+End" on body; "One two three" is selected now',
    );
    await act({ name: 'press_keys', keys: 'Shift+ArrowDown' });
    expect(String(getSelection())).toBe('One two three\nfour five six');
    await act({ name: 'press_keys', keys: 'Control+Shift+ArrowLeft' });
    expect(String(getSelection()).trimEnd()).toBe('One two three\nfour five');
    expect(scrollY).toBe(0);
  });

  it('types into a field of no size that has the focus, and not into one that has not', async () => {
    mount(
      '<input id="keys" aria-label="Keys" style="opacity:0;width:1px;height:1px"><button id="b">B</button>',
    );
    const seen: string[] = [];
    byId('keys').addEventListener('keydown', ({ key }) => seen.push(key));
    const act = makeActor();
    expect(show(await act({ name: 'press_keys', ref: 'keys', keys: 'l s' }))).toContain('not-visible');
    byId('keys').focus();
    expect(show(await act({ name: 'press_keys', ref: 'keys', keys: 'l s Enter' }))).toContain('pressed');
    expect(seen).toEqual(['l', 's', 'Enter']);
  });

  it('refuses what is no key', async () => {
    expect(show(await makeActor()({ name: 'press_keys', keys: 'Control+Foo' }))).toContain(
      'unknown-key: "Control+Foo" is no key.',
    );
  });
});
