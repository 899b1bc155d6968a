import { type ActContext, expectNotStopped } from './act-context';

/**
 * The approval is about the control; its list or calendar is a part of it. It is checked before the first event only:
 * opening and choosing may rename the control.
 */
export function bindApproval(context: ActContext, element: Element): ActContext {
  let checked = false;
  return {
    ...context,
    expectApproved() {
      expectNotStopped(context.signal);
      if (!checked) context.expectApproved(element);
      checked = true;
    },
    expectSameDestination(touched) {
      if (touched === element) context.expectSameDestination(element);
    },
  };
}
