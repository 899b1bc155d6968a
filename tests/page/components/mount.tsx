import { render, type VNode } from 'preact';
import { afterEach } from 'vitest';

let root: HTMLElement | undefined;

afterEach(() => {
  if (root) render(null, root);
  root?.remove();
  root = undefined;
});

/** Renders a view into the page; rendering again updates it. */
export function mount(view: VNode): HTMLElement {
  root ??= document.body.appendChild(document.createElement('div'));
  render(view, root);
  return root;
}
