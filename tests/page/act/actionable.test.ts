import { describe, expect, it, vi } from 'vitest';
import { byId, makeActor, mount, recordEvents, show } from './support';

describe('before an action', () => {
  it('says that a ref is gone, and what to do', async () => {
    const message =
      'stale-ref: This element is no longer in the page. Observe again and use a ref from the new observation.';
    expect(show(await makeActor()({ name: 'click', ref: 'nothing' }))).toBe(message);
    const gone = document.createElement('button');
    expect(show(await makeActor({ elementOf: () => gone })({ name: 'click', ref: 'e1' }))).toBe(message);
  });

  it('scrolls nested areas until the element is in view', async () => {
    mount(`<div style="height:3000px"></div><div style="height:100px;overflow:auto">
      <div style="height:900px"></div><button id="deep">Deep</button><div style="height:900px"></div></div>`);
    const seen = recordEvents(byId('deep'), ['click']);
    await makeActor()({ name: 'click', ref: 'deep' });
    expect(seen).toEqual(['click']);
    const { top, bottom } = byId('deep').getBoundingClientRect();
    expect(top >= 0 && bottom <= innerHeight).toBe(true);
  });

  it('names what covers the element', async () => {
    mount(`<button id="pay">Pay</button>
      <div role="dialog" aria-label="Cookies" style="position:fixed;inset:0;background:#fff"><p>We use cookies</p></div>`);
    const clicked = vi.fn();
    byId('pay').addEventListener('click', clicked);
    expect(show(await makeActor()({ name: 'click', ref: 'pay' }))).toBe(
      'covered: button "Pay" is covered by dialog "Cookies". Close or answer that first.',
    );
    expect(clicked).not.toHaveBeenCalled();
  });

  it('types into a field that fades in only as it gets the focus', async () => {
    mount('<span>Town</span><div style="opacity:0"><input id="town" aria-label="Town"></div>');
    const typed = await makeActor()({ name: 'type_text', ref: 'town', text: 'Bern' });
    expect(typed).toMatchObject({ status: 'done', effect: { value: 'Bern' } });
  });

  it('waits for a cover to go away', async () => {
    mount(
      '<button id="pay">Pay</button><div id="veil" style="position:fixed;inset:0;background:#fff"></div>',
    );
    setTimeout(() => byId('veil').remove(), 150);
    expect(await makeActor()({ name: 'click', ref: 'pay' })).toMatchObject({ status: 'done' });
  });

  it('finds the free part of a partly covered element, and one under a sticky header', async () => {
    mount(`<div style="position:sticky;top:0;height:60px;background:#fff">Header</div>
      <button id="a" style="width:300px;height:40px">A</button><div style="height:4000px"></div><button id="b">B</button><div style="height:4000px"></div>
      <div style="position:fixed;left:60px;right:0;top:0;height:200px;background:#eee"></div>`);
    const act = makeActor();
    expect(await act({ name: 'click', ref: 'a' })).toMatchObject({ status: 'done' });
    byId('b').scrollIntoView({ block: 'start' });
    expect(await act({ name: 'click', ref: 'b' })).toMatchObject({ status: 'done' });
  });

  it('refuses the hidden and the disabled, and waits until they are not', async () => {
    mount(`<button id="hidden" style="visibility:hidden">H</button><button id="off" disabled>D</button>
      <fieldset disabled><button id="inner">I</button></fieldset><div aria-disabled="true"><button id="aria">A</button></div>
      <input id="clear" style="opacity:0" aria-label="Trap"><button id="later" disabled>Later</button>`);
    const act = makeActor();
    const codes = await Promise.all(
      ['hidden', 'off', 'inner', 'aria'].map(
        async (ref) => show(await act({ name: 'click', ref })).split(':')[0],
      ),
    );
    expect(codes).toEqual(['not-visible', 'disabled', 'disabled', 'disabled']);
    expect(show(await act({ name: 'type_text', ref: 'clear', text: 'x' }))).toContain('not-visible');
    setTimeout(() => byId('later').removeAttribute('disabled'), 100);
    expect(await act({ name: 'click', ref: 'later' })).toMatchObject({ status: 'done' });
  });

  it('works inside open shadow roots', async () => {
    mount('<div id="host"></div>');
    const root = byId('host').attachShadow({ mode: 'open' });
    root.innerHTML = '<slot></slot><button id="in">In</button>';
    root.querySelector('button')?.addEventListener('click', () => root.append(document.createElement('p')));
    expect(await makeActor()({ name: 'click', ref: 'in' })).toMatchObject({
      status: 'done',
      effect: { added: 1 },
    });
  });

  it('is not led astray by a form that shadows its members', async () => {
    mount(
      '<form><input name="parentNode"><input name="matches"><input name="getAttribute"><button type="button" id="go">Go</button></form>',
    );
    expect(await makeActor()({ name: 'click', ref: 'go' })).toMatchObject({ status: 'done' });
  });

  it('waits until it stands still, and hits what never does', async () => {
    mount(`<style>@keyframes in { from { translate: 0 300px } }
      @keyframes sway { from { translate: 0 } to { translate: 200px } }</style>
      <button id="slides" style="animation: in 300ms linear">A</button>
      <button id="sways" style="animation: sway 400ms linear infinite alternate">B</button>`);
    const at: number[] = [];
    byId('slides').addEventListener('click', () => at.push(byId('slides').getBoundingClientRect().top));
    const swayed = recordEvents(byId('sways'), ['click']);
    const act = makeActor();
    await act({ name: 'click', ref: 'slides' });
    await act({ name: 'click', ref: 'sways' });
    expect(at.map(Math.round)).toEqual([0]);
    expect(swayed).toEqual(['click']);
  });

  it('does not take a frame in which time stood still for the end of a motion', async () => {
    mount('<button id="slides">A</button>');
    const motion = byId('slides').animate({ translate: ['0 300px', '0'] }, 300);
    motion.currentTime = 150;
    motion.playbackRate = 0;
    const at: number[] = [];
    byId('slides').addEventListener('click', () => at.push(byId('slides').getBoundingClientRect().top));
    const clicked = makeActor()({ name: 'click', ref: 'slides' });
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
    motion.playbackRate = 1;
    await clicked;
    expect(at.map(Math.round)).toEqual([0]);
  });

  it('finds the one free corner of a large element', async () => {
    mount(`<div id="map" role="button" style="width:900px;height:3000px"></div>
      <div style="position:fixed;left:0;top:0;right:20px;bottom:0"></div>`);
    const seen = recordEvents(byId('map'), ['click']);
    document.body.style.width = '900px';
    byId('map').style.width = `${innerWidth}px`;
    await makeActor()({ name: 'click', ref: 'map' });
    expect(seen).toEqual(['click']);
  });

  it('hits links that are broken over lines, and what is turned, scaled or zoomed', async () => {
    mount(`<p style="width:120px;font:20px/40px monospace">some words <a id="wrapped" href="#x">and a link</a></p>
      <div style="transform:rotate(45deg) scale(.5);width:200px"><button id="turned">Turned</button></div>
      <div style="zoom:2"><button id="zoomed">Zoomed</button></div>`);
    const ids = ['wrapped', 'turned', 'zoomed'];
    const seen = ids.map((id) => recordEvents(byId(id), ['click']));
    byId('wrapped').addEventListener('click', (event) => event.preventDefault());
    const act = makeActor();
    for (const ref of ids) await act({ name: 'click', ref });
    expect(seen).toEqual([['click'], ['click'], ['click']]);
  });

  it('looks through overlays that let clicks pass', async () => {
    mount('<button id="go">Go</button><div style="position:fixed;inset:0;pointer-events:none"></div>');
    expect(await makeActor()({ name: 'click', ref: 'go' })).toMatchObject({ status: 'done' });
  });

  it('names what opens a closed section, a rolled-up panel, and what has its clicks switched off', async () => {
    mount(`<details><summary id="more">More</summary><button id="a">A</button></details>
      <button id="toggle" aria-expanded="false" aria-controls="panel">Filters</button>
      <div id="panel" style="height:0;overflow:hidden"><button id="b">B</button></div>
      <div style="height:40px"><a id="c" href="#x" style="pointer-events:none">C</a></div>`);
    const act = makeActor();
    const [a, b, c] = await Promise.all(
      ['a', 'b', 'c'].map(async (ref) => show(await act({ name: 'click', ref }))),
    );
    expect(a).toContain('not-visible: button "A" is not visible. It is in a part that summary');
    expect(b).toContain('button "B" is not visible. It is in a part that button "Filters" opens');
    expect(c).toContain('disabled: link "C" takes no clicks');
  });

  it('clicks inside a frame that its parent has scrolled away', async () => {
    mount('<div style="height:3000px"></div><iframe id="frame" srcdoc="<button id=in>In</button>"></iframe>');
    const frame = byId<HTMLIFrameElement>('frame');
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const inner = frame.contentWindow as Window & typeof globalThis;
    const button = inner.document.getElementById('in');
    const seen = recordEvents(button ?? window, ['click']);
    const act = makeActor({ window: inner, elementOf: () => button ?? undefined });
    expect(await act({ name: 'click', ref: 'in' })).toMatchObject({ status: 'done' });
    expect(seen).toEqual(['click']);
  });

  it('presses the innermost thing that is drawn, as a hand does', async () => {
    mount('<div id="tab" role="tab"><a id="inner" role="presentation" style="display:block">Tab</a></div>');
    const seen: unknown[] = [];
    byId('tab').addEventListener('click', ({ target }) => seen.push(target));
    await makeActor()({ name: 'click', ref: 'tab' });
    expect(seen).toEqual([byId('inner')]);
  });
});
