import { clickAt, drawPath, line, type ZooRow } from '../row.ts';

/** Pictures: where the pointer is says everything. */
export const CANVAS_ROWS: ZooRow[] = [
  {
    id: 'signature-pad',
    library: 'Signature Pad',
    wants: 'Sign with two strokes',
    steps: [
      drawPath(
        line('canvas', 'Sign in the field'),
        [
          [40, 120],
          [120, 40],
          [200, 120],
        ],
        [
          [240, 80],
          [360, 80],
        ],
      ),
    ],
    state: { strokes: 2, covered: [1, 3, 9, 8] },
  },
  {
    id: 'leaflet',
    library: 'Leaflet',
    wants: 'We meet 50 to the east and 50 to the north of the middle',
    steps: [clickAt(line('clickable', ''), 250, 100)],
    state: { meeting: [50, 50] },
  },
  {
    id: 'konva',
    library: 'Konva',
    wants: 'Book seat B, the second one',
    steps: [clickAt(line('canvas', ''), 140, 60)],
    state: { booked: ['B'] },
  },
  {
    id: 'konva/drag',
    library: 'Konva',
    wants: 'Move the bag 100 pixels to the right',
    steps: [
      drawPath(line('canvas', ''), [
        [60, 160],
        [160, 160],
      ]),
    ],
    state: { bagMoved: 100, booked: [] },
  },
];
