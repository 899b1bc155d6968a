import {
  contains,
  getAttribute,
  getRect,
  getShadowRoot,
  isConnected,
  matches,
  queryDocument,
  queryWithin,
} from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { renderedAncestorsOf } from '../actor/native-dom';
import { isShown } from '../ready/actionable';

/** What has come into view since the watch began. */
export interface AppearanceWatch {
  /** The outermost elements that are shown now and were not before, oldest first. */
  roots(): Element[];
  stop(): void;
}

/** They say that something is out of reach, of elements that stay in view. */
const VEILING = new Set(['aria-hidden', 'inert', 'data-aria-hidden']);
const TOP_LAYER = ':popover-open,dialog[open]';

/** Watches from before a list is opened: lists are added, unhidden by an attribute, by a class around them, or shown as popovers. */
export function watchAppearing(context: ActContext, control: Element): AppearanceWatch {
  const { document } = context;
  const touched = new Set<Element>();
  const onTop = new Set(queryDocument(document, TOP_LAYER));
  const near = regionOf(control);
  const shownNear = new Set([...queryWithin(near, '*')].filter(isShown));
  const take = (records: MutationRecord[]): void => {
    for (const record of records) for (const element of touchedBy(record)) touched.add(element);
  };
  const observer = new context.window.MutationObserver(take);
  for (const root of [document, ...shadowRootsAround(control)]) {
    observer.observe(root, { childList: true, subtree: true, attributes: true, attributeOldValue: true });
  }
  return {
    roots() {
      take(observer.takeRecords());
      const around = new Set(renderedAncestorsOf(control));
      const opened = [...queryDocument(document, TOP_LAYER)].filter((element) => !onTop.has(element));
      const unveiled = [...queryWithin(near, '*')].filter((element) => !shownNear.has(element));
      const shown = [...new Set([...touched, ...opened, ...unveiled])].filter(
        (element) =>
          isConnected(element) &&
          !around.has(element) &&
          (!contains(control, element) || isLayer(element)) &&
          isInView(element),
      );
      return shown.filter((element) => !shown.some((other) => other !== element && contains(other, element)));
    },
    stop: () => observer.disconnect(),
  };
}

/** Taken out of the flow: drawn over what is around it, as lists are that a control holds itself. */
export function isLayer(element: Element): boolean {
  return /^(absolute|fixed)$/.test(getComputedStyle(element).position);
}

/** Portals are often boxes of no height around what is drawn. */
function isInView(element: Element): boolean {
  return isDrawn(element) || [...queryWithin(element, '*')].some(isDrawn);
}

/** Words for screen readers alone are a pixel large. */
export function isDrawn(element: Element): boolean {
  const { width, height } = getRect(element);
  return width > 1 && height > 1 && isShown(element);
}

function touchedBy(record: MutationRecord): Element[] {
  if (record.type === 'attributes') {
    const { attributeName: name = '', oldValue } = record;
    const element = record.target as Element;
    const hasChanged = name !== null && !VEILING.has(name) && getAttribute(element, name) !== oldValue;
    return hasChanged ? [element] : [];
  }
  return [...record.addedNodes].filter((node): node is Element => node.nodeType === Node.ELEMENT_NODE);
}

const REGION_LEVELS = 3;
const MAX_REGION_ELEMENTS = 400;

/** The surroundings of the control in which a class may unhide the list. */
function regionOf(control: Element): Element {
  let region = control;
  let level = 0;
  for (const ancestor of renderedAncestorsOf(control)) {
    if (level++ > REGION_LEVELS || matches(ancestor, 'body,html')) break;
    if (queryWithin(ancestor, '*').length > MAX_REGION_ELEMENTS) break;
    region = ancestor;
  }
  return region;
}

export function shadowRootsAround(control: Element): ShadowRoot[] {
  return [...renderedAncestorsOf(control)].flatMap((ancestor) => getShadowRoot(ancestor) ?? []);
}
