import type { Effect } from '../../../trajectories/action';
import { getShadowRoot, isConnected, queryDocument } from '../../observe/dom';
import type { ActDeps, PageWindow, RunnerOutcome } from '../actor/act-context';
import { nameElement, quoteShort } from '../actor/name-element';
import { closestRendered, focusedElementOf, renderedAncestorsOf } from '../actor/native-dom';
import { settle, watchLeaving, type Leaving } from './settle';
import { watchAnimations } from './watch-animations';

/** Watches one action from before its first event; `finish` waits until the page is quiet and says what changed. */
export interface EffectWatch {
  finish(outcome: RunnerOutcome, signal: AbortSignal): Promise<{ effect: Effect; message: string }>;
  stop(): void;
}

interface Before {
  url: string;
  focus: Element | undefined;
  dialogs: Set<Element>;
  states: string;
}

export function watchEffect(deps: ActDeps, element: Element | undefined): EffectWatch {
  const { window } = deps;
  const roots = [window.document, ...shadowRootsAround(element)];
  const tally = tallyMutations(window, roots);
  const animations = watchAnimations(window, roots);
  const leaving = watchLeaving(window);
  const before = takeStock(window, element);
  return {
    async finish(outcome, signal) {
      const activity = { lastChangeAt: tally.lastChangeAt, animatingMs: animations.remainingMs };
      if (!outcome.nothingDone) await settle(window, activity, leaving, signal);
      tally.flush();
      const effect = readEffect(deps, before, tally, leaving, outcome);
      const states = element && isConnected(element) ? readStates(element) : before.states;
      return { effect, message: phrase(outcome, effect, tally, leaving, before.states, states) };
    },
    stop() {
      tally.stop();
      leaving.stop();
    },
  };
}

const OPEN_DIALOGS = 'dialog[open],[role=dialog],[role=alertdialog]';

function takeStock(window: PageWindow, element: Element | undefined): Before {
  return {
    url: window.location.href,
    focus: focusedElementOf(window.document),
    dialogs: new Set(findOpenDialogs(window.document)),
    states: element ? readStates(element) : '',
  };
}

/** Those of the document itself, and the one that holds the focus: a dialog in a shadow root takes it as it opens. */
function findOpenDialogs(document: Document): Element[] {
  const focused = focusedElementOf(document);
  const holding = focused && closestRendered(focused, OPEN_DIALOGS);
  const dialogs = [...queryDocument(document, OPEN_DIALOGS), ...(holding ? [holding] : [])];
  return dialogs.filter((dialog) =>
    dialog.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  );
}

function readEffect(
  deps: ActDeps,
  before: Before,
  tally: Tally,
  leaving: Leaving,
  outcome: RunnerOutcome,
): Effect {
  const { window } = deps;
  const url = leaving.destination() ?? window.location.href;
  const focus = focusedElementOf(window.document);
  const moved = focus !== before.focus && focus !== outcome.target ? focus : undefined;
  const dialog = findOpenDialogs(window.document).find((one) => !before.dialogs.has(one));
  const { added, removed } = tally.count();
  return {
    ...(url !== before.url ? { url } : {}),
    ...(leaving.seen() ? { leaves: true } : {}),
    ...(outcome.value !== undefined ? { value: outcome.value } : {}),
    ...(moved ? { focus: nameElement({ deps }, moved) } : {}),
    ...(dialog ? { dialog: deps.describe(dialog).name || 'dialog' } : {}),
    ...(added ? { added } : {}),
    ...(removed ? { removed } : {}),
    ...(outcome.scrolled !== undefined ? { scrolled: outcome.scrolled } : {}),
  };
}

function phrase(
  outcome: RunnerOutcome,
  effect: Effect,
  tally: Tally,
  leaving: Leaving,
  statesBefore: string,
  states: string,
): string {
  const news: string[] = [];
  if (effect.url !== undefined) news.push(`the address is now ${effect.url}`);
  else if (leaving.seen()) news.push('the page is being loaded anew');
  if (effect.dialog !== undefined) news.push(`dialog ${quoteShort(effect.dialog)} opened`);
  if (states !== statesBefore) news.push(`it is now ${states || 'in its plain state'}`);
  if (effect.focus !== undefined) news.push(`the focus is on ${effect.focus}`);
  if (effect.added) news.push(`${plural(effect.added, 'element')} appeared`);
  if (effect.removed) news.push(`${plural(effect.removed, 'element')} went away`);
  if (news.length === 0 && tally.touched()) news.push('the page changed in place');
  const did = outcome.message;
  if (news.length > 0) return `${did}; ${news.join(', ')}`;
  const saysEnough = outcome.value !== undefined || outcome.scrolled !== undefined;
  return saysEnough && !outcome.nothingDone ? did : `${did}; nothing changed`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
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
function readStates(element: Element): string {
  return STATE_ATTRIBUTES.flatMap((attribute) => {
    const value = Element.prototype.getAttribute.call(element, attribute);
    return value === null
      ? []
      : [`${attribute.replace('aria-', '')}=${quoteShort(value, 20).replaceAll('"', '') || 'true'}`];
  }).join(', ');
}

interface Tally {
  /** `performance.now()` of the last change that counts as activity. */
  lastChangeAt(): number;
  count(): { added: number; removed: number };
  /** Whether anything at all was changed, also text and attributes. */
  touched(): boolean;
  flush(): void;
  stop(): void;
}

function tallyMutations(window: PageWindow, roots: readonly Node[]): Tally {
  const added = new Set<Element>();
  const removed = new Set<Element>();
  let lastChangeAt = window.performance.now();
  let touched = false;
  const take = (records: MutationRecord[]): void => {
    for (const record of records) {
      // Animations write `style` without end: that is no activity to wait for.
      if (record.type === 'attributes' && record.attributeName === 'style') continue;
      touched = true;
      lastChangeAt = window.performance.now();
      sortNodes(record, added, removed);
    }
  };
  const observer = new window.MutationObserver(take);
  for (const root of roots) {
    observer.observe(root, { childList: true, subtree: true, attributes: true, characterData: true });
  }
  return {
    lastChangeAt: () => lastChangeAt,
    count: () => ({ added: countWithin(added), removed: countWithin(removed) }),
    touched: () => touched,
    flush: () => take(observer.takeRecords()),
    stop: () => observer.disconnect(),
  };
}

function sortNodes(record: MutationRecord, added: Set<Element>, removed: Set<Element>): void {
  for (const node of record.removedNodes) {
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    if (!added.delete(node as Element)) removed.add(node as Element);
  }
  for (const node of record.addedNodes) {
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    if (!removed.delete(node as Element)) added.add(node as Element);
  }
}

function countWithin(roots: Set<Element>): number {
  let count = 0;
  for (const root of roots) count += 1 + Element.prototype.querySelectorAll.call(root, '*').length;
  return count;
}

/** A document's observer does not see into shadow roots: those around and of the element are watched by name. */
function shadowRootsAround(element: Element | undefined): ShadowRoot[] {
  if (!element) return [];
  return Array.from(renderedAncestorsOf(element)).flatMap((ancestor) => getShadowRoot(ancestor) ?? []);
}
