import { describe, expect, it } from 'vitest';
import { Observer } from '../../../lib/page/observe/observer';
import { Refs } from '../../../lib/page/observe/refs';
import { byId, makeActor, mount, recordEvents, show } from './support';

describe('scroll', () => {
  it('says how far it went and when it is at the end', async () => {
    mount(`<div style="height:${innerHeight * 3}px"></div>`);
    const act = makeActor();
    const screen = Math.round(innerHeight * 0.9);
    const first = await act({ name: 'scroll' });
    expect(first).toMatchObject({ effect: { scrolled: screen } });
    expect(show(first)).toContain(
      `scrolled the page ${screen} px down, now at ${screen} of ${innerHeight * 2}`,
    );
    await act({ name: 'scroll', to: 'bottom' });
    expect(show(await act({ name: 'scroll', direction: 'down' }))).toContain(
      'the page is at its end already',
    );
    expect(await act({ name: 'scroll', direction: 'up', pages: 50 })).toMatchObject({
      effect: { scrolled: -innerHeight * 2 },
    });
  });

  it('scrolls the area around an element, and the main area of a page that stands still', async () => {
    mount(
      '<div id="area" role="region" aria-label="List" style="height:200px;overflow-y:auto"><p id="p">x</p><div style="height:2000px"></div></div>',
    );
    const act = makeActor();
    await act({ name: 'scroll', ref: 'p', direction: 'down', pages: 1 });
    expect(byId('area').scrollTop).toBe(180);
    expect(show(await act({ name: 'scroll', pages: 1 }))).toContain('scrolled region "List" 180 px down');
  });

  it('brings an element into view', async () => {
    mount('<div style="height:4000px"></div><button id="b">B</button>');
    const result = await makeActor()({ name: 'scroll', ref: 'b' });
    expect(show(result)).toMatch(/^scrolled \d+ px down to button "B"/);
    expect(byId('b').getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight);
  });

  it('goes on from the end of a list that loads more there', async () => {
    mount(
      '<div id="list" style="height:100px;overflow:auto"><div id="inside" style="height:400px">Rows</div></div>',
    );
    const act = makeActor();
    await act({ name: 'scroll', ref: 'inside', to: 'bottom' });
    setTimeout(() => (byId('inside').style.height = '900px'), 200);
    expect(show(await act({ name: 'scroll', ref: 'inside', to: 'bottom' }))).toContain('now at 800 of 800');
  });

  it('says when nothing scrolls', async () => {
    mount('short');
    expect(show(await makeActor()({ name: 'scroll' }))).toContain('nothing here scrolls; nothing changed');
  });

  it('counts what scrolling loads', async () => {
    mount('<div id="list" style="height:5000px"></div>');
    addEventListener('scroll', () => byId('list').append(document.createElement('p')), { once: true });
    expect(await makeActor()({ name: 'scroll' })).toMatchObject({ effect: { added: 1 } });
  });
});

describe('hover', () => {
  it('opens what opens on hover', async () => {
    mount('<div id="m" role="button" aria-label="Menu">Menu</div>');
    const seen = recordEvents(byId('m'), [
      'pointerover',
      'pointerenter',
      'mouseover',
      'mouseenter',
      'pointermove',
      'mousemove',
    ]);
    byId('m').addEventListener('mouseover', () =>
      byId('m').insertAdjacentHTML('afterend', '<a href="#">Item</a>'),
    );
    expect(show(await makeActor()({ name: 'hover', ref: 'm' }))).toBe(
      'the pointer is on button "Menu"; 1 element appeared {"added":1}',
    );
    expect(seen).toHaveLength(6);
  });
});

describe('read_page', () => {
  it('reads what is visible, never a password', async () => {
    mount(
      '<p>One<span style="visibility:hidden">SECRET</span></p><input type="password" value="SECRET"><script>SECRET</script>',
    );
    const result = await makeActor()({ name: 'read_page' });
    expect(result).toMatchObject({
      status: 'done',
      message: 'the page as Markdown, 3 characters; 1 hidden text left out',
      data: 'One',
    });
  });

  it('reads one part', async () => {
    mount('<p id="p">Part</p><p>Rest</p>');
    expect(await makeActor()({ name: 'read_page', ref: 'p' })).toMatchObject({ data: 'Part' });
  });

  it.each([
    ['opacity', '<div style="opacity:.3"><p style="opacity:.3">SECRET</p></div>'],
    ['one pixel', '<p style="position:absolute;width:1px;height:1px;overflow:hidden">SECRET</p>'],
    ['clip', '<span style="position:absolute;clip:rect(0 0 0 0);width:1px;height:1px">SECRET</span>'],
    ['off the page', '<p style="position:absolute;left:-9999px">SECRET</p>'],
    ['tiny letters', '<p style="font-size:1px">SECRET</p>'],
    ['transparent letters', '<p style="color:transparent">SECRET</p>'],
    ['closed details', '<details><summary>More</summary><p>SECRET</p></details>'],
    ['inert', '<div inert><p>SECRET</p></div>'],
    ['content-visibility', '<div style="content-visibility:hidden"><p>SECRET</p></div>'],
  ])('leaves out what an observation leaves out: %s', async (_kind, html) => {
    mount(`<p>Shown</p>${html}`);
    const observed = new Observer(window, new Refs()).observeAtOnce({ scope: 'page' });
    expect(observed.text).not.toContain('SECRET');
    const read = await makeActor()({ name: 'read_page' });
    expect(read).toMatchObject({ data: expect.stringMatching(/^Shown(\n\nMore)?$/) });
    expect(await makeActor()({ name: 'find_text', text: 'secret' })).toMatchObject({ data: '' });
  });
});

describe('wait_for', () => {
  it('waits for text to come and to go', async () => {
    mount('<p id="p">Loading</p>');
    setTimeout(() => (byId('p').textContent = 'Order 7 placed'), 60);
    const act = makeActor();
    expect(show(await act({ name: 'wait_for', text: 'order 7' }))).toMatch(/^"order 7" is shown after \d/);
    setTimeout(() => (byId('p').style.display = 'none'), 60);
    expect(show(await act({ name: 'wait_for', gone: 'Order 7' }))).toContain('"Order 7" is gone after');
  });

  it('gives up at its limit', async () => {
    mount('<p>Loading</p>');
    expect(show(await makeActor()({ name: 'wait_for', text: 'Ready', seconds: 0.2 }))).toBe(
      'wait-timeout: Waited 0.2 s and it is still not so that "Ready" is shown. Observe the page as it is.',
    );
    expect(show(await makeActor()({ name: 'wait_for', seconds: 0.05 }))).toBe('waited 0.05 s {}');
    expect(show(await makeActor()({ name: 'wait_for' }))).toContain('bad-arguments');
  });
});
