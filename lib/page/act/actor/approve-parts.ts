import type { ActContext } from './act-context';

/** A context in which whatever is touched counts as a part of the element that was approved. */
export function approveParts(context: ActContext, element: Element): ActContext {
  return {
    ...context,
    expectApproved: () => context.expectApproved(element),
    expectSameDestination: () => context.expectSameDestination(element),
  };
}
