import type { Widget } from './zoo.ts';

/** Every widget in a chunk of its own, loaded when the page asks for it: `/?widget=<id>`. */
const WIDGETS = import.meta.glob<Widget>('./widgets/*.{ts,tsx}');

function find<E extends Element>(selector: string): E {
  const element = document.querySelector<E>(selector);
  if (!element) throw new Error(`The page has no ${selector}.`);
  return element;
}

function pathOf(id: string): string | undefined {
  return Object.keys(WIDGETS).find((path) => path.replace(/^.*\/|\.tsx?$/g, '') === id);
}

function showList(root: HTMLElement): void {
  document.title = find('h1').textContent = 'Widget zoo';
  const list = document.createElement('ul');
  for (const path of Object.keys(WIDGETS)) {
    const link = document.createElement('a');
    link.textContent = path.replace(/^.*\/|\.tsx?$/g, '');
    link.href = `/?widget=${link.textContent}`;
    list.appendChild(document.createElement('li')).append(link);
  }
  root.append(list);
}

async function showWidget(root: HTMLElement, id: string): Promise<void> {
  const load = WIDGETS[pathOf(id) ?? ''];
  if (!load) throw new Error(`There is no widget "${id}".`);
  const widget = await load();
  document.title = find('h1').textContent = widget.title;
  let read: () => unknown = () => null;
  await widget.mount(root, { state: (reader) => (read = reader) });
  globalThis.zooState = () => read();
}

const root = find<HTMLElement>('#widget');
const id = new URLSearchParams(location.search).get('widget');
if (id === null) showList(root);
else showWidget(root, id).catch((error: unknown) => (globalThis.zooFailure = String(error)));
