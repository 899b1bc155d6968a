import {
  getAttribute,
  getLocalName,
  getRect,
  getShadowRoot,
  matches,
  queryFragment,
  queryWithin,
} from '../../observe/dom';
import { rectsOf, renderedAncestorsOf } from '../actor/native-dom';
import { isShown } from '../ready/actionable';
import { isTextField, type TextField } from '../text/editable';

/** Lists that are on show without being opened. */
export const OPEN_LISTS =
  '[role=listbox],[role=menu],[role=tree],[role=radiogroup],[role=tablist],[role=grid]';

const CONTROLS = 'select,input,[role=combobox],[role=button][aria-haspopup],button[aria-haspopup]';
const MEMBERS = '[role=option],[role=radio],[role=tab],[role=treeitem],input[type=radio]';

/**
 * The control that an element stands for: of a label its control, of one of several choices the list of them, of a wrapper or
 * a custom element the one control in it.
 */
export function findListControl(element: Element): Element {
  if (getLocalName(element) === 'label') {
    const { control } = element as HTMLLabelElement;
    if (control) return findListControl(control);
  }
  if (matches(element, MEMBERS)) return listAround(element) ?? element;
  if (matches(element, `${CONTROLS},${OPEN_LISTS}`)) return element;
  const root = getShadowRoot(element);
  const inside = [...queryWithin(element, CONTROLS), ...(root ? queryFragment(root, CONTROLS) : [])].filter(
    (one) => !matches(one, 'input[type=hidden],input[type=radio],input[type=checkbox]'),
  );
  return (inside.length === 1 && inside[0]) || element;
}

function listAround(member: Element): Element | undefined {
  for (const ancestor of renderedAncestorsOf(member))
    if (ancestor !== member && matches(ancestor, `${OPEN_LISTS},fieldset,[role=group]`)) return ancestor;
  return undefined;
}

/** The text field of the control that takes typing without anything being opened. */
export function findOwnField(control: Element): TextField | undefined {
  const fields = isTextField(control) ? [control] : [...queryWithin(control, 'input,textarea')];
  return fields.find(
    (field): field is TextField =>
      isTextField(field) && !matches(field, ':read-only,:disabled,[type=hidden]'),
  );
}

/** Large enough to be pressed; inputs of comboboxes are often one character wide, or transparent. */
const MIN_SIDE_PX = 10;

/** What of the control a person presses: itself, or the drawn box around an input that is not seen. */
export function surfaceOf(control: Element): Element {
  for (const ancestor of renderedAncestorsOf(control)) {
    const isLargeEnough = rectsOf(ancestor).some(
      ({ width, height }) => width >= MIN_SIDE_PX && height >= MIN_SIDE_PX,
    );
    if (isLargeEnough && isShown(ancestor)) return ancestor;
  }
  return control;
}

const MAX_BOX_HEIGHT_PX = 200;
const MAX_BOX_LEVELS = 6;
const OTHER_FIELDS =
  'select,textarea,input:not([type=hidden]),[role=combobox],[role=textbox],[role=checkbox],[role=radio],[role=switch],[role=listbox],form';

/**
 * The box that shows what is chosen: as far out from the control as there is no other field in it. Chips and single values
 * are drawn beside the input that has the role.
 */
export function boxOf(control: Element): Element {
  let box = control;
  let level = 0;
  for (const ancestor of renderedAncestorsOf(control)) {
    if (ancestor === control) continue;
    level += 1;
    if (level > MAX_BOX_LEVELS || matches(ancestor, 'form,body,html,fieldset,table,main,section')) break;
    if (getRect(ancestor).height > MAX_BOX_HEIGHT_PX || holdsOtherFields(ancestor, control)) break;
    box = ancestor;
  }
  return box;
}

function holdsOtherFields(ancestor: Element, control: Element): boolean {
  const around = new Set(renderedAncestorsOf(control));
  return [...queryWithin(ancestor, OTHER_FIELDS)].some(
    (field) =>
      !around.has(field) &&
      !control.contains(field) &&
      isShown(field) &&
      getAttribute(field, 'aria-hidden') !== 'true',
  );
}
