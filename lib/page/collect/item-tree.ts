/** An element of a visible copy as plain data, to be carried from one document to the next: text, or tag, attributes, content. */
export type ItemTree = string | [tag: string, attributes: Record<string, string>, ...content: ItemTree[]];

/** Deeper content stands as words in its ancestor; copies are not deeper by themselves. */
const DEEPEST = 220;

export function takeTree(element: Element, depth = 0): ItemTree {
  const attributes = Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value]));
  const content = Array.from(element.childNodes, (child): ItemTree =>
    child instanceof Element && depth < DEEPEST ? takeTree(child, depth + 1) : (child.textContent ?? ''),
  );
  return [element.localName, attributes, ...content];
}

/** The element again, in a document of our own: nothing in it runs or loads. */
export function buildTree(document: Document, tree: ItemTree): Node {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const [tag, attributes, ...content] = tree;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content.map((child) => buildTree(document, child)));
  return element;
}
