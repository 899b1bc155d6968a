/**
 * DOM reads through the prototypes. A form exposes its fields, and a document its images and forms, as
 * own-looking properties (HTML: [LegacyOverrideBuiltIns]), so `form.firstChild` may be an `<input name=firstChild>`.
 */

type Method<T, A extends unknown[], R> = (receiver: T, ...args: A) => R;

function getter<T, R>(prototype: object, property: string): (receiver: T) => R {
  const get = Object.getOwnPropertyDescriptor(prototype, property)?.get;
  if (!get) throw new TypeError(`no getter ${property}`);
  return Function.prototype.call.bind(get) as (receiver: T) => R;
}

function method<T, A extends unknown[], R>(prototype: object, name: string): Method<T, A, R> {
  const found = Object.getOwnPropertyDescriptor(prototype, name)?.value as (...args: A) => R;
  return Function.prototype.call.bind(found) as Method<T, A, R>;
}

export const getNodeType = getter<Node, number>(Node.prototype, 'nodeType');
export const getFirstChild = getter<Node, ChildNode | null>(Node.prototype, 'firstChild');
export const getNextSibling = getter<Node, ChildNode | null>(Node.prototype, 'nextSibling');
export const hasChildNodes = method<Node, [], boolean>(Node.prototype, 'hasChildNodes');
export const getParentNode = getter<Node, ParentNode | null>(Node.prototype, 'parentNode');
export const getTextContent = getter<Node, string | null>(Node.prototype, 'textContent');
export const getOwnerDocument = getter<Node, Document | null>(Node.prototype, 'ownerDocument');
export const isConnected = getter<Node, boolean>(Node.prototype, 'isConnected');
export const getRootNode = method<Node, [], Node>(Node.prototype, 'getRootNode');
export const contains = method<Node, [Node | null], boolean>(Node.prototype, 'contains');
export const comparePosition = method<Node, [Node], number>(Node.prototype, 'compareDocumentPosition');

export const getLocalName = getter<Element, string>(Element.prototype, 'localName');
export const getNamespace = getter<Element, string | null>(Element.prototype, 'namespaceURI');
export const getOpenShadowRoot = getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const getAssignedSlot = getter<Element, HTMLSlotElement | null>(Element.prototype, 'assignedSlot');
export const getClassName = (element: Element): string => getAttribute(element, 'class') ?? '';
export const getFirstElementChild = getter<Element, Element | null>(Element.prototype, 'firstElementChild');
export const getChildren = getter<Element, HTMLCollection>(Element.prototype, 'children');
export const getAttribute = method<Element, [string], string | null>(Element.prototype, 'getAttribute');
export const hasAttribute = method<Element, [string], boolean>(Element.prototype, 'hasAttribute');
export const hasAttributes = method<Element, [], boolean>(Element.prototype, 'hasAttributes');
export const getAttributeNames = method<Element, [], string[]>(Element.prototype, 'getAttributeNames');
export const matches = method<Element, [string], boolean>(Element.prototype, 'matches');
export const closest = method<Element, [string], Element | null>(Element.prototype, 'closest');
export const getRect = method<Element, [], DOMRect>(Element.prototype, 'getBoundingClientRect');
export const getClientWidth = getter<Element, number>(Element.prototype, 'clientWidth');
export const getClientHeight = getter<Element, number>(Element.prototype, 'clientHeight');
export const getScrollHeight = getter<Element, number>(Element.prototype, 'scrollHeight');
export const getElementsByTag = method<Element, [string], HTMLCollectionOf<Element>>(
  Element.prototype,
  'getElementsByTagName',
);
export const queryWithin = method<Element, [string], NodeListOf<Element>>(
  Element.prototype,
  'querySelectorAll',
);
export const queryDocument = method<Document, [string], NodeListOf<Element>>(
  Document.prototype,
  'querySelectorAll',
);
export const queryFirst = method<Document, [string], Element | null>(Document.prototype, 'querySelector');
export const queryFirstWithin = method<Element, [string], Element | null>(Element.prototype, 'querySelector');
export const queryFragment = method<DocumentFragment, [string], NodeListOf<Element>>(
  DocumentFragment.prototype,
  'querySelectorAll',
);
const documentById = method<Document, [string], Element | null>(Document.prototype, 'getElementById');
const fragmentById = method<DocumentFragment, [string], Element | null>(
  DocumentFragment.prototype,
  'getElementById',
);
export const getBody = getter<Document, HTMLElement | null>(Document.prototype, 'body');
export const getDocumentElement = getter<Document, HTMLElement | null>(Document.prototype, 'documentElement');
export const getTitle = getter<Document, string>(Document.prototype, 'title');
export const getActiveElement = getter<Document, Element | null>(Document.prototype, 'activeElement');

export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;

/** All matches in the tree (document or shadow root) that holds the node. */
export function queryRoot(root: Node, selector: string): Element[] {
  if (root instanceof Document) return [...queryDocument(root, selector)];
  if (root instanceof DocumentFragment) return [...queryFragment(root, selector)];
  return [...queryWithin(root as Element, selector)];
}

/** First element with the id in the tree (document or shadow root) that holds the node; the browser keeps an index of them. */
export function findById(root: Node, id: string): Element | null {
  if (root instanceof Document) return documentById(root, id);
  return root instanceof DocumentFragment ? fragmentById(root, id) : null;
}

/**
 * Open or closed shadow root; closed ones where the browser lets an extension see them. To ask for a closed one costs as much
 * as a box, so of a `div` and its like that have children it is asked only when those turn out not to be shown (`openUnshown`).
 */
export function getShadowRoot(element: Element, localName = getLocalName(element)): ShadowRoot | null {
  if (!mayHostShadow(localName)) return null;
  const open = getOpenShadowRoot(element);
  if (open) return open;
  if (isAnyClosed) {
    const known = closedRoots.get(element);
    if (known) return known;
  }
  return localName.includes('-') || getFirstChild(element) === null ? openClosedRoot(element) : null;
}

export function mayHostShadow(localName: string): boolean {
  return HOSTS.has(localName) || localName.includes('-');
}

/** The closed root of an element whose child has no place in what is shown. */
export function openUnshown(host: Element): ShadowRoot | null {
  return HOSTS.has(getLocalName(host)) ? openClosedRoot(host) : null;
}

/**
 * Slot that shows a child of a closed root's host, which `assignedSlot` keeps to itself. Only hosts that `getShadowRoot`
 * has met count: asking every parent would cost more than all else.
 */
export function findClosedSlot(child: Node): Element | null {
  if (!isAnyClosed) return null;
  const host = getParentNode(child) as Element | null;
  const root = host && closedRoots.get(host);
  if (!root) return null;
  for (const slot of queryFragment(root, 'slot'))
    if ((slot as HTMLSlotElement).assignedNodes().includes(child as Element | Text)) return slot;
  return null;
}

const closedRoots = new WeakMap<Element, ShadowRoot>();
let isAnyClosed = false;

interface ShadowOpeners {
  chrome?: { dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null } };
}

/** Only custom elements and these may host a shadow root (DOM standard, "attach a shadow root"). */
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

function openClosedRoot(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null;
  const firefox = (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  const root = firefox === undefined ? (openInChrome?.(element) ?? null) : firefox;
  if (root) {
    isAnyClosed = true;
    closedRoots.set(element, root);
  }
  return root;
}

const chromeDom = (globalThis as ShadowOpeners).chrome?.dom;
const openInChrome = chromeDom?.openOrClosedShadowRoot?.bind(chromeDom);
