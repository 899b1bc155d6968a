import { contains, matches, queryWithin } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { expectNotStopped } from '../actor/act-context';
import { closestRendered, focusedElementOf, renderedAncestorsOf } from '../actor/native-dom';
import { nextChange, waitUntil } from '../effect/wait';
import { isShown } from '../ready/actionable';
import { overflows, scrollAreaBy } from '../ready/scroll-area';
import { isTextField, type TextField } from '../text/editable';
import { writeAtOnce } from '../text/write-at-once';
import { findByWholeText } from './alike-items';
import { findOwnField } from './list-control';
import { matchOption, matchWholly, type Choice } from './match-option';
import { COMMANDS, makeChoice } from './option-elements';
import type { OpenList } from './open-list';

type Options = Choice<Element>[];

/** How long an opened list goes on being drawn. */
const DRAWN_MS = 200;

/** What came of looking for an option. */
export interface OptionSearch {
  found: Choice<Element> | undefined;
  /** The options that there were, and those that typing brought. */
  seen: Options;
  /** Text typed into the field of the control itself, which stays there when nothing is chosen. */
  typedInto: TextField | undefined;
}

/** Finds an option: among those on show, by typing where the list can be filtered, by scrolling where it is longer than its box. */
export async function findOption(context: ActContext, list: OpenList, wanted: string): Promise<OptionSearch> {
  // Lists are drawn bit by bit.
  const find = (): Choice<Element> | undefined => matchWholly(list.offered(), wanted);
  const whole = await waitUntil(context.window, DRAWN_MS, context.signal, find);
  const first = list.offered();
  if (whole) return { found: whole, seen: first, typedInto: undefined };
  const field = findFilter(context, list);
  const typed = field ? await filter(context, list, field, wanted) : undefined;
  if (typed?.found) return { ...typed, typedInto: field };
  const scrolled = await scrollThrough(context, list, wanted);
  const seen = unite([...first, ...(typed?.seen ?? []), ...scrolled.seen]);
  const found = scrolled.found ?? matchOption(list.offered(), wanted) ?? findAnonymous(context, list, wanted);
  return { found, seen, typedInto: field && contains(list.control, field) ? field : undefined };
}

/** Something in a list without roles that is no item like the others: the only result, for one. */
function findAnonymous(context: ActContext, list: OpenList, wanted: string): Choice<Element> | undefined {
  if (list.offered().some(({ item }) => matches(item, '[role]'))) return undefined;
  const element = findByWholeText(list.roots(), wanted);
  const isCommand = element && closestRendered(element, COMMANDS);
  return element && !isCommand ? makeChoice(context, element) : undefined;
}

/** Of the control itself, else of what opened with it: many lists have a search box of their own. */
export function findFilter(context: ActContext, list: OpenList): TextField | undefined {
  const own = findOwnField(list.control);
  if (own) return own;
  const focused = focusedElementOf(context.document);
  const roots = list.roots();
  const inside = roots.flatMap((root) => [root, ...queryWithin(root, 'input')]);
  const fields = [...(focused && roots.some((root) => contains(root, focused)) ? [focused] : []), ...inside];
  return fields.find(
    (field): field is TextField =>
      isTextField(field) && isShown(field) && !matches(field, ':read-only,:disabled'),
  );
}

/** Results of a search come when they come: as long as something happens, but not for ever. */
const SEARCH_QUIET_MS = 1500;
const SEARCH_TIMEOUT_MS = 6000;
/** A partial match is believed when the list has not changed for this long: the old list may still be on show. */
const BELIEVED_MS = 350;

/** Types into the filter, the whole text first, then its beginning: a search for "Berlin, Germany" may know "Berlin" only. */
async function filter(
  context: ActContext,
  list: OpenList,
  field: TextField,
  wanted: string,
): Promise<{ found: Choice<Element> | undefined; seen: Options }> {
  const before = field.value;
  const seen: Options = [];
  for (const words of [wanted, ...beginningOf(wanted)]) {
    writeAtOnce(context, field, words, false);
    const found = await awaitMatch(context, list, wanted, seen);
    if (found) return { found, seen };
  }
  writeAtOnce(context, field, before, false);
  await waitUntil(context.window, BELIEVED_MS, context.signal, () => list.offered().length > 0 || undefined);
  return { found: undefined, seen };
}

