import { getLocalName } from './dom';
import { hasAriaName } from './names';
import type { Reading } from './reading';
import { LEAF_ROLES, NAMED_BY_CONTENT } from './role-tables';
import { inputType, isEditingHost, isListBox } from './roles';
import type { Thing } from './thing';

const VALUE_TAGS = new Set('input textarea meter progress video audio canvas img object embed'.split(' '));

/** Whose inside is its value, or a picture. */
export function isLeaf(element: Element, thing: Thing): boolean {
  const tag = getLocalName(element);
  if (VALUE_TAGS.has(tag)) return true;
  if (tag === 'select') return !isListBox(element);
  return (
    thing.element === element &&
    (thing.role === 'editable' || (thing.role === 'textbox' && isEditingHost(element)))
  );
}

/**
 * Whether the words inside are said already: by the name of the control or heading that they make, or by the
 * control that they label.
 */
export function isMutedBy(reading: Reading, element: Element, thing: Thing): boolean {
  const tag = getLocalName(element);
  if (tag === 'label') return isSaidByControl(reading, element as HTMLLabelElement);
  if (tag === 'legend' || tag === 'caption') return saysItsParent(element);
  if (thing.element !== element || thing.name === '') return false;
  if (thing.role === 'listitem' || thing.role === 'row' || thing.role === 'clickable') return false;
  if (LEAF_ROLES.has(thing.role)) return !reading.partlyNamed.has(element);
  if (!NAMED_BY_CONTENT.has(thing.role) || CELLS.has(thing.role)) return false;
  return !hasAriaName(element) && !reading.partlyNamed.has(element);
}

const CELLS = new Set('cell gridcell columnheader rowheader'.split(' '));

function saysItsParent(element: Element): boolean {
  const parent = element.parentElement;
  return parent !== null && /^(fieldset|table)$/.test(getLocalName(parent)) && !hasAriaName(parent);
}

function isSaidByControl(reading: Reading, label: HTMLLabelElement): boolean {
  const { control } = label;
  if (!control || hasAriaName(control)) return false;
  return reading.style(control).display !== 'none' || /^(checkbox|radio|file)$/.test(inputType(control));
}
