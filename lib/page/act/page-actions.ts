import type { PageActionRunner } from './actor/act-context';
import { answerDialog } from './answer-dialog';
import { choose } from './choose';
import { click } from './click';
import { clickAt } from './click-at';
import { collect } from './collect';
import { drag } from './drag';
import { drawPath } from './draw-path';
import { expand } from './expand';
import { extract } from './extract';
import { fillForm } from './fill-form';
import { findText } from './find-text';
import { hover } from './hover';
import { pressKeys } from './press-keys';
import { readPage } from './read-page';
import { scroll } from './scroll';
import { selectOption } from './select-option';
import { setChecked } from './set-checked';
import { setDate } from './set-date';
import { setValue } from './set-value';
import { takeScreenshot } from './take-screenshot';
import { typeText } from './type-text';
import { uploadFile } from './upload-file';
import { waitFor } from './wait-for';

/** The part of the vocabulary that runs in the page; `tests/actions` compares it with the registry. */
const PAGE_ACTIONS: readonly PageActionRunner[] = [
  click,
  clickAt,
  drawPath,
  typeText,
  choose,
  fillForm,
  selectOption,
  setDate,
  setChecked,
  setValue,
  uploadFile,
  pressKeys,
  hover,
  drag,
  scroll,
  readPage,
  findText,
  expand,
  extract,
  collect,
  waitFor,
  takeScreenshot,
  answerDialog,
];

export const PAGE_ACTION_NAMES: readonly string[] = PAGE_ACTIONS.map((runner) => runner.name);

export function findPageAction(name: string): PageActionRunner | undefined {
  return PAGE_ACTIONS.find((runner) => runner.name === name);
}
