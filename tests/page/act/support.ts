import { afterEach } from 'vitest';
import type { ActionResult } from '../../../lib/trajectories/action';
import type { Target } from '../../../lib/trajectories/target';
import { type ActDeps, type Actor, createActor } from '../../../lib/page/act/actor/create-actor';

afterEach(() => {
  document.body.replaceChildren();
  window.scrollTo(0, 0);
});

/** Puts HTML into the page of the test; refs are ids. */
export function mount(html: string): HTMLElement {
  document.body.style.margin = '0';
  const holder = document.createElement('div');
  holder.innerHTML = html;
  document.body.append(holder);
  return holder;
}

/** Runs what a page's own script would do. */
export function byId<T extends Element = HTMLElement>(id: string): T {
  const found = findDeep(document, id);
  if (!found) throw new Error(`no #${id}`);
  return found as unknown as T;
}

function findDeep(root: Document | ShadowRoot, id: string): Element | undefined {
  const direct = root.getElementById(id);
  if (direct) return direct;
  for (const element of root.querySelectorAll('*')) {
    const inner = element.shadowRoot && findDeep(element.shadowRoot, id);
    if (inner) return inner;
  }
  return undefined;
}

const ROLES: Record<string, string> = {
  a: 'link',
  textarea: 'textbox',
  select: 'combobox',
  div: 'generic',
  p: 'paragraph',
};

/** A much simplified reading; the real one is tested with the observation. */
export function describeSimply(element: Element): { role: string; name: string } {
  const type = element.getAttribute('type') ?? 'text';
  const inputRole = ['checkbox', 'radio'].includes(type) ? type : 'textbox';
  const tag = element.localName;
  const role = element.getAttribute('role') ?? (tag === 'input' ? inputRole : (ROLES[tag] ?? tag));
  const labels = (element as HTMLInputElement).labels;
  const said = element.getAttribute('aria-label') ?? labels?.[0]?.textContent;
  const ownText = ['button', 'a', 'option', 'h2'].includes(tag) || ['option', 'button'].includes(role);
  return { role, name: (said ?? (ownText ? element.textContent : '')).trim() };
}

export function makeActor(deps: Partial<ActDeps> = {}): Actor {
  return createActor({
    window,
    elementOf: (ref) => findDeep(document, ref),
    describe: describeSimply,
    refOf: (element) => element.id || 'e0',
    ...deps,
  });
}

export function makeTarget(element: Element, facts: Partial<Target> = {}): Target {
  const { role, name } = describeSimply(element);
  return {
    ref: 'e1',
    fingerprint: { role, name, tag: element.localName, attributes: {}, within: [], nth: 0, of: 1 },
    origin: location.origin,
    ...(element instanceof HTMLAnchorElement ? { href: element.href } : {}),
    ...facts,
  };
}

/** The types of the events that reach the element, in order, its own children's too. */
export function recordEvents(target: EventTarget, types: readonly string[]): string[] {
  const seen: string[] = [];
  for (const type of types) target.addEventListener(type, () => seen.push(type));
  return seen;
}

/** One line: message and effect, or code and message. */
export function show(result: ActionResult): string {
  if (result.status === 'failed') return `${result.failure.code}: ${result.failure.message}`;
  if (result.status === 'unknown') return `unknown: ${result.message}`;
  return `${result.message} ${JSON.stringify(result.effect)}`;
}
