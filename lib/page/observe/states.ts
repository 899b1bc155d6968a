import { cleanText, shortenText } from './clean-text';
import {
  closest,
  getAttribute,
  getLocalName,
  getParentNode,
  getTextContent,
  hasAttribute,
  matches,
} from './dom';
import { computeName } from './names';
import type { Reading } from './reading';
import { inputType, isDetailsSummary, isFocusable } from './roles';
import { isSecretField } from './secret-fields';
import { type Hints, readHints, SAYS } from './walk/attribute-hints';

const CHECKABLE = new Set('checkbox radio switch menuitemcheckbox menuitemradio option treeitem'.split(' '));
const SELECTABLE = new Set('option tab row gridcell treeitem columnheader rowheader'.split(' '));
const DATED = new Set('date time datetime-local month week'.split(' '));
const SPOKEN_TYPES = new Set([...DATED, 'color', 'file']);
/** Form controls, the ones that custom elements make included. */
const HAS_NATIVE_STATES = /^(button|input|select|textarea|option|optgroup|fieldset)$|-/;
const IS_FILLED_IN = /^(input|select|textarea)$|-/;
const LONGEST_DESCRIPTION = 120;

/** States in the order of `docs/observation.md`, ready to print. Never holds a secret. */
export function computeStates(reading: Reading, element: Element, role: string): string[] {
  const states: string[] = [];
  addStates(states, reading, element, role, readHints(element));
  return states;
}

export function addStates(
  states: string[],
  reading: Reading,
  element: Element,
  role: string,
  hints: Hints,
): void {
  const says = (hints & SAYS) !== 0;
  addToggles(states, reading, element, role, says);
  if (isDisabled(element, says, reading.hasDisabledGroups)) states.push('disabled');
  const tag = getLocalName(element);
  const isField = IS_FILLED_IN.test(tag);
  if (isField || says) addFieldStates(states, element, role);
  if (isSecretField(element)) addSecret(states, element);
  if (element === reading.focused) states.push('focused');
  if (says) addActive(states, reading, element);
  if (isField || says) addFormat(states, element);
  if (states.includes('invalid')) addError(states, reading, element);
}

/** The option or item that has the focus although the browser's own focus stays here. */
function addActive(states: string[], reading: Reading, element: Element): void {
  const [active] = reading.resolveIds(element, getAttribute(element, 'aria-activedescendant'));
  const name = active ? computeName(reading, active) : '';
  if (name !== '') states.push(quoteState('active', name));
}

function addSecret(states: string[], element: Element): void {
  if (inputType(element) === 'password') states.push('password');
  if ((element as HTMLInputElement).value !== '') states.push('filled');
}

/** `word="…"` for page text. */
export function quoteState(word: string, text: string, longest = LONGEST_DESCRIPTION): string {
  return `${word}=${JSON.stringify(shortenText(cleanText(text), longest).text)}`;
}

function addToggles(states: string[], reading: Reading, element: Element, role: string, says: boolean): void {
  if (CHECKABLE.has(role)) addWord(states, checkedState(element));
  if (SELECTABLE.has(role) && isSelected(element)) states.push('selected');
  addWord(states, expandedState(reading, element, says));
  if (!says) return;
  const pressed = getAttribute(element, 'aria-pressed');
  if (role === 'button' && pressed)
    states.push(pressed === 'true' ? 'pressed' : `pressed=${pressed === 'mixed' ? 'mixed' : 'false'}`);
  const current = getAttribute(element, 'aria-current');
  if (current && current !== 'false')
    states.push(/^(page|step|location|date|time)$/.test(current) ? `current=${current}` : 'current');
}

function addWord(states: string[], word: string | undefined): void {
  if (word !== undefined) states.push(word);
}

function checkedState(element: Element): string | undefined {
  if (element instanceof HTMLInputElement && (element.type === 'checkbox' || element.type === 'radio')) {
    if (element.indeterminate) return 'mixed';
    return element.checked ? 'checked' : undefined;
  }
  const checked = getAttribute(element, 'aria-checked');
  if (checked === 'mixed') return 'mixed';
  return checked === 'true' ? 'checked' : undefined;
}

function isSelected(element: Element): boolean {
  return element instanceof HTMLOptionElement
    ? element.selected
    : getAttribute(element, 'aria-selected') === 'true';
}

function expandedState(reading: Reading, element: Element, says: boolean): string | undefined {
  const tag = getLocalName(element);
  if (tag === 'summary' && isDetailsSummary(element))
    return (getParentNode(element) as HTMLDetailsElement).open ? 'expanded' : 'collapsed';
  const expanded = says ? getAttribute(element, 'aria-expanded') : null;
  if (expanded === 'true' || expanded === 'false') return expanded === 'true' ? 'expanded' : 'collapsed';
  return tag === 'button' || tag === 'input' ? popoverState(reading, element) : undefined;
}

