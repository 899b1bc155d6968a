import { answerDialog } from './answer-dialog';
import { askUser } from './ask-user';
import { choose } from './choose';
import { click } from './click';
import { clickAt } from './click-at';
import { closeTab } from './close-tab';
import { collect } from './collect';
import type { ActionDefinition } from './define-action';
import { download } from './download';
import { drag } from './drag';
import { drawPath } from './draw-path';
import { expand } from './expand';
import { extract } from './extract';
import { fillForm } from './fill-form';
import { findText } from './find-text';
import { finish } from './finish';
import { goBack } from './go-back';
import { goForward } from './go-forward';
import { hover } from './hover';
import { navigate } from './navigate';
import { openTab } from './open-tab';
import { pressKeys } from './press-keys';
import { readPage } from './read-page';
import { reload } from './reload';
import { scroll } from './scroll';
import { selectOption } from './select-option';
import { setChecked } from './set-checked';
import { setDate } from './set-date';
import { setValue } from './set-value';
import { switchTab } from './switch-tab';
import { takeScreenshot } from './take-screenshot';
import { typeText } from './type-text';
import { updatePlan } from './update-plan';
import { uploadFile } from './upload-file';
import { waitFor } from './wait-for';

/** The vocabulary, in the order in which a model reads it. */
export const ACTIONS: readonly ActionDefinition[] = [
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
  download,
  answerDialog,
  navigate,
  goBack,
  goForward,
  reload,
  openTab,
  switchTab,
  closeTab,
  askUser,
  updatePlan,
  finish,
];

const BY_NAME: ReadonlyMap<string, ActionDefinition> = new Map(
  ACTIONS.map((action) => [action.name, action]),
);

/** The action of that exact name, or undefined. */
export function findAction(name: string): ActionDefinition | undefined {
  return BY_NAME.get(name);
}
