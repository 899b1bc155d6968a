import { getActiveElement, matches, queryDocument } from '../dom';
import { DECISIVE, OPEN_DIALOG, Reading } from '../reading';
import type { Steps } from '../walk/steps';
import { measurePage } from '../walk/visibility';
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
export function* readPageState(reading: Reading, { text, dependence }: Sheets): Steps<PageState | undefined> {
  if (!dependence || dependence.states.size + dependence.holding.size > MOST_QUERIES) return undefined;
  // Of what lies behind a dialog little is read.
  if (reading.holds(OPEN_DIALOG)) return undefined;
  const absent: string[] = [];
  for (const selector of DECISIVE) {
    if (!reading.holds(selector)) absent.push(selector);
    yield;
  }
  const { focused, window } = reading;
  const animated = listAnimated(window.document);
  // The browser's own style sheet asks for what is on top.
  const selectors = [ON_TOP, ...dependence.states.keys(), ...dependence.holding];
  const states = yield* readStates(window.document, selectors);
  if (!animated || !states) return undefined;
  const area = describeArea(reading);
  const whole = [area, absent.join(), window.document.designMode, text].join(' ');
  return { whole, area, absent, states, animated, focused, scrolledTo: window.scrollY };
}

function* readStates(
  document: Document,
  selectors: readonly string[],
): Steps<Map<string, readonly Element[]> | undefined> {
  const states = new Map<string, readonly Element[]>();
  for (const selector of selectors) {
    const found = find(document, selector);
    if (found) states.set(selector, found);
    else if (selector !== ON_TOP) return undefined;
    yield;
  }
  return states;
}

/** Sizes of window and page. */
function describeArea(reading: Reading): string {
  const { innerWidth, innerHeight, devicePixelRatio, scrollX } = reading.window;
  const { left, right } = measurePage(reading);
  return [innerWidth, innerHeight, devicePixelRatio, left + scrollX, right + scrollX].join(' ');
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
export function* isStill(window: Window, before: PageState): Steps<boolean> {
  if (window.scrollY !== before.scrolledTo || describeArea(new Reading(window)) !== before.area) return false;
  const animated = listAnimated(window.document);
  if (!animated || listDifferent(animated, before.animated).length > 0) return false;
  for (const [state, known] of before.states) {
    // Changes with the document or with one of the others.
    if (state.includes(':has(')) continue;
    if (listDifferent(find(window.document, state) ?? [], known).length > 0) return false;
    yield;
  }
  return true;
}

/** Elements that are in only one of both. */
export function listDifferent(some: readonly Element[], others: readonly Element[]): Element[] {
  if (some.length === others.length && some.every((element, index) => element === others[index])) return [];
  const one = new Set(some);
  const other = new Set(others);
  return [...some.filter((element) => !other.has(element)), ...others.filter((element) => !one.has(element))];
}
