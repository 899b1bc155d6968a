import { cleanText, shortenText } from './clean-text';
import { getAttribute, getLocalName, getParentNode, hasAttribute, matches } from './dom';
import type { Reading } from './reading';
import { inputType } from './roles';

const CHECKABLE = new Set('checkbox radio switch menuitemcheckbox menuitemradio option treeitem'.split(' '));
const SELECTABLE = new Set('option tab row gridcell treeitem columnheader rowheader'.split(' '));
const DATED = new Set('date time datetime-local month week'.split(' '));
const SPOKEN_TYPES = new Set([...DATED, 'color', 'file']);
/** Form controls, the ones that custom elements make included. */
const HAS_NATIVE_STATES = /^(button|input|select|textarea|option|optgroup|fieldset)$|-/;
const IS_FILLED_IN = /^(input|select|textarea)$|-/;
const LONGEST_DESCRIPTION = 120;

/** States in the order of `docs/observation.md`, ready to print. Never holds a password. */
export function computeStates(reading: Reading, element: Element, role: string): string[] {
  const states: string[] = [];
  addToggles(states, element, role);
  addControlStates(states, element, role);
  if (element === reading.focused) states.push('focused');
  addFormat(states, element);
  if (states.includes('invalid')) addError(states, reading, element);
  return states;
}

/** `word="…"` for page text. */
export function quoteState(word: string, text: string, longest = LONGEST_DESCRIPTION): string {
  return `${word}=${JSON.stringify(shortenText(cleanText(text), longest).text)}`;
}

function addToggles(states: string[], element: Element, role: string): void {
  if (CHECKABLE.has(role)) addWord(states, checkedState(element));
  if (SELECTABLE.has(role) && isSelected(element)) states.push('selected');
  addWord(states, expandedState(element));
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

function expandedState(element: Element): string | undefined {
  if (getLocalName(element) === 'summary') {
    const details = getParentNode(element);
    if (details instanceof HTMLDetailsElement) return details.open ? 'expanded' : 'collapsed';
  }
  const expanded = getAttribute(element, 'aria-expanded');
  if (expanded !== 'true' && expanded !== 'false') return undefined;
  return expanded === 'true' ? 'expanded' : 'collapsed';
}

function addControlStates(states: string[], element: Element, role: string): void {
  if (isDisabled(element)) states.push('disabled');
  if (isReadOnly(element)) states.push('readonly');
  if (isRequired(element)) states.push('required');
  if (isInvalid(element)) states.push('invalid');
  if (isMultiple(element, role)) states.push('multiple');
  const popup = getAttribute(element, 'aria-haspopup')?.toLowerCase();
  if (popup && popup !== 'false')
    states.push(`popup=${/^(listbox|dialog|tree|grid)$/.test(popup) ? popup : 'menu'}`);
  if (inputType(element) === 'password') {
    states.push('password');
    if ((element as HTMLInputElement).value !== '') states.push('filled');
  }
}

/** Disabled natively (its fieldset counts) or by ARIA, on it or on a composite around it. */
export function isDisabled(element: Element): boolean {
  if (HAS_NATIVE_STATES.test(getLocalName(element)) && matches(element, ':disabled')) return true;
  return getAttribute(element, 'aria-disabled') === 'true';
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
  const shown = target && !reading.isHidden(target) ? target.textContent : '';
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
