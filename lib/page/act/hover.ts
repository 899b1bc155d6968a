import { expectElement, type PageActionRunner } from './actor/act-context';
import { expectActionable } from './ready/actionable';
import { nameElement } from './actor/name-element';
import { movePointerTo } from './pointer/pointer-sequence';

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
