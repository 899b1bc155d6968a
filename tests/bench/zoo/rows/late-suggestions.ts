import { choose, line, type ZooRow } from '../row.ts';

/** Comboboxes by the ARIA pattern whose options come from a server after the typing has paused. */
export const LATE_SUGGESTION_ROWS: ZooRow[] = [
  {
    id: 'autocomplete-js',
    library: 'autoComplete.js',
    wants: 'From Bergen',
    steps: [choose(line('searchbox', 'Station'), 'Bergen')],
    state: { station: 'Bergen' },
  },
  {
    id: 'react-aria-combobox',
    library: 'React Aria Components',
    wants: 'Give the ticket to Anita Borg',
    steps: [choose(line('combobox', 'Assignee'), 'Anita Borg')],
    state: { assignee: 'anita-borg' },
  },
];
