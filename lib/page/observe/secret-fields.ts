import { getAttribute, getLocalName, matches } from './dom';

const SECRET_TOKENS = new Set('current-password new-password one-time-code cc-number cc-csc'.split(' '));

/** Fields that have been passwords: many pages turn them into plain text for whoever wants to see what they type. */
const passwords = new WeakSet<Element>();

/** Fields whose content is never read back. */
export function isSecretField(element: Element): boolean {
  const tag = getLocalName(element);
  if (tag !== 'input' && tag !== 'textarea' && tag !== 'select') return false;
  if (tag === 'input' && matches(element, '[type=password]')) {
    passwords.add(element);
    return true;
  }
  const autocomplete = getAttribute(element, 'autocomplete');
  if (autocomplete && hasSecretToken(autocomplete, matches(element, '[role=combobox]'))) return true;
  return passwords.has(element);
}

/** On the search field of a dropdown `new-password` only keeps the browser's own suggestions away. */
function hasSecretToken(autocomplete: string, isDropdown: boolean): boolean {
  return autocomplete
    .toLowerCase()
    .split(/\s+/)
    .some((token) => SECRET_TOKENS.has(token) && !(isDropdown && token === 'new-password'));
}
