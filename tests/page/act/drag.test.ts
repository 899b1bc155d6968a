import { afterEach, describe, expect, it } from 'vitest';
import { installPageWorld } from '../../../lib/page/world/install-page-world';
import { createWorldKeeper } from '../../../lib/page/world/world-keeper';
import { byId, makeActor, makeTarget, mount, recordEvents, show } from './support';

const LIST = `<ul aria-label="Tasks" style="width:200px;padding:0">${['a', 'b', 'c', 'd']
  .map((id) => `<li id="${id}" style="height:30px;list-style:none" draggable="true">Item ${id}</li>`)
  .join('')}</ul>`;

const order = (): string => Array.from(document.querySelectorAll('li'), (item) => item.id).join('');

/** A list that is sorted by drag events: dropped in the upper half it goes before, in the lower after. */
function makeSortable(): void {
  let carried: Element | undefined;
  for (const item of document.querySelectorAll('li')) {
    item.addEventListener('dragstart', (event) => {
      carried = item;
      event.dataTransfer?.setData('text/plain', item.id);
    });
    item.addEventListener('dragover', (event) => event.preventDefault());
    item.addEventListener('drop', (event) => {
      const { top, height } = item.getBoundingClientRect();
      const dropped = document.getElementById(event.dataTransfer?.getData('text/plain') ?? '');
      if (!dropped || dropped !== carried) return;
      if (event.clientY > top + height / 2) item.after(dropped);
      else item.before(dropped);
    });
  }
}

/** A box that follows the pointer, listening as most libraries do: on the box for the press, on the document for the rest. */
function makeMovable(box: HTMLElement, kind: 'mouse' | 'pointer'): void {
  let from: { x: number; y: number } | undefined;
  box.addEventListener(`${kind}down`, (event) => {
    from = { x: (event as MouseEvent).clientX, y: (event as MouseEvent).clientY };
    event.preventDefault();
  });
  document.addEventListener(`${kind}move`, (event) => {
    const { clientX, clientY, buttons } = event as MouseEvent;
    if (from && buttons === 1) box.style.translate = `${clientX - from.x}px ${clientY - from.y}px`;
  });
  document.addEventListener(`${kind}up`, () => (from = undefined));
}

describe('drag by drag events', () => {
  it('ends after what it is dropped on down a list, before it up a list, and says where', async () => {
    mount(LIST);
    makeSortable();
    const act = makeActor();
    expect(show(await act({ name: 'drag', ref: 'a', to: 'c' }))).toContain('now item 3 of 4 in ul "Tasks"');
    expect(order()).toBe('bcad');
    expect(show(await act({ name: 'drag', ref: 'd', to: 'c' }))).toContain('now item 2 of 4');
    expect(order()).toBe('bdca');
  });

  it('sends what browsers send, in order', async () => {
    mount(LIST);
    makeSortable();
    const source = recordEvents(byId('a'), [
      'pointerdown',
      'mousedown',
      'dragstart',
      'pointercancel',
      'dragend',
    ]);
    const target = recordEvents(byId('b'), ['dragenter', 'drop']);
    await makeActor()({ name: 'drag', ref: 'a', to: 'b' });
    expect(source).toEqual(['pointerdown', 'mousedown', 'dragstart', 'pointercancel', 'dragend']);
    expect(target).toEqual(['dragenter', 'drop']);
  });

  it('drops only where the page takes it, and says that nothing moved', async () => {
    mount(`${LIST}<div id="no" style="height:60px">No</div>`);
    const seen = recordEvents(byId('no'), ['dragover', 'dragleave', 'drop']);
    const result = await makeActor()({ name: 'drag', ref: 'a', to: 'no' });
    expect(show(result)).toContain('not-moved: li was dragged and nothing changed');
    expect(new Set(seen)).toEqual(new Set(['dragover', 'dragleave']));
  });

  it('is a pointer drag when dragstart is called off', async () => {
    mount('<div id="box" draggable="true" style="width:40px;height:40px">Box</div>');
    byId('box').addEventListener('dragstart', (event) => event.preventDefault());
    const seen = recordEvents(byId('box'), ['pointerup', 'dragend']);
    await makeActor()({ name: 'drag', ref: 'box', by: { x: 5, y: 5 } });
    expect(seen).toEqual(['pointerup']);
  });
});

