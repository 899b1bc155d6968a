import { describe, expect, it, vi } from 'vitest';
import { byId, makeActor, mount, recordEvents, show } from './support';

const MENU = `<ul style="padding:0;margin:0"><li id="item" style="width:100px;list-style:none"><a id="top" href="#top">Products</a>
  <ul id="menu" class="menu" style="padding:0"><li><a id="kettles" href="#kettles">Kettles</a></li></ul></li></ul><p id="else">Elsewhere</p>`;

const isShown = (id: string): boolean => byId(id).checkVisibility({ opacityProperty: true });

describe('hover', () => {
  it('opens menus that listen, after their delay, and leaves them open on the way in', async () => {
    mount(`<style>.menu { display: none } .open .menu { display: block }</style>${MENU}`);
    const item = byId('item');
    item.addEventListener('mouseenter', () => setTimeout(() => item.classList.add('open'), 250));
    item.addEventListener('mouseleave', () => item.classList.remove('open'));
    const clicked = vi.fn();
    byId('kettles').addEventListener('click', clicked);
    const act = makeActor();
    await act({ name: 'hover', ref: 'top' });
    expect(isShown('kettles')).toBe(true);
    await act({ name: 'click', ref: 'kettles' });
    expect([clicked.mock.calls.length, isShown('kettles')]).toEqual([1, true]);
    await act({ name: 'hover', ref: 'else' });
    expect(isShown('kettles')).toBe(false);
  });

  it.each([
    ['display', '.menu { display: none } li:hover > .menu { display: block }'],
    [
      'visibility and opacity',
      '.menu { visibility: hidden; opacity: 0 } #top:hover + .menu, .menu:hover { visibility: visible; opacity: 1 }',
    ],
    ['nested rules', '.menu { display: none } li { &:hover { .menu { display: block } } }'],
    [
      'media and layers',
      '.menu { display: none } @layer x { @media (min-width: 1px) { li:hover .menu { display: block !important } } }',
    ],
  ])('opens menus that style sheets show: %s', async (_, css) => {
    mount(`<style>${css}</style>${MENU}`);
    byId('item').style.height = '60px';
    const clicked = vi.fn();
    byId('kettles').addEventListener('click', clicked);
    const act = makeActor();
    expect(show(await act({ name: 'hover', ref: 'top' }))).toContain(
      'the pointer is on link "Products"; it shows ul',
    );
    expect(isShown('kettles')).toBe(true);
    await act({ name: 'click', ref: 'kettles' });
    expect(clicked).toHaveBeenCalledOnce();
    await act({ name: 'hover', ref: 'else' });
    expect(isShown('kettles')).toBe(false);
    expect(document.adoptedStyleSheets).toEqual([]);
    expect(byId('item').outerHTML).not.toContain('data-');
  });

  it('goes to a point of a picture or of the screen, and needs one or a ref', async () => {
    mount(
      '<div style="height:30px"></div><canvas id="chart" width="200" height="100" aria-label="Chart"></canvas><p id="tip"></p>',
    );
    byId('chart').addEventListener('mousemove', ({ offsetX, offsetY }) => {
      byId('tip').textContent = `${offsetX}, ${offsetY}`;
    });
    const clicked = recordEvents(byId('chart'), ['mousedown', 'click']);
    const act = makeActor();
    expect(show(await act({ name: 'hover', ref: 'chart', x: 150, y: 30 }))).toContain(
      'the pointer is on canvas "Chart" at 150, 30 of canvas "Chart"',
    );
    expect(byId('tip').textContent).toBe('150, 30');
    expect(show(await act({ name: 'hover', x: 20, y: 40 }))).toContain('at 20, 40 of the screen');
    expect([byId('tip').textContent, clicked]).toEqual(['20, 10', []]);
    expect(show(await act({ name: 'hover', ref: 'chart', x: 300, y: 30 }))).toContain('outside');
    expect(show(await act({ name: 'hover', x: 20 }))).toContain('bad-arguments');
  });

  it('waits for what says that it opens something, though that is not there yet', async () => {
    mount('<button id="go" aria-expanded="false">Kitchen</button>');
    byId('go').addEventListener('pointermove', () =>
      setTimeout(() => {
        byId('go').setAttribute('aria-expanded', 'true');
        byId('go').insertAdjacentHTML('afterend', '<a id="late" href="#pans">Pans</a>');
      }, 250),
    );
    expect(show(await makeActor()({ name: 'hover', ref: 'go' }))).toContain('1 element appeared');
  });

  it('shows what a row keeps back, inside shadow roots too', async () => {
    mount('<div id="host"></div>');
    byId('host').attachShadow({ mode: 'open' }).innerHTML =
      '<style>button { display: none } div:hover button { display: inline }</style><div id="row">Row <button id="del">Delete</button></div>';
    await makeActor()({ name: 'hover', ref: 'row' });
    expect(isShown('del')).toBe(true);
  });

  it('works in pages that came over plain http, which have no randomUUID', async () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    mount('<button id="go">Go</button>');
    const act = makeActor();
    vi.unstubAllGlobals();
    expect(await act({ name: 'hover', ref: 'go' })).toMatchObject({ status: 'done' });
  });

  it('leaves the page alone when nothing is shown by it', async () => {
    mount(`<style>a:hover { color: red }</style><a id="plain" href="#x">Plain</a>`);
    const before = byId('plain').outerHTML;
    await makeActor()({ name: 'hover', ref: 'plain' });
    expect([byId('plain').outerHTML, document.adoptedStyleSheets.length]).toEqual([before, 0]);
  });

  it('says that only the user can open it when the style sheet may not be read', async () => {
    mount(MENU);
    byId('menu').style.display = 'none';
    const sheet = document.createElement('style');
    document.head.append(sheet);
    const rules = vi.spyOn(CSSStyleSheet.prototype, 'cssRules', 'get').mockImplementation(() => {
      throw new DOMException('not allowed', 'SecurityError');
    });
    const result = await makeActor()({ name: 'hover', ref: 'item' });
    rules.mockRestore();
    sheet.remove();
    expect(result).toMatchObject({
      status: 'failed',
      failure: { code: 'needs-user', params: { do: 'hover' } },
    });
  });

  it('moves with coordinates and movement, over and enter before move', async () => {
    mount('<button id="a" style="position:absolute;left:50px;top:40px;width:20px;height:20px"></button>');
    const seen: unknown[] = [];
    byId('a').addEventListener(
      'pointermove',
      ({ clientX, clientY, movementX, movementY, pressure, buttons, button }) =>
        seen.push(clientX, clientY, movementX, movementY, pressure, buttons, button),
    );
    const types = recordEvents(byId('a'), [
      'pointerover',
      'pointerenter',
      'mouseover',
      'mouseenter',
      'pointermove',
      'mousemove',
    ]);
    await makeActor()({ name: 'hover', ref: 'a' });
    expect(seen).toEqual([60, 50, 60, 50, 0, 0, -1]);
    expect(types).toEqual([
      'pointerover',
      'pointerenter',
      'mouseover',
      'mouseenter',
      'pointermove',
      'mousemove',
    ]);
  });
});
