import { comparePosition, contains } from '../dom';
import type { Steps } from './steps';
import { measureThings } from '../thing';
import type { Thing } from '../thing';

/** Small things that pages open out of a dialog but keep outside of it. */
const OPENED_FROM_DIALOG = new Set(
  'listbox menu tooltip alert status dialog alertdialog grid tree log'.split(' '),
);

/**
 * While a modal dialog is open nothing behind it can be reached: only the dialog stays, and for one that the page
 * merely declares (aria-modal) also lists and messages that come after it.
 * Returns the remark that says so, or undefined when there is no such dialog.
 */
export function* applyModal(root: Thing, modals: Thing[]): Steps<string | undefined> {
  const modal = findTopmost(modals);
  if (!modal) return undefined;
  yield* measureThings(root);
  const all = root.size ?? 0;
  const kept = [modal, ...(modal.modal === 'aria' ? findOpenedFrom(root, modal) : [])];
  const left = kept.reduce((sum, thing) => sum + 1 + (thing.size ?? 0), 0);
  root.children = kept;
  const name = modal.name === '' ? '' : ` ${JSON.stringify(modal.name)}`;
  return all > left ? `# behind the dialog${name}: ${all - left} things that cannot be reached` : undefined;
}

/** Native ones lie in the top layer, over all others; of several, the one inside or after the rest. */
function findTopmost(modals: Thing[]): Thing | undefined {
  const seen = modals.filter((modal) => modal.children.length > 0 || modal.name !== '');
  return seen.findLast((modal) => modal.modal === 'native') ?? seen[seen.length - 1];
}

function findOpenedFrom(root: Thing, modal: Thing): Thing[] {
  const found: Thing[] = [];
  const stack = [...root.children];
  for (let at = stack.shift(); at; at = stack.shift()) {
    if (at === modal) continue;
    if (OPENED_FROM_DIALOG.has(at.role) && comesAfter(at, modal)) found.push(at);
    else stack.unshift(...at.children);
  }
  return found;
}

function comesAfter(thing: Thing, modal: Thing): boolean {
  if (!thing.element || !modal.element || contains(modal.element, thing.element)) return false;
  return (comparePosition(modal.element, thing.element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
