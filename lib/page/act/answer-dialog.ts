import type { PageActionRunner } from './actor/act-context';
import { quoteShort } from './actor/name-element';
import { expectFlag, readText } from './actor/read-arguments';

/** Only remembers the answer. In a run the driver gives it along with the next action instead, whichever frame that is in. */
export const answerDialog: PageActionRunner = {
  name: 'answer_dialog',
  element: 'none',
  reads: true,
  run(context, action) {
    const accept = expectFlag(action, 'accept');
    const text = readText(action, 'text');
    context.armDialog({ accept, ...(text === undefined ? {} : { text }) });
    const answer = accept ? quoteShort(text ?? '') || 'OK' : 'Cancel';
    return Promise.resolve({ message: `the next question of the page is answered ${answer}` });
  },
};
