import type { Scripts } from '../script.ts';
import { COLOUR_SCRIPTS } from './colours.ts';
import { DISH_SCRIPTS } from './dishes.ts';
import { FIELD_SCRIPTS } from './fields.ts';
import { FIGURE_SCRIPTS } from './figures.ts';
import { FORM_SCRIPTS } from './forms.ts';
import { GAME_SCRIPTS } from './games.ts';
import { POST_SCRIPTS } from './posts.ts';
import { SELECTED_TEXT_SCRIPTS } from './selected-text.ts';
import { TURN_SCRIPTS } from './turns.ts';

/** Tasks that the built-in rules do not solve: one map per kind of task. */
export const SCRIPTS: Scripts = {
  ...COLOUR_SCRIPTS,
  ...DISH_SCRIPTS,
  ...FIELD_SCRIPTS,
  ...FIGURE_SCRIPTS,
  ...FORM_SCRIPTS,
  ...GAME_SCRIPTS,
  ...POST_SCRIPTS,
  ...SELECTED_TEXT_SCRIPTS,
  ...TURN_SCRIPTS,
};
