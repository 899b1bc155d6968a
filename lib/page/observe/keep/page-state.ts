import { getActiveElement, matches, queryDocument } from '../dom';
import { DECISIVE, OPEN_DIALOG, type Reading } from '../reading';
import type { PageArea } from '../walk/visibility';
import type { Sheets } from './read-sheets';

/** What a page shows depends on, besides its document. */
export interface PageState {
  /** What concerns the whole page, in words that are compared. */
  whole: string;
  /** Elements in each state that a style sheet asks for. */
  states: Map<string, readonly Element[]>;
  /** Elements that an animation or transition is changing. */
  animated: readonly Element[];
  focused: Element | null;
  scrolledTo: number;
  /** Selectors in `DECISIVE` that nothing matches. */
  absent: readonly string[];
  /** Sizes of window and page. */
  area: string;
}

const ON_TOP = 'dialog:modal,[popover]:popover-open';
const MOST_QUERIES = 40;
const MOST_ANIMATED = 200;

/** Undefined when so much may change by itself that nothing can be kept. */
export function readPageState(
  reading: Reading,
  page: PageArea,
  { text, dependence }: Sheets,
): PageState | undefined {
  if (!dependence || dependence.states.size + dependence.holding.size > MOST_QUERIES) return undefined;
  // Of what lies behind a dialog little is read.
  if (reading.holds(OPEN_DIALOG)) return undefined;
  const animated = listAnimated(reading.document);
  // The browser's own style sheet asks for what is on top.
  const states = readStates(reading.document, [ON_TOP, ...dependence.states.keys(), ...dependence.holding]);
  if (!animated || !states) return undefined;
  const { focused, window } = reading;
  const area = describeArea(reading, page);
  const absent = DECISIVE.filter((selector) => !reading.holds(selector));
  const whole = [area, absent.join(), reading.document.designMode, text].join(' ');
  return { whole, area, absent, states, animated, focused, scrolledTo: window.scrollY };
}

function readStates(
  document: Document,
  selectors: readonly string[],
): Map<string, readonly Element[]> | undefined {
  const states = new Map<string, readonly Element[]>();
  for (const selector of selectors) {
    const found = find(document, selector);
    if (found) states.set(selector, found);
    else if (selector !== ON_TOP) return undefined;
  }
  return states;
}

function describeArea({ window }: Reading, page: PageArea): string {
  const { innerWidth, innerHeight, devicePixelRatio, scrollX } = window;
  return [innerWidth, innerHeight, devicePixelRatio, page.left + scrollX, page.right + scrollX].join(' ');
}

/** States of one element at a time, which need no search. */
const OF_FOCUSED = new Set([':focus', ':focus-visible']);

function find(document: Document, selector: string): readonly Element[] | undefined {
  try {
    if (!OF_FOCUSED.has(selector)) return [...queryDocument(document, selector)];
    const focused = getActiveElement(document);
    return focused && matches(focused, selector) ? [focused] : [];
  } catch {
    // Written for another browser; here its rule is void as well, but a list with `:is()` forgives.
    return undefined;
  }
}

/** Undefined: too many to be told apart. */
function listAnimated(document: Document): readonly Element[] | undefined {
  const animations = Document.prototype.getAnimations.call(document);
  if (animations.length > MOST_ANIMATED) return undefined;
  return animations.flatMap(({ effect }) => (effect instanceof KeyframeEffect ? (effect.target ?? []) : []));
}

/** Neither scrolled nor resized, and everything in the same states. */
export function isStill(reading: Reading, page: PageArea, before: PageState): boolean {
  if (reading.window.scrollY !== before.scrolledTo || describeArea(reading, page) !== before.area)
    return false;
  const states = readStates(
    reading.document,
    [...before.states.keys()].filter((state) => !state.includes(':has(')),
  );
  const animated = listAnimated(reading.document);
  if (!states || !animated || listDifferent(animated, before.animated).length > 0) return false;
  return [...states].every(
    ([state, found]) => listDifferent(found, before.states.get(state) ?? []).length === 0,
  );
}

/** Elements that are in only one of both. */
export function listDifferent(some: readonly Element[], others: readonly Element[]): Element[] {
  if (some.length === others.length && some.every((element, index) => element === others[index])) return [];
  const one = new Set(some);
  const other = new Set(others);
  return [...some.filter((element) => !other.has(element)), ...others.filter((element) => !one.has(element))];
}
