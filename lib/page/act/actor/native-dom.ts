import {
  getActiveElement,
  getBody,
  getDocumentElement,
  getShadowRoot,
  matches,
  queryDocument,
} from '../../observe/dom';
import { walkFlatAncestors } from '../../observe/flat-tree';
import type { PageWindow } from './act-context';

export { elementAt } from '../../locate/point';

// What acting needs of the DOM beyond reading it; through the prototypes, like `observe/dom.ts`.

export function rectsOf(element: Element): DOMRect[] {
  return Array.from(Element.prototype.getClientRects.call(element));
}

/** The element that the viewport scrolls; null in a document that has been emptied. */
export function scrollingElementOf(document: Document): Element | null {
  const reader = Object.getOwnPropertyDescriptor(Document.prototype, 'scrollingElement')?.get;
  return (reader?.call(document) as Element | null | undefined) ?? getDocumentElement(document);
}

/** An editing command on the focus and selection of the document. Its `input` events are trusted; it sends no `beforeinput`. */
export function executeCommand(document: Document, command: string, value?: string): boolean {
  return Document.prototype.execCommand.call(document, command, false, value);
}

/** The element and what it is rendered in, innermost first. */
export function* renderedAncestorsOf(element: Element): Generator<Element> {
  yield element;
  yield* walkFlatAncestors(element);
}

/** Whether `outer` is `inner` or rendered around it. */
export function rendersWithin(inner: Element, outer: Element): boolean {
  for (const ancestor of renderedAncestorsOf(inner)) if (ancestor === outer) return true;
  return false;
}

/** Nearest element, itself included, that matches; out of shadow roots and through slots. */
export function closestRendered(element: Element, selector: string): Element | undefined {
  for (const ancestor of renderedAncestorsOf(element)) if (matches(ancestor, selector)) return ancestor;
  return undefined;
}

/** The element that has the focus, inside shadow roots too; undefined when only the page itself has it. */
export function focusedElementOf(document: Document): Element | undefined {
  let focused = getActiveElement(document);
  while (focused) {
    const inner: Element | null = getShadowRoot(focused)?.activeElement ?? null;
    if (!inner) break;
    focused = inner;
  }
  return focused && focused !== getBody(document) && focused !== getDocumentElement(document)
    ? focused
    : undefined;
}

/** Every match in the document and in the shadow roots within it, in tree order. */
export function findAllDeep(document: Document, selector: string): Element[] {
  const found: Element[] = [];
  const collect = (elements: Iterable<Element>): void => {
    for (const element of elements) {
      if (matches(element, selector)) found.push(element);
      const root = getShadowRoot(element);
      if (root) collect(DocumentFragment.prototype.querySelectorAll.call(root, '*'));
    }
  };
  collect(queryDocument(document, '*'));
  return found;
}

/** Writes `value` past the instance: React and others put their own `value` property on the element to track it. */
export function writeValueNatively(window: PageWindow, field: ValueField, value: string): void {
  const prototypes = {
    input: window.HTMLInputElement.prototype,
    textarea: window.HTMLTextAreaElement.prototype,
    select: window.HTMLSelectElement.prototype,
  };
  const prototype = prototypes[field.localName as keyof typeof prototypes];
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
}

export type ValueField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
