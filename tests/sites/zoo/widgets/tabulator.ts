import { TabulatorFull as Tabulator } from 'tabulator-tables';
import 'tabulator-tables/dist/css/tabulator.min.css';
import type { Zoo } from '../zoo.ts';

export const title = 'Guest list';

interface Guest {
  name: string;
  seats: number;
}

export async function mount(root: HTMLElement, zoo: Zoo): Promise<void> {
  const table = new Tabulator(root, {
    data: [
      { id: 1, name: 'Oli', seats: 12 },
      { id: 2, name: 'Mary', seats: 4 },
      { id: 3, name: 'Zoe', seats: 9 },
    ],
    layout: 'fitColumns',
    columns: [
      { title: 'Name', field: 'name', editor: 'input' },
      { title: 'Seats', field: 'seats', editor: 'number', sorter: 'number' },
    ],
  });
  await new Promise<void>((built) => table.on('tableBuilt', built));
  zoo.state(() => ({ rows: (table.getData('active') as Guest[]).map(({ name, seats }) => [name, seats]) }));
}
