import { closest, getAttribute, getLocalName, getNamespace, hasAttribute, hasAttributes } from './dom';
import { getFlatParent } from './flat-tree';
import { ROLE_BY_INPUT_TYPE, ROLE_BY_TAG, VALID_ROLES } from './role-tables';

/** Global ARIA states and properties that undo a presentational role (WAI-ARIA 1.2, 6.1 and 9.2.4). */
const GLOBAL_ATTRIBUTES = (
  'aria-atomic aria-busy aria-controls aria-current aria-describedby aria-details aria-dropeffect aria-flowto ' +
  'aria-grabbed aria-keyshortcuts aria-label aria-labelledby aria-live aria-owns aria-relevant aria-roledescription'
).split(' ');

const SECTIONING =
  'article,aside,main,nav,section,[role=article],[role=complementary],[role=main],[role=navigation],[role=region]';

/** Children that lose their role with their parent's (required owned elements). */
const PRESENTED_WITH = new Map<string, readonly string[]>([
  ['dd', ['dl']],
  ['dt', ['dl']],
  ['li', ['ul', 'ol', 'menu']],
  ['tbody', ['table']],
  ['thead', ['table']],
  ['tfoot', ['table']],
  ['tr', ['table', 'tbody', 'thead', 'tfoot']],
  ['td', ['tr']],
  ['th', ['tr']],
]);

/** The role as the browser would compute it; '' when there is none (or it is presentational). */
export function computeRole(element: Element): string {
  const explicit = hasAttributes(element) ? findExplicitRole(element) : undefined;
  if (explicit === undefined) return computeImplicitRole(element);
  if (explicit === 'none' || explicit === 'presentation') {
    return undoesPresentation(element) ? computeImplicitRole(element) : '';
  }
  if (explicit === 'image') return 'img';
  if (explicit === 'directory') return 'list';
  if ((explicit === 'form' || explicit === 'region') && !hasAuthorName(element))
    return computeImplicitRole(element);
  return explicit === 'generic' ? '' : explicit;
}

/** First token of `role` that is a role (WAI-ARIA 1.2, 9.1). */
function findExplicitRole(element: Element): string | undefined {
  const value = getAttribute(element, 'role');
  if (!value) return undefined;
  for (const token of value.toLowerCase().split(/\s+/)) {
    if (VALID_ROLES.has(token)) return token;
    if (token.startsWith('doc-') && DOC_ROLES[token] !== undefined) return DOC_ROLES[token];
  }
  return undefined;
}

/** DPUB-ARIA 1.1 roles that planners meet, as their superclass. */
const DOC_ROLES: Record<string, string> = {
  'doc-backlink': 'link',
  'doc-biblioref': 'link',
  'doc-glossref': 'link',
  'doc-noteref': 'link',
  'doc-index': 'navigation',
  'doc-pagelist': 'navigation',
  'doc-toc': 'navigation',
  'doc-chapter': 'region',
  'doc-biblioentry': 'listitem',
  'doc-endnote': 'listitem',
  'doc-cover': 'img',
};

function hasAuthorName(element: Element): boolean {
  return (
    !!getAttribute(element, 'aria-label')?.trim() ||
    !!getAttribute(element, 'aria-labelledby')?.trim() ||
    !!getAttribute(element, 'title')?.trim()
  );
}

function undoesPresentation(element: Element): boolean {
  return GLOBAL_ATTRIBUTES.some((name) => hasAttribute(element, name)) || isFocusable(element);
}

const FOCUSABLE_TAGS = new Set('button select textarea summary iframe'.split(' '));

/** Focusable by nature or by tabindex (any value). */
export function isFocusable(element: Element): boolean {
  const tag = getLocalName(element);
  if ((tag === 'a' || tag === 'area') && hasAttribute(element, 'href')) return true;
  if (FOCUSABLE_TAGS.has(tag) || (tag === 'input' && inputType(element) !== 'hidden'))
    return !hasAttribute(element, 'disabled');
  return hasAttribute(element, 'tabindex') || isEditingHost(element);
}

/** Has `contenteditable` itself (not inherited) and it switches editing on. */
export function isEditingHost(element: Element): boolean {
  const value = getAttribute(element, 'contenteditable');
  return value !== null && value.toLowerCase() !== 'false' && value.toLowerCase() !== 'inherit';
}

export function inputType(element: Element): string {
  return element instanceof HTMLInputElement ? element.type : '';
}

