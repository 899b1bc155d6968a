import type { ZooRow } from './row.ts';
import { CONTROLLED_INPUT_ROWS } from './rows/controlled-inputs.ts';
import { DATE_PICKER_ROWS } from './rows/date-pickers.ts';
import { DROPDOWN_ROWS } from './rows/dropdowns.ts';

/** The zoo's table: every row of every kind, in the order in which they run. */
export const ZOO_ROWS: readonly ZooRow[] = [...CONTROLLED_INPUT_ROWS, ...DROPDOWN_ROWS, ...DATE_PICKER_ROWS];
