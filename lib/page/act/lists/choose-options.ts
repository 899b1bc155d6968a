import { getLocalName } from '../../observe/dom';
import type { ActContext, RunnerOutcome } from '../actor/act-context';
import { expectActionable } from '../ready/actionable';
import { chooseFromList, type ListChoice } from './choose-from-list';
import { chooseSuggestion, findSuggesting } from './datalist';
import { chooseNatively } from './native-select';

/** Chooses in whatever kind of list an element is: native select, field with suggestions, or one that a page has built. */
export async function chooseOptions(
  context: ActContext,
  element: Element,
  choice: ListChoice,
): Promise<RunnerOutcome> {
  const control =
    getLocalName(element) === 'label' ? ((element as HTMLLabelElement).control ?? element) : element;
  const suggesting = findSuggesting(control);
  if (getLocalName(control) !== 'select' && !suggesting) return chooseFromList(context, element, choice);
  await expectActionable(context, control);
  context.expectApproved(element);
  const [first = ''] = choice.wanted;
  return suggesting
    ? chooseSuggestion(context, suggesting, first)
    : chooseNatively(context, control as HTMLSelectElement, choice);
}
