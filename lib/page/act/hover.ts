import { expectElement, type PageActionRunner } from './act-context';
import { expectActionable } from './actionable';
import { nameElement } from './name-element';
import { movePointerTo } from './pointer-sequence';

export const hover: PageActionRunner = {
  name: 'hover',
  element: 'required',
  reads: false,
  async run(context, _action, given) {
    const element = expectElement(given);
    const place = await expectActionable(context, element);
    context.expectApproved(element);
    movePointerTo(context, place);
    return { message: `the pointer is on ${nameElement(context, element)}`, target: element };
  },
};
