import { ELEMENT_NODE, getChildren, getNodeType, getParentNode, matches, queryFirstWithin } from '../dom';
import type { Reading } from '../reading';
import { type PageState, listDifferent } from './page-state';
import { ANY_ATTRIBUTE, type StyleDependence } from './read-selectors';
import { addPath, type Edits } from './watch-document';

/** What has to be read anew. */
export interface Stale {
  /** Nodes that changed or hold something that did. */
  changed: Set<Node>;
  /** Elements in which everything may have changed. */
  roots: Set<Element>;
}

/** What was nowhere before is still nowhere unless it came in. */
export function assumeDecisive(reading: Reading, edits: Edits, { absent }: PageState): void {
  for (const selector of absent) if (!hasCome(edits, selector)) reading.assumeNone(selector);
}

function hasCome({ attributes, added }: Edits, selector: string): boolean {
  for (const element of attributes.keys()) if (matches(element, selector)) return true;
  for (const element of added)
    if (matches(element, selector) || queryFirstWithin(element, selector) !== null) return true;
  return false;
}

/** Undefined when that is everything. */
export function findStale(
  edits: Edits,
  dependence: StyleDependence,
  before: PageState,
  now: PageState,
): Stale | undefined {
  if (before.whole !== now.whole) return undefined;
  const stale: Stale = { changed: new Set(), roots: new Set() };
  for (const target of edits.targets) addPath(stale.changed, target);
  for (const element of edits.added) stale.roots.add(element);
  for (const [element, names] of edits.attributes) {
    stale.roots.add(element);
    if (leadsByAttribute(dependence, names)) addParent(stale, element);
  }
  addRegrouped(stale, edits, dependence);
  addStates(stale, dependence, before, now);
  for (const element of [...before.animated, ...now.animated]) addRoot(stale, element);
  for (const element of [before.focused, now.focused]) if (element) addPath(stale.changed, element);
  return stale;
}

function addRoot({ changed, roots }: Stale, element: Element): void {
  roots.add(element);
  addPath(changed, element);
}

/** What stands beside an element may have changed with it. */
function addParent(stale: Stale, element: Element): void {
  const parent = getParentNode(element);
  if (parent && getNodeType(parent) === ELEMENT_NODE) stale.roots.add(parent as Element);
}

function leadsByAttribute({ leading }: StyleDependence, names: ReadonlySet<string>): boolean {
  return leading.has(ANY_ATTRIBUTE) || [...names].some((name) => leading.has(name));
}

/** Children that look otherwise because of what came or went beside them. */
function addRegrouped({ roots }: Stale, { regrouped }: Edits, { structural }: StyleDependence): void {
  const selector = [...structural].join(',');
  if (selector === '') return;
  for (const [parent, gone] of regrouped) {
    if (getNodeType(parent) !== ELEMENT_NODE) continue;
    const isConcerned = [...gone, ...getChildren(parent as Element)].some((child) =>
      matches(child, selector),
    );
    if (isConcerned) roots.add(parent as Element);
  }
}

function addStates(stale: Stale, dependence: StyleDependence, before: PageState, now: PageState): void {
  for (const [state, elements] of now.states) {
    const selector = [...(dependence.states.get(state) ?? ['*'])].join(',');
    const leads = dependence.leading.has(/^:(?:not\(:)?([\w-]+)/.exec(state)?.[1] ?? 'has');
    for (const element of listDifferent(elements, before.states.get(state) ?? [])) {
      if (matches(element, selector)) addRoot(stale, element);
      if (leads) addParent(stale, element);
    }
  }
}
