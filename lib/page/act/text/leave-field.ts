import { matches } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { closestRendered } from '../actor/native-dom';
import { announceLeaving } from '../pointer/focus';

/**
 * What follows a text is chosen from: left, such a field would close its list and often drop the text. A page that asks the
 * browser for no suggestions often makes its own, and says nothing else of it.
 */
const LISTED =
  '[autocomplete=off]:not([role=spinbutton]),[role=combobox],[role=searchbox],[type=search],[list],[aria-autocomplete]:not([aria-autocomplete=none]),[aria-haspopup],[aria-expanded],[aria-controls],[aria-owns]';
/** Fields that are there only while they have the focus. */
const IN_PLACE =
  '[role=combobox],[role=grid],[role=treegrid],[role=gridcell],[role=tree],[role=listbox],[role=menu],table';

/** Makes pages that take a value only as its field is left (Angular's `updateOn: 'blur'`, steppers) take it. */
export function leaveField(context: ActContext, field: Element): void {
  if (matches(field, LISTED) || closestRendered(field, IN_PLACE)) return;
  announceLeaving(context, field);
}
