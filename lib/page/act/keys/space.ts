import { matches } from '../../observe/dom';

const ACTIVATED =
  'button,summary,input:is([type=checkbox],[type=radio],[type=submit],[type=button],[type=reset],[type=file],[type=color])';

/** Whether Space activates the element, which it does as it is let go. */
export function activatesOnSpace(target: Element): boolean {
  return matches(target, ACTIVATED);
}
