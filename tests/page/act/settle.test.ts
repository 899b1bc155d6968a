import { describe, expect, it } from 'vitest';
import { SETTLE_TIMEOUT_MS } from '../../../lib/page/act/effect/settle';
import { Observer } from '../../../lib/page/observe/observer';
import { Refs } from '../../../lib/page/observe/refs';
import { byId, makeActor, mount } from './support';

const STYLE = `<style>
  @keyframes fade { from { opacity: 0 } }
  @keyframes spin { to { rotate: 1turn } }
  .fade { animation: fade 300ms both }
  .slow { transition: opacity 300ms; opacity: 0 }
  .slow.shown { opacity: 1 }
  .spin { width: 9px; height: 9px; animation: spin 1s linear infinite }
</style>`;

function onClick(change: () => void): void {
  byId('go').addEventListener('click', change, { once: true });
}

function timeLeft(element: Element): number {
  return element.getAnimations().filter((animation) => animation.playState === 'running').length;
}

describe('settling', () => {
  it('waits until what the action faded in can be seen', async () => {
    mount(`${STYLE}<button id="go">New note</button><div id="place"></div>`);
    onClick(
      () => (byId('place').innerHTML = '<form class="fade" id="editor"><input aria-label="Title"></form>'),
    );
    await makeActor()({ name: 'click', ref: 'go' });
    expect(timeLeft(byId('editor'))).toBe(0);
    const { text } = new Observer(window, new Refs()).observeAtOnce({ scope: 'page' });
    expect(text).toContain('textbox "Title"');
  });

  it('waits for a transition, and inside a shadow root', async () => {
    mount(`${STYLE}<div id="host"></div>`);
    const shadow = byId('host').attachShadow({ mode: 'open' });
    shadow.innerHTML = `${STYLE}<button id="go">Open</button><p class="slow" id="note">Hello</p>`;
    onClick(() => byId('note').classList.add('shown'));
    await makeActor()({ name: 'click', ref: 'go' });
    expect(getComputedStyle(byId('note')).opacity).toBe('1');
  });

  it('does not wait for a spinner, nor for what was moving before', async () => {
    mount(
      `${STYLE}<button id="go">Load</button><p id="old" style="animation: fade 60s">Slow</p><div id="place"></div>`,
    );
    onClick(() => (byId('place').innerHTML = '<div class="spin"></div>'));
    const begunAt = performance.now();
    await makeActor()({ name: 'click', ref: 'go' });
    expect(performance.now() - begunAt).toBeLessThan(SETTLE_TIMEOUT_MS);
    expect(timeLeft(byId('old'))).toBe(1);
  });

  it('waits no longer than its limit for a finite animation', async () => {
    mount(`${STYLE}<button id="go">Load</button><p id="bar">Loading</p>`);
    onClick(() => byId('bar').setAttribute('style', 'animation: fade 60s'));
    await makeActor()({ name: 'click', ref: 'go' });
    expect(timeLeft(byId('bar'))).toBe(1);
  });
});
