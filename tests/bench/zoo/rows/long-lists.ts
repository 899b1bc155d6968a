import { click, line, step, type ZooRow } from '../row.ts';

/** Lists of which only the rows in view are in the page. */
export const LONG_LIST_ROWS: ZooRow[] = [
  {
    id: 'tanstack-virtual',
    library: 'TanStack Virtual',
    wants: 'Invite Member 700',
    steps: [
      step('scroll', { ref: line('button', 'Invite Member 1'), direction: 'down', pages: 40 }),
      step('scroll', { ref: line('button', 'Invite Member 361'), direction: 'down', pages: 37 }),
      click(line('button', 'Invite Member 700')),
    ],
    state: { invited: ['Member 700'] },
  },
  {
    id: 'virtuoso',
    library: 'React Virtuoso',
    wants: 'Like the last post of the feed',
    steps: [
      step('scroll', { ref: line('button', 'Like post 1'), to: 'bottom' }),
      step('scroll', { ref: line('button', 'Like post 40'), to: 'bottom' }),
      step('scroll', { ref: line('button', 'Like post 80'), to: 'bottom' }),
      click(line('button', 'Like post 120')),
    ],
    state: { liked: [120] },
  },
  {
    id: 'virtuoso/collect',
    library: 'React Virtuoso',
    wants: 'List every post of the feed',
    steps: [step('collect', { ref: line('button', 'Like post 1'), rows: 200 })],
    state: { loaded: 120 },
    told: 'Post 120',
  },
];