/** Of a button that opens or closes a popover (HTML, `popovertarget` and `command`). */
function popoverState(reading: Reading, element: Element): string | undefined {
  const commands = /^(show|hide|toggle)-popover$/i.test(getAttribute(element, 'command') ?? '');
  const id = commands ? getAttribute(element, 'commandfor') : getAttribute(element, 'popovertarget');
  const [target] = id === null ? [] : reading.resolveIds(element, id);
  if (!target || !hasAttribute(target, 'popover')) return undefined;
  return matches(target, ':popover-open') ? 'expanded' : 'collapsed';
}

function addFieldStates(states: string[], element: Element, role: string): void {
  if (isReadOnly(element)) states.push('readonly');
  if (isRequired(element)) states.push('required');
  if (isInvalid(element)) states.push('invalid');
  if (isMultiple(element, role)) states.push('multiple');
  if (role === 'textbox' && isMultiline(element)) states.push('multiline');
  const popup = getAttribute(element, 'aria-haspopup')?.toLowerCase();
  if (popup && popup !== 'false')
    states.push(`popup=${/^(listbox|dialog|tree|grid)$/.test(popup) ? popup : 'menu'}`);
}

/**
 * Disabled natively (its fieldset counts), or by ARIA on it or on what is around it (WAI-ARIA 1.2, `aria-disabled`).
 * `says`: it has ARIA attributes; `inGroups`: the document has something that ARIA disables.
 */
export function isDisabled(element: Element, says = true, inGroups = true): boolean {
  if (HAS_NATIVE_STATES.test(getLocalName(element)) && matches(element, ':disabled')) return true;
  const own = says ? getAttribute(element, 'aria-disabled') : null;
  if (own !== null && own !== '') return own === 'true';
  return inGroups && isFocusable(element) && closest(element, '[aria-disabled=true]') !== null;
}

function isReadOnly(element: Element): boolean {
  if (element instanceof HTMLInputElement) {
    if (
      !/^(checkbox|radio|button|submit|reset|image|file|range|color|hidden)$/.test(element.type) &&
      element.readOnly
    )
      return true;
  } else if (element instanceof HTMLTextAreaElement && element.readOnly) return true;
  return getAttribute(element, 'aria-readonly') === 'true';
}

function isRequired(element: Element): boolean {
  return (
    (IS_FILLED_IN.test(getLocalName(element)) && matches(element, ':required')) ||
    getAttribute(element, 'aria-required') === 'true'
  );
}

/**
 * Marked invalid by the page, or found so by the browser after the person has been there: an untouched required
 * field is not an error yet.
 */
function isInvalid(element: Element): boolean {
  const invalid = getAttribute(element, 'aria-invalid');
  if (invalid !== null) return invalid !== 'false' && invalid !== '';
  return IS_FILLED_IN.test(getLocalName(element)) && matches(element, ':user-invalid');
}

function isMultiple(element: Element, role: string): boolean {
  if (element instanceof HTMLSelectElement) return element.multiple;
  if (element instanceof HTMLInputElement) return element.multiple && /^(file|email)$/.test(element.type);
  return role !== '' && getAttribute(element, 'aria-multiselectable') === 'true';
}

function isMultiline(element: Element): boolean {
  return element instanceof HTMLTextAreaElement || getAttribute(element, 'aria-multiline') === 'true';
}

function addFormat(states: string[], element: Element): void {
  const type = inputType(element);
  if (SPOKEN_TYPES.has(type)) states.push(`type=${type}`);
  const isRanged = DATED.has(type) || type === 'number' || type === 'range';
  for (const bound of ['min', 'max'] as const) {
    const value = getAttribute(element, isRanged ? bound : `aria-value${bound}`);
    if (value && /^[\w.:+-]+$/.test(value)) states.push(`${bound}=${value}`);
  }
  const step = isRanged ? getAttribute(element, 'step') : null;
  if (step && /^[\d.]+$/.test(step)) states.push(`step=${step}`);
}

/** Message beside the field (aria-errormessage), else the browser's own. */
function addError(states: string[], reading: Reading, element: Element): void {
  const [target] = reading.resolveIds(element, getAttribute(element, 'aria-errormessage'));
  const shown = target && !reading.isHidden(target) ? getTextContent(target) : '';
  const own = 'validationMessage' in element ? String(element.validationMessage) : '';
  const message = cleanText(shown ?? '') || own;
  if (message) states.push(quoteState('error', message));
}

/** Text of the placeholder when it says something that the name does not. */
export function placeholderState(element: Element, name: string): string | undefined {
  if (!hasAttribute(element, 'placeholder') && !hasAttribute(element, 'aria-placeholder')) return undefined;
  const text = cleanText(
    getAttribute(element, 'placeholder') ?? getAttribute(element, 'aria-placeholder') ?? '',
  );
  return text && text !== name ? quoteState('placeholder', text) : undefined;
}
