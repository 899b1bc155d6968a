import { getLocalName, getShadowRoot, queryRoot } from '../observe/dom';
import { findStandIn } from '../observe/walk/hidden-controls';
import type { Reading } from '../observe/reading';

/** Every element of the document, those of open and reachable closed shadow trees after their host. */
export function collectElements(root: Node): Element[] {
  const found: Element[] = [];
  for (const element of queryRoot(root, '*')) {
    found.push(element);
    const shadow = getShadowRoot(element);
    if (shadow) found.push(...collectElements(shadow));
  }
  return found;
}

/** Elements with that tag that a person can see or that stand behind a visible label. */
export function collectVisible(reading: Reading, accepts: (element: Element) => boolean): Element[] {
  return collectElements(reading.document).filter(
    (element) => accepts(element) && isPresent(reading, element),
  );
}

/** Can be seen, or stands behind a visible label. */
export function isPresent(reading: Reading, element: Element): boolean {
  if (element.checkVisibility({ visibilityProperty: true })) return true;
  return getLocalName(element) === 'input' && findStandIn(reading, element) !== undefined;
}
