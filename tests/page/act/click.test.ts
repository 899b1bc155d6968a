import { describe, expect, it, vi } from 'vitest';
import { byId, makeActor, mount, recordEvents, show } from './support';

const SEQUENCE = [
  'pointerover',
  'pointerenter',
  'mouseover',
  'mouseenter',
  'pointermove',
  'mousemove',
  'pointerdown',
  'mousedown',
  'focus',
  'pointerup',
  'mouseup',
  'click',
];

describe('click', () => {
  it('sends what hardware would, in order, and activates', async () => {
    mount('<button id="go">Go</button>');
    const seen = recordEvents(byId('go'), SEQUENCE);
    expect(show(await makeActor()({ name: 'click', ref: 'go' }))).toBe(
      'clicked button "Go"; nothing changed {}',
    );
    expect(seen).toEqual(SEQUENCE);
  });

  it('says what appeared, what went away, and where the focus is', async () => {
    mount('<button id="go">Go</button><p id="old">old <b>text</b></p><input id="field" aria-label="Name">');
    byId('go').addEventListener('click', () => {
      byId('old').remove();
      document.body.insertAdjacentHTML('beforeend', '<ul><li>one<li>two</ul>');
      byId('field').focus();
    });
    expect(show(await makeActor()({ name: 'click', ref: 'go' }))).toBe(
      'clicked button "Go"; the focus is on textbox "Name", 3 elements appeared, 2 elements went away ' +
        '{"focus":"textbox \\"Name\\"","added":3,"removed":2}',
    );
  });

  it('waits for what a handler does later, without a fixed pause', async () => {
    mount('<button id="go">Go</button>');
    byId('go').addEventListener('click', () => {
      setTimeout(() => setTimeout(() => document.body.append(document.createElement('hr')), 60), 60);
      setTimeout(() => byId('go').setAttribute('data-busy', ''), 60);
    });
    expect(await makeActor()({ name: 'click', ref: 'go' })).toMatchObject({ effect: { added: 1 } });
  });

  it('names a dialog that opens, and the address that a script writes', async () => {
    mount('<button id="go">Go</button><dialog id="ask" aria-label="Sure?">Really</dialog>');
    const before = location.href;
    byId('go').addEventListener('click', () => {
      byId<HTMLDialogElement>('ask').showModal();
      history.replaceState(null, '', '#there');
    });
    const result = await makeActor()({ name: 'click', ref: 'go' });
    history.replaceState(null, '', before);
    expect(result).toMatchObject({ effect: { dialog: 'Sure?', url: expect.stringContaining('#there') } });
    expect(show(result)).toContain('dialog "Sure?" opened');
  });

  it('tells a state that the element itself took', async () => {
    mount('<button id="go" aria-expanded="false">Menu</button>');
    byId('go').addEventListener('click', () => byId('go').setAttribute('aria-expanded', 'true'));
    expect(show(await makeActor()({ name: 'click', ref: 'go' }))).toContain('it is now expanded=true');
  });

  it('counts a double click, opens a context menu, holds modifiers', async () => {
    mount('<button id="go">Go</button>');
    const seen = recordEvents(byId('go'), ['click', 'dblclick', 'contextmenu', 'auxclick']);
    const keys: boolean[] = [];
    byId('go').addEventListener('click', (event) => keys.push(event.ctrlKey, event.shiftKey));
    const act = makeActor();
    await act({ name: 'click', ref: 'go', double: true });
    await act({ name: 'click', ref: 'go', button: 'right' });
    await act({ name: 'click', ref: 'go', modifiers: ['Control'] });
    expect(seen).toEqual(['click', 'click', 'dblclick', 'contextmenu', 'auxclick', 'click']);
    expect(keys).toEqual([false, false, false, false, true, false]);
  });

  it('respects prevented pointerdown and mousedown', async () => {
    mount('<button id="a">A</button><button id="b">B</button>');
    byId('a').addEventListener('pointerdown', (event) => event.preventDefault());
    byId('b').addEventListener('mousedown', (event) => event.preventDefault());
    const seen = recordEvents(byId('a'), ['mousedown', 'mouseup', 'click']);
    const act = makeActor();
    await act({ name: 'click', ref: 'a' });
    await act({ name: 'click', ref: 'b' });
    expect(seen).toEqual(['click']);
    expect(document.activeElement).toBe(document.body);
  });

  it('stops when a handler of the press takes the element away', async () => {
    mount('<button id="go">Go</button>');
    const clicked = vi.fn();
    byId('go').addEventListener('click', clicked);
    byId('go').addEventListener('pointerdown', () => byId('go').remove());
    expect(await makeActor()({ name: 'click', ref: 'go' })).toMatchObject({
      status: 'done',
      effect: { removed: 1 },
    });
    expect(clicked).not.toHaveBeenCalled();
  });

  it('leaves the element that the pointer was on', async () => {
    mount('<div id="menu"><button id="a">A</button></div><button id="b">B</button>');
    const seen = recordEvents(byId('menu'), ['mouseenter', 'mouseleave', 'pointerleave']);
    const act = makeActor();
    await act({ name: 'hover', ref: 'a' });
    await act({ name: 'click', ref: 'b' });
    expect(seen).toEqual(['mouseenter', 'pointerleave', 'mouseleave']);
  });

  it('submits a form through its button, and clicks SVG', async () => {
    mount(
      '<form id="f"><input name="q" value="x"><button id="go">Go</button></form><svg width="20" height="20"><rect id="r" width="20" height="20"/></svg>',
    );
    const submitted = vi.fn((event: Event) => event.preventDefault());
    byId('f').addEventListener('submit', submitted);
    const seen = recordEvents(byId('r'), ['click']);
    const act = makeActor();
    await act({ name: 'click', ref: 'go' });
    await act({ name: 'click', ref: 'r' });
    expect(submitted).toHaveBeenCalledOnce();
    expect(seen).toEqual(['click']);
  });

  it('says where a link leads that is clicked so that it opens in another tab, unless the page takes the click', async () => {
    mount(
      '<a id="a" href="https://shop.example/next"><b id="in">Next</b></a><button id="plain">Plain</button>',
    );
    const act = makeActor();
    const window = { blockedWindow: 'https://shop.example/next' };
    expect(await act({ name: 'click', ref: 'in', button: 'middle' })).toMatchObject({ effect: window });
    expect(await act({ name: 'click', ref: 'plain', button: 'middle' })).toMatchObject({ effect: {} });
    for (const type of ['click', 'auxclick'])
      byId('a').addEventListener(type, (event) => event.preventDefault());
    for (const press of [{ button: 'middle' }, { modifiers: ['Control'] }]) {
      const result = await act({ name: 'click', ref: 'in', ...press });
      expect(result.status).toBe('done');
      expect(result.status === 'done' && result.effect).not.toHaveProperty('blockedWindow');
    }
  });

  it('toggles a hidden checkbox through its visible label', async () => {
    mount(
      '<input type="checkbox" id="box" style="position:absolute;width:1px;height:1px;clip-path:inset(50%)"><label id="l" for="box">I agree</label>',
    );
    await makeActor()({ name: 'click', ref: 'box' });
    expect(byId<HTMLInputElement>('box').checked).toBe(true);
  });
});
