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
  {
    id: 'react-datepicker',
    library: 'react-datepicker',
    wants: 'See the doctor on 9 March 2027',
    steps: [setDate(line('textbox', 'Appointment'), '2027-03-09')],
    state: { day: '2027-03-09' },
  },
  {
    id: 'air-datepicker',
    library: 'Air Datepicker',
    wants: 'The boat from 17 June 2027 on',
    steps: [setDate(line('textbox', 'First day'), '2027-06-17')],
    state: { start: ['2027-06-17'] },
  },
  {
    id: 'mui/date-picker',
    library: 'MUI',
    wants: 'I arrive on 5 July 2027',
    steps: [setDate(line('textbox', 'Arrival'), '2027-07-05')],
    state: { arrival: '2027-07-05' },
  },
  {
    id: 'antd/date-picker',
    library: 'Ant Design',
    wants: 'Pick it up on 11 January 2027',
    steps: [setDate(line('textbox', 'Pick-up day'), '2027-01-11')],
    state: { day: '2027-01-11' },
  },
  {
    id: 'primereact/calendar',
    library: 'PrimeReact',
    wants: 'Travel on 2 April 2027',
    steps: [setDate(line('combobox', 'Travel day'), '2027-04-02')],
    state: { day: '2027-04-02' },
  },
];
