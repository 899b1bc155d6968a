import { getLocalName, matches } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { executeCommand } from '../actor/native-dom';
import { submitImplicitly } from './submit-form';
import { isRichText } from '../text/editable';

const ACTIVATED =
  'a[href],button,summary,input:is([type=submit],[type=button],[type=reset],[type=image],[type=file],[type=color])';

/** What Enter does by itself: activates links and buttons, breaks lines, submits the form of a field. */
export function enter(context: ActContext, target: Element): void {
  if (matches(target, ACTIVATED)) return HTMLElement.prototype.click.call(target);
  if (getLocalName(target) === 'textarea') return void executeCommand(context.document, 'insertText', '\n');
  if (isRichText(target)) return void executeCommand(context.document, 'insertParagraph');
  if (getLocalName(target) === 'input') submitImplicitly(target as HTMLInputElement);
}
