import type { ZooRow } from './row.ts';
import { CANVAS_ROWS } from './rows/canvases.ts';
import { CONTROLLED_INPUT_ROWS } from './rows/controlled-inputs.ts';
import { DATE_PICKER_ROWS } from './rows/date-pickers.ts';
import { DRAG_ROWS } from './rows/drag-and-drop.ts';
import { DROPDOWN_ROWS } from './rows/dropdowns.ts';
import { EDITOR_ROWS } from './rows/editors.ts';
import { GRID_ROWS } from './rows/grids.ts';
import { LATE_SUGGESTION_ROWS } from './rows/late-suggestions.ts';
import { LONG_LIST_ROWS } from './rows/long-lists.ts';
import { HOVER_MENU_ROWS } from './rows/menus.ts';
import { OBSTACLE_ROWS } from './rows/obstacles.ts';
import { SLIDER_ROWS } from './rows/sliders.ts';
import { UPLOAD_ROWS } from './rows/uploads.ts';
import { SWITCH_ROWS } from './rows/switches.ts';

/** The zoo's table: every row of every kind, in the order in which they run. */
export const ZOO_ROWS: readonly ZooRow[] = [
  ...CONTROLLED_INPUT_ROWS,
  ...DROPDOWN_ROWS,
  ...DATE_PICKER_ROWS,
  ...EDITOR_ROWS,
  ...DRAG_ROWS,
  ...SLIDER_ROWS,
  ...UPLOAD_ROWS,
  ...GRID_ROWS,
  ...LONG_LIST_ROWS,
  ...HOVER_MENU_ROWS,
  ...CANVAS_ROWS,
  ...LATE_SUGGESTION_ROWS,
  ...OBSTACLE_ROWS,
  ...SWITCH_ROWS,
];
