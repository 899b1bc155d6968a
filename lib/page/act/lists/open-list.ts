import {
  contains,
  findById,
  getAttribute,
  getRootNode,
  getShadowRoot,
  hasAttribute,
  isConnected,
  matches,
  queryFragment,
  queryWithin,
} from '../../observe/dom';
import { getFlatChildren } from '../../observe/flat-tree';
import type { ActContext } from '../actor/act-context';
import { findAllDeep, focusedElementOf } from '../actor/native-dom';
import { clickElement } from '../click';
import { waitUntil } from '../effect/wait';
import { sendNamedKey } from '../keys/send-named-key';
import { focusElement } from '../pointer/focus';
import { isShown } from '../ready/actionable';
import { findAlikeItems } from './alike-items';
import { boxOf, findOwnField, OPEN_LISTS, surfaceOf } from './list-control';
import { foldLabel, type Choice } from './match-option';
import { canBeChosen, COMMANDS, isOffered, makeChoice, OPTIONS } from './option-elements';
import { readShown, type ShownChoice } from './shown-choice';
import { isDrawn, isLayer, watchAppearing, type AppearanceWatch } from './watch-appearing';

/** The list of a control, from before it is opened until it is closed. */
export interface OpenList {
  control: Element;
  /** The options on show, those that cannot be chosen left out. */
  offered(): Choice<Element>[];
  /** What came into view with the list. */
  roots(): Element[];
  /** What the control shows and holds at this moment; what is drawn in its list does not count. */
  shown(): ShownChoice;
  /** Whether the options that were offered are still on show, or the control says that they are. */
  isOpen(): boolean;
  /** It was on show before anything was done. */
  wasOpen: boolean;
  stop(): void;
}

/** How long a list may take to open; most open at once, some fetch their options first. */
const OPEN_TIMEOUT_MS = 1200;
const LOAD_TIMEOUT_MS = 4000;
const KEY_TIMEOUT_MS = 600;
/** How long a list that can be typed into may show nothing while the page does not wait for anything either. */
const EMPTY_MS = 400;

/** Opens the list of a control: by pressing it, else by the keys that open lists. `offered` is empty when nothing opened. */
export async function openList(context: ActContext, control: Element): Promise<OpenList> {
  const before = new Set(shownByRole(context));
  const watch = watchAppearing(context, control);
  const known = new Set<Element>();
  const list: OpenList = {
    control,
    wasOpen: false,
    offered() {
      const offered = findOffered(context, control, watch, before);
      for (const { item } of offered) known.add(item);
      return offered;
    },
    roots: () => watch.roots().filter((root) => holdsAny(root, known) || isPopup(root)),
    shown: () => {
      const drawn = watch.roots().filter((root) => contains(boxOf(control), root) && isLayer(root));
      return readShown(
        control,
        drawn.filter((root) => holdsAny(root, known)),
      );
    },
    isOpen() {
      if (tellsOpen(control)) return saysOpen(control);
      return list.offered().length > 0 || [...known].some((item) => isConnected(item) && isShown(item));
    },
    stop: () => watch.stop(),
  };
  if (isOpen(context, control)) return startOpen(list);
  try {
    await pressToOpen(context, list);
  } catch (error) {
    watch.stop();
    throw error;
  }
  return list;
}

/** A list that is on show already; what opens besides it (a drop-down of further options) is closed again afterwards. */
function startOpen(list: OpenList): OpenList {
  const initial = new Set(list.offered().map(({ item }) => item));
  const isMore = (item: Element): boolean => !initial.has(item) && isConnected(item) && isShown(item);
  return { ...list, wasOpen: true, isOpen: () => list.offered().some(({ item }) => isMore(item)) };
}

async function pressToOpen(context: ActContext, list: OpenList): Promise<void> {
  const { control } = list;
  const isEmpty = createEmptyList(context, control);
  const hasOpened = async (limitMs: number): Promise<boolean> => {
    const isOver = (): true | undefined => list.offered().length > 0 || isEmpty() || undefined;
    await waitUntil(context.window, limitMs, context.signal, isOver);
    return list.offered().length > 0;
  };
  await clickElement(context, surfaceOf(control));
  if (await hasOpened(OPEN_TIMEOUT_MS)) return;
  // It is open, and its options are on their way.
  if (saysOpen(control)) return void (await hasOpened(LOAD_TIMEOUT_MS));
  const focused = focusedElementOf(context.document);
  if (!focused || (focused !== control && !control.contains(focused))) focusElement(context, control);
  for (const key of ['ArrowDown', 'Alt+ArrowDown']) {
    sendNamedKey(context, key);
    if (await hasOpened(KEY_TIMEOUT_MS)) return;
  }
}

/**
 * Says whether the control offers nothing before something is typed: it takes typing, and for EMPTY_MS the page has waited for
 * nothing. Never where that cannot be seen.
 */
