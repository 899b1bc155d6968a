import { expectElement, type PageActionRunner } from './actor/act-context';
import { expectTexts } from './actor/read-arguments';
import { chooseOptions } from './lists/choose-options';

export const selectOption: PageActionRunner = {
  name: 'select_option',
  element: 'required',
  reads: false,
  run(context, action, given) {
    const element = expectElement(given);
    return chooseOptions(context, element, { wanted: expectTexts(action, 'options'), adds: false });
  },
};
