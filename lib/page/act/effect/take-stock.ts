import { getAttribute, matches, queryRoot } from '../../observe/dom';
import type { PageWindow } from '../actor/act-context';
import { closestRendered, focusedElementOf } from '../actor/native-dom';
import { quoteShort } from '../actor/name-element';
import { isDisabled } from '../ready/actionable';

/** What an action may change, as it was before. */
export interface Stock {
  url: string;
  focus: Element | undefined;
  dialogs: ReadonlySet<Element>;
  /** States of the element as one phrase. */
  states: string;
  isDisabled: boolean;
}

export type Roots = readonly (Document | ShadowRoot)[];

export function takeStock(window: PageWindow, roots: Roots, element: Element | undefined): Stock {
  return {
    url: window.location.href,
    focus: focusedElementOf(window.document),
    dialogs: new Set(findOpenDialogs(window, roots)),
    states: element ? readStates(element) : '',
    isDisabled: element !== undefined && isDisabled(element),
  };
}

const OPEN_DIALOGS = 'dialog[open],[role=dialog],[role=alertdialog]';

export function findOpenDialogs({ document }: PageWindow, roots: Roots): Element[] {
  const focused = focusedElementOf(document);
  // One in a shadow root that nobody knows of takes the focus as it opens.
  const holding = focused && closestRendered(focused, OPEN_DIALOGS);
  const dialogs = new Set(roots.flatMap((root) => queryRoot(root, OPEN_DIALOGS)));
  if (holding) dialogs.add(holding);
  return [...dialogs].filter((dialog) =>
    dialog.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  );
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
  const said = STATE_ATTRIBUTES.flatMap((attribute) => {
    const value = getAttribute(element, attribute);
    return value === null
      ? []
      : [`${attribute.replace('aria-', '')}=${quoteShort(value, 20).replaceAll('"', '') || 'true'}`];
  });
  if (matches(element, 'input:is([type=checkbox],[type=radio])'))
    said.push(`checked=${String((element as HTMLInputElement).checked)}`);
  return said.join(', ');
}
