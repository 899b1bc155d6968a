import { choose, line, type ZooRow } from '../row.ts';

/** Dropdowns, comboboxes and menus that are no native select. */
export const DROPDOWN_ROWS: ZooRow[] = [
  {
    id: 'react-select',
    library: 'react-select',
    wants: 'Pistachio ice cream',
    steps: [choose(line('combobox', 'Flavour'), 'Pistachio')],
    state: { flavour: 'pistachio' },
  },
  {
    id: 'react-select/multi',
    library: 'react-select',
    wants: 'Nuts and cherries on top',
    steps: [choose(line('combobox', 'Toppings'), 'Nuts'), choose(line('combobox', 'Toppings'), 'Cherries')],
    state: { toppings: ['nuts', 'cherries'] },
  },
];
