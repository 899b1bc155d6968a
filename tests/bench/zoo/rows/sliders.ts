import { line, setValue, type ZooRow } from '../row.ts';

export const SLIDER_ROWS: ZooRow[] = [
  {
    id: 'nouislider',
    library: 'noUiSlider',
    wants: 'Prices from 35 to 60',
    steps: [setValue(line('slider', 'Lowest price'), '35'), setValue(line('slider', 'Highest price'), '60')],
    state: { price: [35, 60] },
  },
  {
    id: 'rc-slider',
    library: 'rc-slider',
    wants: '21.5 degrees',
    steps: [setValue(line('slider', 'Temperature'), '21.5')],
    state: { temperature: 21.5 },
  },
  {
    id: 'rc-slider/range',
    library: 'rc-slider',
    wants: 'Heat from 7 to 20 hours',
    steps: [setValue(line('slider', 'On from'), '7'), setValue(line('slider', 'Off from'), '20')],
    state: { hours: [7, 20] },
  },
];
