import { expectElement, type PageActionRunner } from './actor/act-context';
import { expectText } from './actor/read-arguments';
import { chooseOptions } from './lists/choose-options';

export const choose: PageActionRunner = {
  name: 'choose',
  element: 'required',
  reads: false,
  run(context, action, given) {
    const element = expectElement(given);
    return chooseOptions(context, element, { wanted: [expectText(action, 'text')], adds: true });
  },
};