function computeImplicitRole(element: Element): string {
  const tag = getLocalName(element);
  if (getNamespace(element) !== HTML) return computeForeignRole(element, tag);
  const fixed = ROLE_BY_TAG.get(tag);
  if (fixed !== undefined) return PRESENTED_WITH.has(tag) && isPresentedAway(element, tag) ? '' : fixed;
  return ROLE_BY_CONTEXT[tag]?.(element) ?? '';
}

const HTML = 'http://www.w3.org/1999/xhtml';

function computeForeignRole(element: Element, tag: string): string {
  if (tag === 'svg') return 'img';
  if (tag === 'a' && (hasAttribute(element, 'href') || hasAttribute(element, 'xlink:href'))) return 'link';
  return tag === 'math' ? 'math' : '';
}

function isPresentedAway(element: Element, tag: string): boolean {
  const parent = getFlatParent(element);
  if (!parent) return false;
  const parentTag = getLocalName(parent);
  if (!PRESENTED_WITH.get(tag)?.includes(parentTag)) return false;
  if (hasAttribute(parent, 'role')) {
    const role = findExplicitRole(parent);
    return (role === 'none' || role === 'presentation') && !undoesPresentation(parent);
  }
  return PRESENTED_WITH.has(parentTag) && isPresentedAway(parent, parentTag);
}

const ROLE_BY_CONTEXT: Record<string, (element: Element) => string> = {
  a: (element) => (hasAttribute(element, 'href') ? 'link' : ''),
  area: (element) => (hasAttribute(element, 'href') ? 'link' : ''),
  aside: (element) =>
    hasAuthorName(element) || !hasSectioningAncestor(element, 'article,aside,nav,section')
      ? 'complementary'
      : '',
  footer: (element) => (hasSectioningAncestor(element, SECTIONING) ? '' : 'contentinfo'),
  form: (element) => (hasAuthorName(element) ? 'form' : ''),
  header: (element) => (hasSectioningAncestor(element, SECTIONING) ? '' : 'banner'),
  img: imageRole,
  input: inputRole,
  section: (element) => (hasAuthorName(element) ? 'region' : ''),
  select: (element) => (isListBox(element) ? 'listbox' : 'combobox'),
  summary: (element) => (isDetailsSummary(element) ? 'button' : ''),
  td: (element) => (isInGrid(element) ? 'gridcell' : 'cell'),
  th: headerCellRole,
};

function hasSectioningAncestor(element: Element, selector: string): boolean {
  const parent = getFlatParent(element);
  return !!parent && closest(parent, selector) !== null;
}

function imageRole(element: Element): string {
  if (getAttribute(element, 'alt') !== '') return 'img';
  return getAttribute(element, 'title') || undoesPresentation(element) ? 'img' : '';
}

const TEXT_TYPES = new Set(['text', 'email', 'tel', 'url', 'search']);

function inputRole(element: Element): string {
  const type = inputType(element);
  if (type === 'hidden') return '';
  if (TEXT_TYPES.has(type)) {
    if ((element as HTMLInputElement).list) return 'combobox';
    return type === 'search' ? 'searchbox' : 'textbox';
  }
  if (type === 'checkbox' && hasAttribute(element, 'switch')) return 'switch';
  return ROLE_BY_INPUT_TYPE.get(type) ?? 'textbox';
}

/** A select that shows several options at once. */
export function isListBox(element: Element): boolean {
  return element instanceof HTMLSelectElement && (element.multiple || element.size > 1);
}

/** The one summary that opens and closes its details. */
export function isDetailsSummary(element: Element): boolean {
  const parent = element.parentElement;
  if (!(parent instanceof HTMLDetailsElement)) return false;
  for (const child of parent.children) {
    if (getLocalName(child) === 'summary') return child === element;
  }
  return false;
}

function isInGrid(cell: Element): boolean {
  const table = closest(cell, 'table');
  const role = table && getAttribute(table, 'role');
  return role === 'grid' || role === 'treegrid';
}

function headerCellRole(element: Element): string {
  const scope = getAttribute(element, 'scope')?.toLowerCase();
  if (scope === 'row' || scope === 'rowgroup') return 'rowheader';
  if (scope === 'col' || scope === 'colgroup') return 'columnheader';
  const beside = [element.previousElementSibling, element.nextElementSibling];
  return beside.some((cell) => cell !== null && getLocalName(cell) === 'td') ? 'rowheader' : 'columnheader';
}
