import type { Scripts } from '../script.ts';
import { BOOKING_SCRIPTS } from './bookings.ts';
import { COLOUR_SCRIPTS } from './colours.ts';
import { DISH_SCRIPTS } from './dishes.ts';
import { DRAG_SCRIPTS } from './drags.ts';
import { DRAWING_SCRIPTS } from './drawings.ts';
import { FIELD_SCRIPTS } from './fields.ts';
import { FIGURE_SCRIPTS } from './figures.ts';
import { FORM_SCRIPTS } from './forms.ts';
import { GAME_SCRIPTS } from './games.ts';
import { POST_SCRIPTS } from './posts.ts';
import { SELECTED_TEXT_SCRIPTS } from './selected-text.ts';
import { SHAPE_SCRIPTS } from './shapes.ts';
import { TURN_SCRIPTS } from './turns.ts';
import { WORD_SCRIPTS } from './words.ts';

/** Tasks that the built-in rules do not solve: one map per kind of task. */
export const SCRIPTS: Scripts = {
  ...BOOKING_SCRIPTS,
  ...COLOUR_SCRIPTS,
  ...DISH_SCRIPTS,
  ...DRAG_SCRIPTS,
  ...DRAWING_SCRIPTS,
  ...FIELD_SCRIPTS,
  ...FIGURE_SCRIPTS,
  ...FORM_SCRIPTS,
  ...GAME_SCRIPTS,
  ...POST_SCRIPTS,
  ...SELECTED_TEXT_SCRIPTS,
  ...SHAPE_SCRIPTS,
  ...TURN_SCRIPTS,
  ...WORD_SCRIPTS,
};
