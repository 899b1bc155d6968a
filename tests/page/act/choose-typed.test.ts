import { afterEach, describe, expect, it, vi } from 'vitest';
import { installPageWorld } from '../../../lib/page/world/install-page-world';
import { createWorldKeeper } from '../../../lib/page/world/world-keeper';
import { byId, makeActor, mount } from './support';

const world = createWorldKeeper(window, () => installPageWorld(window));

afterEach(() => world.take()?.release());

/** A combobox that says that it is open and whose list is drawn by `fill`; typing offers to create what was typed. */
function mountCreatable(fill: (list: HTMLElement) => void): { typed: string[]; chosen: () => string } {
  mount(
    '<div><span id="chip"></span><input id="tag" role="combobox" aria-label="Tag" aria-expanded="false" aria-controls="list"></div><div id="list" role="listbox"></div>',
  );
  const field = byId<HTMLInputElement>('tag');
  const list = byId('list');
  const typed: string[] = [];
  field.addEventListener('click', () => {
    field.setAttribute('aria-expanded', 'true');
    fill(list);
  });
  field.addEventListener('input', () => {
    typed.push(field.value);
    list.innerHTML = field.value === '' ? '' : `<div role="option">Create "${field.value}"</div>`;
  });
  list.addEventListener('click', ({ target }) => {
    byId('chip').textContent =
      /^Create "(.*)"$/.exec((target as Element).textContent)?.[1] ?? (target as Element).textContent;
    field.value = '';
    list.innerHTML = '';
    field.setAttribute('aria-expanded', 'false');
  });
  return { typed, chosen: () => byId('chip').textContent };
}

describe('choose in a list that can be typed into', () => {
  it('types soon where the list opens empty and the page asks nobody for options', async () => {
    const widget = mountCreatable(() => undefined);
    const begunAt = performance.now();
    const done = await makeActor({ world: world.take })({ name: 'choose', ref: 'tag', text: 'Hazelnuts' });
    expect(done).toMatchObject({ status: 'done' });
    expect(widget.chosen()).toBe('Hazelnuts');
    // Options that may yet come are waited for longer than that.
    expect(performance.now() - begunAt).toBeLessThan(4000);
  });

  it('waits for options that are being fetched', async () => {
    const answer = Promise.withResolvers<Response>();
    vi.spyOn(window, 'fetch').mockReturnValue(answer.promise);
    const widget = mountCreatable((list) => {
      setTimeout(() => answer.resolve(new Response('Walnuts')), 900);
      void window
        .fetch('/options')
        .then((response) => response.text())
        .then((text) => {
          list.innerHTML = `<div role="option">${text}</div>`;
        });
    });
    const done = await makeActor({ world: world.take })({ name: 'choose', ref: 'tag', text: 'Walnuts' });
    expect(done).toMatchObject({ status: 'done' });
    expect(widget).toMatchObject({ typed: [] });
    expect(widget.chosen()).toBe('Walnuts');
  });
});