/** A list that looks every 50 ms whether the pointer has moved, and makes room over 150 ms meanwhile (as SortableJS does). */
function makeSlowSortable(): void {
  let carried: HTMLElement | undefined;
  let newest = '';
  let handled = '';
  const look = (): void => {
    if (!carried || newest === handled) return;
    handled = newest;
    const [x = 0, y = 0] = newest.split(' ').map(Number);
    const over = document.elementFromPoint(x, y)?.closest('li');
    if (!over || over === carried || over.getAnimations().length > 0) return;
    const tops = new Map([...document.querySelectorAll('li')].map((item) => [item, item.offsetTop]));
    if (over.offsetTop > carried.offsetTop) over.after(carried);
    else over.before(carried);
    for (const [item, top] of tops)
      item.animate([{ translate: `0 ${top - item.offsetTop}px` }, { translate: '0 0' }], 150);
  };
  document.addEventListener('pointermove', ({ clientX, clientY }) => (newest = `${clientX} ${clientY}`));
  for (const item of document.querySelectorAll('li'))
    item.addEventListener('pointerdown', () => (carried = item));
  const timer = setInterval(look, 50);
  document.addEventListener('pointerup', () => clearInterval(timer));
}

describe('drag by the pointer', () => {
  it.each([
    ['a', 'c', 'bcad'],
    ['d', 'a', 'dabc'],
  ])('of %s onto %s waits for a list that makes room slowly', async (ref, to, expected) => {
    mount(LIST.replaceAll('draggable="true"', ''));
    makeSlowSortable();
    await makeActor()({ name: 'drag', ref, to });
    expect(order()).toBe(expected);
  });

  it.each(['mouse', 'pointer'] as const)('moves what listens to the %s', async (kind) => {
    mount('<div id="box" style="width:40px;height:40px">Box</div>');
    makeMovable(byId('box'), kind);
    expect(show(await makeActor()({ name: 'drag', ref: 'box', by: { x: 60, y: 25 } }))).toContain(
      'it has moved by 60, 25',
    );
    expect(byId('box').style.translate).toBe('60px 25px');
  });

  it('reaches a target far down the page, and comes over what lies on the way', async () => {
    mount(`<div id="box" style="width:40px;height:40px">Box</div><div id="mid" style="height:300px">Between</div>
      <div style="height:2000px"></div><div id="far" style="height:80px">Far</div>`);
    makeMovable(byId('box'), 'pointer');
    const entered = recordEvents(byId('mid'), ['pointerenter', 'pointerleave']);
    await makeActor()({ name: 'drag', ref: 'box', to: 'far' });
    const far = byId('far').getBoundingClientRect();
    const box = byId('box').getBoundingClientRect();
    expect(far.bottom <= innerHeight && far.top >= 0).toBe(true);
    expect(entered.length).toBeLessThanOrEqual(2);
    expect(Math.abs(box.left + box.width / 2 - far.left - far.width / 2)).toBeLessThan(2);
  });

  it('ends with the click of hardware, but never sets off a button', async () => {
    mount(
      '<div id="pad" style="width:200px;height:40px">Pad</div><button id="go" style="width:200px">Go</button>',
    );
    const seen = [recordEvents(byId('pad'), ['click']), recordEvents(byId('go'), ['click'])];
    const act = makeActor();
    for (const ref of ['pad', 'go']) await act({ name: 'drag', ref, by: { x: 20, y: 0 } });
    expect(seen).toEqual([['click'], []]);
  });

  it('lets go when the run is stopped', async () => {
    mount('<div id="box" style="width:40px;height:40px">Box</div>');
    const stop = new AbortController();
    byId('box').addEventListener('pointerdown', () => stop.abort());
    const seen = recordEvents(byId('box'), ['pointercancel', 'mouseup', 'pointerup']);
    const result = await makeActor()(
      { name: 'drag', ref: 'box', by: { x: 90, y: 0 } },
      { signal: stop.signal },
    );
    expect(result).toMatchObject({ status: 'failed', failure: { code: 'stopped' } });
    expect(seen).toEqual(['pointercancel', 'mouseup']);
  });
});