function createEmptyList({ deps, window }: ActContext, control: Element): () => boolean {
  const world = findOwnField(control) && deps.world?.();
  let busyAt: number | undefined;
  return () => {
    if (!world) return false;
    const now = window.performance.now();
    const { requests, timersMs } = world.pending();
    if (busyAt === undefined || requests > 0 || timersMs > 0) busyAt = now;
    return now - busyAt > EMPTY_MS;
  };
}

/** Whether the options can be chosen without opening anything. */
export function isOpen(context: ActContext, control: Element): boolean {
  const isList = matches(control, `${OPEN_LISTS},fieldset,[role=group]`);
  return (isList || saysOpen(control)) && ownOptions(context, control).length > 0;
}

export function saysOpen(control: Element): boolean {
  return getAttribute(control, 'aria-expanded') === 'true' || holdsExpanded(control);
}

/** A list that fades away is closed already for whoever says so. */
function tellsOpen(control: Element): boolean {
  return hasAttribute(control, 'aria-expanded');
}

function holdsExpanded(control: Element): boolean {
  const root = getShadowRoot(control);
  return (
    queryWithin(control, '[aria-expanded=true]').length > 0 ||
    (root !== null && queryFragment(root, '[aria-expanded=true]').length > 0)
  );
}

/** By the lists that the control names; by what came into view, with roles; by what came anywhere; by likeness alone. */
function findOffered(
  context: ActContext,
  control: Element,
  watch: AppearanceWatch,
  before: ReadonlySet<Element>,
): Choice<Element>[] {
  const own = ownOptions(context, control);
  if (own.length > 0) return choicesOf(context, own);
  const roots = watch.roots();
  const appeared = roots.flatMap((root) => optionsIn(root)).filter((option) => !before.has(option));
  if (appeared.length > 0) return choicesOf(context, appeared);
  const anywhere = shownByRole(context).filter(
    (option) => !before.has(option) && matches(option, '[role=option],[role=treeitem]'),
  );
  if (anywhere.length > 0) return choicesOf(context, anywhere);
  const commands = roots.flatMap((root) => [...queryWithin(root, COMMANDS)].filter(isShown));
  if (commands.length > 0) return isPicker(context, control, commands) ? choicesOf(context, commands) : [];
  const box = boxOf(control);
  return choicesOf(
    context,
    roots.filter((root) => (contains(box, root) ? isLayer(root) : isPopup(root))).flatMap(findAlikeItems),
  );
}

/** What else changes while a list opens holds none of its options. */
function holdsAny(root: Element, items: ReadonlySet<Element>): boolean {
  return [...items].some((item) => contains(root, item));
}

/** Drawn over the page. */
function isPopup(root: Element): boolean {
  const inside = [root, ...queryWithin(root, '*')].slice(0, 5);
  return inside.some((element) => isLayer(element) && isDrawn(element));
}

function choicesOf(context: ActContext, options: Element[]): Choice<Element>[] {
  return options.filter(canBeChosen).map((option) => makeChoice(context, option));
}

/** A menu is a list of values rather than of commands when its button shows one of them. */
function isPicker(context: ActContext, control: Element, commands: Element[]): boolean {
  const { pieces } = readShown(control);
  const shown = foldLabel(pieces.join(' '));
  return commands.some((command) => foldLabel(makeChoice(context, command).label) === shown);
}

function ownOptions(context: ActContext, control: Element): Element[] {
  return [...new Set(findOwnLists(context, control).flatMap((list) => optionsIn(list)))];
}

/** The lists that the control is, holds or names. */
function findOwnLists(context: ActContext, control: Element): Element[] {
  const root = getShadowRoot(control);
  const naming = [control, ...queryWithin(control, NAMING), ...(root ? queryFragment(root, NAMING) : [])];
  const named = naming.flatMap((element) => idsOf(element).flatMap((id) => findNamed(context, element, id)));
  const isList = matches(control, `${OPEN_LISTS},fieldset,[role=group]`) || getShadowRoot(control) !== null;
  return isList ? [control, ...named] : named;
}

const NAMING = '[aria-controls],[aria-owns]';

function idsOf(element: Element): string[] {
  const ids = `${getAttribute(element, 'aria-controls') ?? ''} ${getAttribute(element, 'aria-owns') ?? ''}`;
  return ids.split(/\s+/).filter(Boolean);
}

function findNamed(context: ActContext, element: Element, id: string): Element[] {
  const found = findById(getRootNode(element), id) ?? findById(context.document, id);
  return found ? [found] : [];
}

/** Options under an element as it is drawn (through slots and shadow roots) that are shown. */
function optionsIn(root: Element): Element[] {
  const found: Element[] = [];
  const visit = (element: Element): void => {
    if (matches(element, OPTIONS) && isOffered(element)) found.push(element);
    for (const child of getFlatChildren(element))
      if (child.nodeType === Node.ELEMENT_NODE) visit(child as Element);
  };
  visit(root);
  return found;
}

function shownByRole(context: ActContext): Element[] {
  return findAllDeep(context.document, OPTIONS).filter(isOffered);
}
