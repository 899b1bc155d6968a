import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';

let root: HTMLElement | undefined;

afterEach(() => {
  if (root) render(null, root);
  root?.remove();
  root = undefined;
});

/**
 * Renders a view into the page; rendering again updates it. Its effects have run by then: left to themselves they wait for a
 * frame, which is late in a page that is not in front, and never comes with faked timers.
 */
export function mount(view: VNode): HTMLElement {
  const place = (root ??= document.body.appendChild(document.createElement('div')));
  void act(() => render(view, place));
  return place;
}
