import { line, setDate, type ZooRow } from '../row.ts';

export const DATE_PICKER_ROWS: ZooRow[] = [
  {
    id: 'flatpickr',
    library: 'flatpickr',
    wants: 'Deliver on 24 February 2027',
    steps: [setDate(line('textbox', 'Delivery day'), '2027-02-24')],
    state: { day: ['2027-02-24'] },
  },
  {
    id: 'flatpickr/range',
    library: 'flatpickr',
    wants: 'I am away from 28 January to 3 February 2027',
    steps: [setDate(line('textbox', 'Away from home'), '2027-01-28', '2027-02-03')],
    state: { away: ['2027-01-28', '2027-02-03'] },
  },
];
