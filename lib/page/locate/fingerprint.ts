import type { Fingerprint } from '../../trajectories/fingerprint';
import { nameElement } from '../observe/describe-element';
import { getAttribute, getLocalName } from '../observe/dom';
import type { Reading } from '../observe/reading';
import { inputType } from '../observe/roles';
import { findPrintedRole } from './printed-role';
import { findNear, findPlaces } from './surroundings';
import { findTwins } from './twins';

const LONGEST_NAME = 200;
const LONGEST_ATTRIBUTE = 120;
/** Attributes that developers write for machines or people, not for one rendering. */
const KEPT_ATTRIBUTES =
  'name type placeholder autocomplete title alt aria-label data-testid data-test-id data-test data-cy data-qa'.split(
    ' ',
  );
const LABELLED_BY_VALUE = new Set(['submit', 'button', 'reset', 'image']);

/** What to know an element by in a later page; never holds a field's value. */
export function computeFingerprint(reading: Reading, element: Element): Fingerprint {
  const { role, name } = identifyElement(reading, element);
  const near = findNear(reading, element);
  const twins = findTwins(reading, element);
  return {
    role,
    name: name.slice(0, LONGEST_NAME),
    tag: getLocalName(element),
    attributes: readAttributes(reading, element),
    within: findPlaces(reading, element),
    ...(near === undefined ? {} : { near }),
    nth: Math.max(0, twins.indexOf(element)),
    of: Math.max(1, twins.length),
    ...(reading.window.parent === reading.window ? {} : { frameOrigin: reading.window.origin }),
  };
}

/** Role and name as the observation prints them for a thing without inner structure. */
export function identifyElement(reading: Reading, element: Element): { role: string; name: string } {
  const role = findPrintedRole(reading, element);
  return { role, name: nameElement(reading, element, role) };
}

/** Attributes of the fingerprint, cut to a bearable length. */
export function readAttributes(reading: Reading, element: Element): Record<string, string> {
  const attributes: Record<string, string> = {};
  const keep = (name: string, value: string | null): void => {
    if (value) attributes[name] = value.slice(0, LONGEST_ATTRIBUTE);
  };
  const id = getAttribute(element, 'id');
  if (id && !isGenerated(id)) keep('id', id);
  for (const name of KEPT_ATTRIBUTES) keep(name, getAttribute(element, name));
  if (LABELLED_BY_VALUE.has(inputType(element))) keep('value', getAttribute(element, 'value'));
  keep('href', pathOf(getAttribute(element, 'href'), reading.document.baseURI));
  return attributes;
}

/** Ids that frameworks count or hash: `:r3:`, `mat-input-12`, `ember482`, `a1b2c3d4`. */
function isGenerated(id: string): boolean {
  return /\d{3,}|^:|:$|^(ember|mui|radix|headlessui|react|mat|cdk|yui|ext|gwt)[-_:]?.*\d|[a-f\d]{8,}/i.test(
    id,
  );
}

/** Where a link leads on its site: the query and the fragment change too often. */
function pathOf(href: string | null, base: string): string | null {
  if (href === null || !URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  return /^https?:$/.test(url.protocol) ? url.pathname : null;
}