describe('drag by keys', () => {
  it('lifts, moves and puts down what says that the space bar does so', async () => {
    mount(LIST.replaceAll('draggable="true"', 'tabindex="0" aria-roledescription="sortable"'));
    let lifted = false;
    for (const item of document.querySelectorAll('li')) {
      item.addEventListener('keydown', ({ key }) => {
        if (key === ' ') lifted = !lifted;
        if (lifted && key === 'ArrowDown') item.nextElementSibling?.after(item);
        item.focus();
      });
    }
    expect(show(await makeActor()({ name: 'drag', ref: 'a', to: 'c' }))).toContain('now item 3 of 4');
    expect([order(), lifted]).toEqual(['bcad', false]);
  });

  it('never presses Space on anything else', async () => {
    mount('<button id="go">Go</button><div id="to" style="height:40px">To</div>');
    const seen = recordEvents(byId('go'), ['keydown', 'click']);
    expect(show(await makeActor()({ name: 'drag', ref: 'go', to: 'to' }))).toContain('not-moved');
    expect(seen).toEqual([]);
  });
});

describe('drag is bound to its elements', () => {
  it('needs exactly one end', async () => {
    mount(LIST);
    const act = makeActor();
    for (const args of [{}, { to: 'b', by: { x: 1, y: 1 } }, { by: { x: 1 } }]) {
      expect(show(await act({ name: 'drag', ref: 'a', ...args }))).toContain('bad-arguments');
    }
    expect(show(await act({ name: 'drag', ref: 'a', to: 'gone' }))).toContain('stale-ref');
  });

  it('does not begin when the target is another than was judged, or hidden', async () => {
    mount(`${LIST}<div id="trash" role="button" aria-label="Trash" style="height:40px"></div>`);
    const others = [{ ...makeTarget(byId('trash')), ref: 'trash' }];
    const expected = { ...makeTarget(byId('a')), ref: 'a' };
    byId('trash').setAttribute('aria-label', 'Done');
    const seen = recordEvents(byId('a'), ['pointerdown']);
    const act = makeActor();
    const result = await act({ name: 'drag', ref: 'a', to: 'trash' }, { expected, others });
    expect(result).toMatchObject({ status: 'failed', failure: { code: 'changed-since-approval' } });
    byId('trash').style.display = 'none';
    expect(show(await act({ name: 'drag', ref: 'a', to: 'trash' }))).toContain('not-visible');
    expect(seen).toEqual([]);
  });
});

describe('a pointer that the page captures', () => {
  const world = createWorldKeeper(window, () => installPageWorld(window));
  afterEach(() => world.take()?.release());

  it('goes to what captured it, which has it until the release', async () => {
    mount(
      '<div id="thumb" style="width:40px;height:40px">Thumb</div><p id="else" style="height:300px">Else</p>',
    );
    const seen: unknown[] = [];
    const thumb = byId('thumb');
    thumb.addEventListener('pointerdown', ({ pointerId }) => {
      thumb.setPointerCapture(pointerId);
      seen.push(thumb.hasPointerCapture(pointerId));
    });
    thumb.addEventListener('pointermove', ({ pointerId, clientX, clientY, buttons }) => {
      if (thumb.hasPointerCapture(pointerId)) thumb.textContent = `${clientX} ${clientY} ${buttons}`;
    });
    thumb.addEventListener('lostpointercapture', ({ pointerId }) =>
      seen.push(thumb.hasPointerCapture(pointerId)),
    );
    const elsewhere = recordEvents(byId('else'), ['pointermove', 'pointerup', 'mousemove']);
    const result = await makeActor({ world: world.take })({
      name: 'drag',
      ref: 'thumb',
      by: { x: 90, y: 200 },
    });
    expect(result).toMatchObject({ status: 'done' });
    expect([thumb.textContent, seen, elsewhere]).toEqual(['110 220 1', [true, false], []]);
  });

  it("leaves a pointer alone that is not the run's", () => {
    mount('<div id="pad"></div>');
    world.take()?.hold();
    expect(() => byId('pad').setPointerCapture(77)).toThrow();
    expect(byId('pad').hasPointerCapture(1)).toBe(false);
  });
});
