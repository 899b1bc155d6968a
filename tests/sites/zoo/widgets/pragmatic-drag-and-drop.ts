import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { Zoo } from '../zoo.ts';

export const title = 'Kanban board';

const COLUMNS = ['To do', 'Doing', 'Done'];

export function mount(root: HTMLElement, zoo: Zoo): void {
  const columnOf: Record<string, string> = { 'Write tests': 'To do', 'Fix bug': 'To do', 'Ship it': 'Doing' };
  const lists = new Map(COLUMNS.map((name) => [name, makeColumn(root, name)]));
  for (const [name, column] of Object.entries(columnOf)) lists.get(column)!.append(makeCard(name));
  monitorForElements({
    onDrop: ({ source, location }) => {
      const column = location.current.dropTargets[0]?.data['column'] as string | undefined;
      if (column === undefined) return;
      columnOf[source.data['card'] as string] = column;
      lists.get(column)!.append(source.element);
    },
  });
  zoo.state(() => columnOf);
}

function makeColumn(root: HTMLElement, name: string): HTMLElement {
  root.style.cssText = 'display: flex; gap: 16px';
  const column = document.createElement('section');
  column.ariaLabel = name;
  column.style.cssText = 'width: 200px; min-height: 240px; padding: 8px; border: 1px solid #ccc';
  column.innerHTML = `<h2>${name}</h2>`;
  root.append(column);
  dropTargetForElements({ element: column, getData: () => ({ column: name }) });
  return column;
}

function makeCard(name: string): HTMLElement {
  const card = document.createElement('div');
  card.textContent = name;
  card.style.cssText = 'padding: 8px; margin: 8px 0; border: 1px solid #999';
  draggable({ element: card, getInitialData: () => ({ card: name }) });
  return card;
}
