import { getAttribute } from '../../observe/dom';
import type { PageWindow } from '../actor/act-context';
import { closestRendered, focusedElementOf } from '../actor/native-dom';
import { quoteShort } from '../actor/name-element';
import { isDisabled } from '../ready/actionable';
import { queryInRoot, type Roots } from './roots-in-reach';

/** What an action may change, as it was before. */
export interface Stock {
  url: string;
  focus: Element | undefined;
  dialogs: ReadonlySet<Element>;
  /** States of the element as one phrase. */
  states: string;
  isDisabled: boolean;
  /** What the fields hold: a script that sets a value leaves no other trace in the document. */
  values: ReadonlyMap<Element, string>;
}

export function takeStock(window: PageWindow, roots: Roots, element: Element | undefined): Stock {
  return {
    url: window.location.href,
    focus: focusedElementOf(window.document),
    dialogs: new Set(findOpenDialogs(window, roots)),
    states: element ? readStates(element) : '',
    isDisabled: element !== undefined && isDisabled(element),
    values: readValues(roots),
  };
}

const OPEN_DIALOGS = 'dialog[open],[role=dialog],[role=alertdialog]';

export function findOpenDialogs({ document }: PageWindow, roots: Roots): Element[] {
  const focused = focusedElementOf(document);
  // One in a shadow root that nobody knows of takes the focus as it opens.
  const holding = focused && closestRendered(focused, OPEN_DIALOGS);
  const dialogs = new Set(roots.flatMap((root) => queryInRoot(root, OPEN_DIALOGS)));
  if (holding) dialogs.add(holding);
  return [...dialogs].filter((dialog) =>
    dialog.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  );
}

const MAX_FIELDS = 500;

export function readValues(roots: Roots): Map<Element, string> {
  const fields = roots.flatMap((root) => queryInRoot(root, 'input:not([type=hidden]),textarea,select'));
  return new Map(fields.slice(0, MAX_FIELDS).map((field) => [field, readValue(field)]));
}

function readValue(field: Element): string {
  const { type, checked, value } = field as HTMLInputElement;
  if (type === 'checkbox' || type === 'radio') return checked ? 'checked' : 'not checked';
  return typeof value === 'string' ? value : '';
}

const STATE_ATTRIBUTES = [
  'aria-expanded',
  'aria-pressed',
  'aria-selected',
  'aria-checked',
  'aria-current',
  'open',
];

/** States of an element as one phrase: "expanded=true, checked=false". */
export function readStates(element: Element): string {
  return STATE_ATTRIBUTES.flatMap((attribute) => {
    const value = getAttribute(element, attribute);
    return value === null
      ? []
      : [`${attribute.replace('aria-', '')}=${quoteShort(value, 20).replaceAll('"', '') || 'true'}`];
  }).join(', ');
}
