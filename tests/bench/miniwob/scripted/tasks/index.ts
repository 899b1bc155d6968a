import type { Scripts } from '../script.ts';
import { FIELD_SCRIPTS } from './fields.ts';
import { FIGURE_SCRIPTS } from './figures.ts';
import { GAME_SCRIPTS } from './games.ts';
import { COLOUR_SCRIPTS } from './colours.ts';

/** Tasks that the built-in rules do not solve: one map per kind of task. */
export const SCRIPTS: Scripts = {
  ...COLOUR_SCRIPTS,
  ...FIELD_SCRIPTS,
  ...FIGURE_SCRIPTS,
  ...GAME_SCRIPTS,
};
