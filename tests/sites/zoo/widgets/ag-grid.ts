import { AllCommunityModule, createGrid, ModuleRegistry, type GridApi } from 'ag-grid-community';
import type { Zoo } from '../zoo.ts';

export const title = 'Stock list';

interface Item {
  name: string;
  pieces: number;
  shelf: string;
}

const ITEMS: Item[] = [
  { name: 'Bolts', pieces: 120, shelf: 'A1' },
  { name: 'Nuts', pieces: 80, shelf: 'A2' },
  { name: 'Springs', pieces: 15, shelf: 'B1' },
  { name: 'Washers', pieces: 300, shelf: 'B2' },
];

function shownNames(grid: GridApi<Item>): string[] {
  const names: string[] = [];
  grid.forEachNodeAfterFilterAndSort(({ data }) => data && names.push(data.name));
  return names;
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  ModuleRegistry.registerModules([AllCommunityModule]);
  root.style.cssText = 'height: 320px; width: 720px';
  const items = structuredClone(ITEMS);
  const grid = createGrid<Item>(root, {
    rowData: items,
    defaultColDef: { editable: true, filter: true, floatingFilter: true },
    columnDefs: [{ field: 'name' }, { field: 'pieces' }, { field: 'shelf' }],
  });
  zoo.state(() => ({
    shown: shownNames(grid),
    pieces: Object.fromEntries(items.map(({ name, pieces }) => [name, pieces])),
  }));
}
