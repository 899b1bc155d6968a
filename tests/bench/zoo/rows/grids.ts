import { click, doubleClick, expand, line, pressKeys, typeText, type ZooRow } from '../row.ts';

/** Grids whose cells turn into fields when they are wanted. */
export const GRID_ROWS: ZooRow[] = [
  {
    id: 'ag-grid',
    library: 'AG Grid',
    wants: 'There are 95 nuts now',
    steps: [
      expand(line('row', 'Nuts | 80 | A2')),
      doubleClick(line('gridcell', '80')),
      typeText(line('spinbutton', 'Input Editor'), '95'),
      pressKeys('Enter'),
    ],
    state: { pieces: { Bolts: 120, Nuts: 95, Springs: 15, Washers: 300 } },
  },
  {
    id: 'ag-grid/sort',
    library: 'AG Grid',
    wants: 'Sort by pieces',
    steps: [click(line('columnheader', 'Pieces'))],
    state: { shown: ['Springs', 'Nuts', 'Bolts', 'Washers'] },
  },
  {
    id: 'ag-grid/filter',
    library: 'AG Grid',
    wants: 'Show only what stands on a B shelf',
    steps: [typeText(line('textbox', 'Shelf Filter Input'), 'B')],
    state: { shown: ['Springs', 'Washers'] },
  },
  {
    id: 'handsontable',
    library: 'Handsontable',
    wants: 'Grace worked 6.5 hours',
    steps: [
      expand(line('row', 'Grace | 8 | home')),
      doubleClick(line('gridcell', '8')),
      typeText(line('textbox', ''), '6.5'),
      pressKeys('Enter'),
    ],
    state: {
      rows: [
        ['Ada', 7.5, 'office'],
        ['Grace', 6.5, 'home'],
        ['Edsger', 6, 'office'],
      ],
    },
  },
  {
    id: 'tabulator',
    library: 'Tabulator',
    wants: 'Mary needs 6 seats',
    steps: [click(line('gridcell', '4')), typeText(line('spinbutton', ''), '6'), pressKeys('Enter')],
    state: {
      rows: [
        ['Oli', 12],
        ['Mary', 6],
        ['Zoe', 9],
      ],
    },
  },
  {
    id: 'tabulator/sort',
    library: 'Tabulator',
    wants: 'Sort the guests by seats',
    steps: [click(line('columnheader', 'Seats'))],
    state: {
      rows: [
        ['Mary', 4],
        ['Zoe', 9],
        ['Oli', 12],
      ],
    },
  },
];
