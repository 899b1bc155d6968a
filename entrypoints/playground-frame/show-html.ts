/** Elements that run, load or lead elsewhere by being there. The extension's own policy would stop them, too. */
const LEFT_OUT = 'script,base,meta,link,iframe,frame,object,embed,noscript';

/**
 * Makes the document look like the HTML, and changes no more of it than differs, so that elements live on over an edit.
 * Nothing of it runs or is fetched; its style sheets and `style` attributes work, past the extension's policy against
 * inline styles.
 */
export function showHtml(document: Document, html: string): void {
  const wanted = new DOMParser().parseFromString(html, 'text/html');
  for (const element of wanted.querySelectorAll(LEFT_OUT)) element.remove();
  document.adoptedStyleSheets = [...wanted.querySelectorAll('style')].map((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style.textContent);
    style.remove();
    return sheet;
  });
  document.title = wanted.title;
  matchAttributes(document.body, wanted.body);
  matchChildren(document.body, wanted.body);
}

function matchChildren(live: Element, wanted: Element): void {
  const nodes = [...wanted.childNodes];
  nodes.forEach((node, index) => {
    const present = live.childNodes[index];
    if (present && areAlike(present, node)) matchNode(present, node);
    else {
      // One that was inserted or taken out: what comes after it is still the same.
      const later = [...live.childNodes].slice(index + 1).find((other) => areAlike(other, node, true));
      const made = later ?? document.importNode(node, true);
      live.insertBefore(made, present ?? null);
      if (later) matchNode(later, node);
      else applyStyles(made);
    }
  });
  while (live.childNodes.length > nodes.length) live.lastChild?.remove();
}

function areAlike(one: Node, other: Node, isExact = false): boolean {
  if (one.nodeName !== other.nodeName) return false;
  if (isExact) return one.textContent === other.textContent;
  return !(one instanceof Element && other instanceof Element) || one.id === other.id;
}

function matchNode(live: Node, wanted: Node): void {
  if (live instanceof Element && wanted instanceof Element) {
    matchAttributes(live, wanted);
    matchChildren(live, wanted);
  } else if (live.nodeValue !== wanted.nodeValue) live.nodeValue = wanted.nodeValue;
}

function matchAttributes(live: Element, wanted: Element): void {
  for (const { name } of [...live.attributes]) if (!wanted.hasAttribute(name)) live.removeAttribute(name);
  for (const { name, value } of wanted.attributes)
    if (live.getAttribute(name) !== value) live.setAttribute(name, value);
  applyStyle(live);
}

function applyStyles(node: Node): void {
  if (!(node instanceof Element)) return;
  applyStyle(node);
  for (const element of node.querySelectorAll('[style]')) applyStyle(element);
}

/** The policy ignores the attribute, not the property. */
function applyStyle(element: Element): void {
  const style = element.getAttribute('style');
  if (style !== null && element instanceof HTMLElement) element.style.cssText = style;
}
