import Sortable from 'sortablejs';
import type { Zoo } from '../zoo.ts';

export const title = 'Rank the tasks';

/** With the browser's own drag and drop, and with the library's pointer-driven substitute for it. */
export function mount(root: HTMLElement, zoo: Zoo): void {
  const byBrowser = makeList(root, 'This week', ['Paint', 'Plant', 'Polish', 'Print'], false);
  const byPointer = makeList(root, 'Next week', ['Bake', 'Brew', 'Braid', 'Build'], true);
  zoo.state(() => ({ thisWeek: byBrowser.toArray(), nextWeek: byPointer.toArray() }));
}

function makeList(root: HTMLElement, name: string, tasks: string[], forceFallback: boolean): Sortable {
  const heading = document.createElement('h2');
  heading.textContent = name;
  const list = document.createElement('ul');
  list.ariaLabel = name;
  for (const task of tasks) {
    const item = document.createElement('li');
    item.dataset.id = item.textContent = task;
    item.style.cssText = 'cursor: grab; padding: 8px; border: 1px solid #ccc; max-width: 240px';
    list.append(item);
  }
  root.append(heading, list);
  return Sortable.create(list, { animation: 150, forceFallback });
}
