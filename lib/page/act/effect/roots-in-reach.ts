import {
  getLocalName,
  getNodeType,
  getShadowRoot,
  mayHostShadow,
  queryDocument,
  queryFragment,
} from '../../observe/dom';
import type { PageWindow } from '../actor/act-context';
import { renderedAncestorsOf } from '../actor/native-dom';

export type Roots = readonly (Document | ShadowRoot)[];

/** All matches in one of them. Documents of other frames have prototypes of their own: the kind of node tells. */
export function queryInRoot(root: Document | ShadowRoot, selector: string): Element[] {
  return isDocument(root) ? [...queryDocument(root, selector)] : [...queryFragment(root, selector)];
}

export function isDocument(root: Document | ShadowRoot): root is Document {
  return getNodeType(root) === Node.DOCUMENT_NODE;
}

/** Documents of more elements than this are not searched for shadow roots: that would cost more than the action. */
const MAX_ELEMENTS = 20_000;

/**
 * Where an action on the element may show: the document, the shadow roots in it, and documents of the same origin in
 * and around it. An observer of a document sees into none of the others.
 */
export function findRootsInReach(window: PageWindow, element: Element | undefined): Roots {
  const documents = [window.document, ...documentsAround(window), ...documentsInside(window.document)];
  const roots = new Set<Document | ShadowRoot>(documents);
  for (const root of shadowRootsAround(element)) roots.add(root);
  for (const root of shadowRootsIn(window.document)) roots.add(root);
  return [...roots];
}

function shadowRootsAround(element: Element | undefined): ShadowRoot[] {
  if (!element) return [];
  return Array.from(renderedAncestorsOf(element)).flatMap((ancestor) => getShadowRoot(ancestor) ?? []);
}

/** Open ones of custom elements, also inside one another; what else may host one is met around the element. */
function shadowRootsIn(document: Document): ShadowRoot[] {
  const elements = queryDocument(document, '*');
  if (elements.length > MAX_ELEMENTS) return [];
  const found: ShadowRoot[] = [];
  const collect = (element: Element): void => {
    const localName = getLocalName(element);
    if (!localName.includes('-') || !mayHostShadow(localName)) return;
    const root = getShadowRoot(element, localName);
    if (!root) return;
    found.push(root);
    for (const inner of queryFragment(root, '*')) collect(inner);
  };
  for (const element of elements) collect(element);
  return found;
}

function documentsInside(document: Document): Document[] {
  // To search a large document costs milliseconds.
  if (document.defaultView?.length === 0) return [];
  const frames = queryDocument(document, 'iframe,frame');
  return Array.from(frames).flatMap((frame) => {
    const inner = (frame as HTMLIFrameElement).contentDocument;
    return inner ? [inner, ...documentsInside(inner)] : [];
  });
}

/** Null when the document around is of another origin. */
function documentsAround(window: PageWindow): Document[] {
  const { frameElement } = window;
  if (!frameElement) return [];
  const { ownerDocument } = frameElement;
  const parent = ownerDocument.defaultView as PageWindow | null;
  return parent ? [ownerDocument, ...documentsAround(parent)] : [ownerDocument];
}
