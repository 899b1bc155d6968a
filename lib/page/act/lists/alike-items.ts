import { getLocalName, getTextContent, matches } from '../../observe/dom';
import { getFlatChildren } from '../../observe/flat-tree';
import { foldLabel } from './match-option';
import { isDrawn } from './watch-appearing';

interface Group {
  tag: string;
  depth: number;
  items: Element[];
}

/** Fewer items of one kind are no list, unless the page says so. */
const MIN_ITEMS = 2;
const SAID_ITEMS = 'ul>li,ol>li';
const MAX_DEPTH = 12;

/** Items of a list without roles: the most numerous shown siblings of one kind that say something, and their like in other groups. */
export function findAlikeItems(root: Element): Element[] {
  const groups = collectGroups(root);
  const largest = groups.reduce<Group | undefined>(
    (best, group) => (!best || group.items.length > best.items.length ? group : best),
    undefined,
  );
  const [first] = largest?.items ?? [];
  if (!largest || !first || (largest.items.length < MIN_ITEMS && !matches(first, SAID_ITEMS))) return [];
  return groups
    .filter(({ tag, depth }) => tag === largest.tag && depth === largest.depth)
    .flatMap(({ items }) => items);
}

function collectGroups(root: Element): Group[] {
  const groups: Group[] = [];
  const visit = (element: Element, depth: number): void => {
    if (depth > MAX_DEPTH) return;
    const children = shownChildren(element);
    const byTag = Map.groupBy(children.filter(saysSomething), getLocalName);
    for (const [tag, items] of byTag) groups.push({ tag, depth, items });
    for (const child of children) visit(child, depth + 1);
  };
  visit(root, 0);
  return groups;
}

function shownChildren(element: Element): Element[] {
  return getFlatChildren(element).filter(
    (node): node is Element => node.nodeType === Node.ELEMENT_NODE && isShownOrHolds(node as Element),
  );
}

function isShownOrHolds(element: Element): boolean {
  return !matches(element, 'script,style,template') && (isDrawn(element) || element.childElementCount > 0);
}

function saysSomething(element: Element): boolean {
  return isDrawn(element) && foldLabel(getTextContent(element) ?? '') !== '';
}

/** The innermost shown element under the roots whose whole text is this. */
export function findByWholeText(roots: readonly Element[], text: string): Element | undefined {
  const wanted = foldLabel(text);
  const visit = (element: Element): Element | undefined => {
    for (const child of shownChildren(element)) {
      const found = visit(child);
      if (found) return found;
    }
    return isDrawn(element) && foldLabel(getTextContent(element) ?? '') === wanted ? element : undefined;
  };
  for (const root of roots) {
    const found = visit(root);
    if (found) return found;
  }
  return undefined;
}