function beginningOf(wanted: string): string[] {
  const beginning = /^[^,(–—|/]+/u.exec(wanted)?.[0].trim() ?? '';
  return beginning !== '' && beginning !== wanted ? [beginning] : [];
}

async function awaitMatch(
  context: ActContext,
  list: OpenList,
  wanted: string,
  seen: Options,
): Promise<Choice<Element> | undefined> {
  const { performance } = context.window;
  const begunAt = performance.now();
  let labels = '';
  let changedAt = begunAt;
  for (;;) {
    expectNotStopped(context.signal);
    const now = performance.now();
    const offered = list.offered();
    const said = offered.map(({ label }) => label).join('\n');
    if (said !== labels) changedAt = now;
    labels = said;
    const isBelieved = now - changedAt > BELIEVED_MS;
    const whole = matchWholly(offered, wanted);
    const found =
      whole ??
      (isBelieved ? (matchOption(offered, wanted) ?? findAnonymous(context, list, wanted)) : undefined);
    if (found) return found;
    if (now - changedAt > SEARCH_QUIET_MS || now - begunAt > SEARCH_TIMEOUT_MS) {
      seen.push(...offered);
      return undefined;
    }
    await nextChange(context.window, 100, context.signal);
  }
}

const SCROLL_TIMEOUT_MS = 15_000;
/** How long a list may take to draw the next part, or to load it. */
const DRAW_MS = 120;
const LOAD_MS = 500;
const PART = 0.8;

/** Scrolls a list that draws only what is on show, from its top to its end. */
async function scrollThrough(
  context: ActContext,
  list: OpenList,
  wanted: string,
): Promise<{ found: Choice<Element> | undefined; seen: Options }> {
  const seen: Options = [];
  const area = scrollerOf(list);
  if (!area) return { found: undefined, seen };
  const end = context.window.performance.now() + SCROLL_TIMEOUT_MS;
  scrollAreaBy(area, 0, -area.scrollHeight);
  await nextChange(context.window, DRAW_MS, context.signal);
  while (context.window.performance.now() < end) {
    expectNotStopped(context.signal);
    const offered = list.offered();
    seen.push(...offered);
    const found = matchWholly(offered, wanted);
    if (found) return { found, seen };
    if (scrollAreaBy(area, 0, area.clientHeight * PART) === 0) {
      const height = area.scrollHeight;
      const grew = await waitUntil(
        context.window,
        LOAD_MS,
        context.signal,
        () => area.scrollHeight > height || undefined,
      );
      if (!grew) break;
    }
    await nextChange(context.window, DRAW_MS, context.signal);
  }
  return { found: await returnToPartial(context, list, area, seen, wanted), seen };
}

/** The one option that contains the text, once all have been seen; the list is scrolled back to where it is. */
async function returnToPartial(
  context: ActContext,
  list: OpenList,
  area: Element,
  seen: Options,
  wanted: string,
): Promise<Choice<Element> | undefined> {
  const label = matchOption(unite(seen), wanted)?.label;
  if (label === undefined) return undefined;
  scrollAreaBy(area, 0, -area.scrollHeight);
  for (let top = 0; top <= area.scrollHeight; top += area.clientHeight * PART) {
    await nextChange(context.window, DRAW_MS, context.signal);
    const found = list.offered().find((choice) => choice.label === label);
    if (found) return found;
    scrollAreaBy(area, 0, area.clientHeight * PART);
  }
  return undefined;
}

function scrollerOf(list: OpenList): Element | undefined {
  const [first] = list.offered();
  if (!first) return undefined;
  for (const ancestor of renderedAncestorsOf(first.item)) {
    if (ancestor === list.control || matches(ancestor, 'body,html')) return undefined;
    if (clipsMore(ancestor)) return ancestor;
  }
  return undefined;
}

/** Virtual lists hide their overflow and scroll by themselves; they follow `scrollTop` all the same. */
function clipsMore(area: Element): boolean {
  return overflows(area) && getComputedStyle(area).overflowY !== 'visible';
}

/** Each label once: a virtual list draws the same option again and again. */
function unite(options: Options): Options {
  return [...new Map(options.map((option) => [option.label, option])).values()];
}
