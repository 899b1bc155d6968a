import { closest, getAttribute, getLocalName, getNamespace, hasAttribute, hasAttributes } from './dom';
import { getFlatParent } from './flat-tree';
import { ROLE_BY_INPUT_TYPE, ROLE_BY_TAG, ROLE_BY_TOKEN, VALID_ROLES } from './role-tables';

/** Global ARIA states and properties that undo a presentational role (WAI-ARIA 1.2, 6.1 and 9.2.4). */
const GLOBAL_ATTRIBUTES = (
  'aria-atomic aria-busy aria-controls aria-current aria-describedby aria-details aria-dropeffect aria-flowto ' +
  'aria-grabbed aria-keyshortcuts aria-label aria-labelledby aria-live aria-owns aria-relevant aria-roledescription'
).split(' ');

/** A header or footer in one of these is not the page's (HTML-AAM 1.0, `header`; an author's role takes the place of the tag). */
const SECTIONING =
  ':is(article,aside,nav,section):not([role]),section[role=region],[role=article],[role=complementary],[role=navigation]';
const SECTIONING_OR_MAIN = `${SECTIONING},main:not([role]),[role=main]`;

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
  if (explicit === 'none') return undoesPresentation(element) ? computeImplicitRole(element) : '';
  return explicit === 'generic' ? '' : explicit;
}

/** First token of `role` that is a role where the element stands (WAI-ARIA 1.2, 9.1), by the name that observations print. */
function findExplicitRole(element: Element): string | undefined {
  const value = getAttribute(element, 'role');
  if (!value) return undefined;
  if (VALID_ROLES.has(value) && !NEEDS_MORE.has(value)) return ROLE_BY_TOKEN[value] ?? value;
  for (const token of value.toLowerCase().split(/\s+/)) {
    if (!VALID_ROLES.has(token)) continue;
    if ((token === 'form' || token === 'region') && !hasAuthorName(element)) continue;
    const holders = REQUIRED_HOLDERS[token];
    if (holders === undefined || isHeldBy(element, holders)) return ROLE_BY_TOKEN[token] ?? token;
  }
  return undefined;
}

/** Roles that mean nothing outside of these (WAI-ARIA 1.2, 5.2.6, as far as browsers insist on it). */
const REQUIRED_HOLDERS: Record<string, ReadonlySet<string> | undefined> = {
  listitem: new Set(['list', 'group']),
  option: new Set(['listbox', 'group']),
  treeitem: new Set(['tree', 'group']),
};
/** Tokens that count under a condition only. */
const NEEDS_MORE = new Set(['form', 'region', ...Object.keys(REQUIRED_HOLDERS)]);
/** A holder further away is none: pages that nest so deep are not read in squares. */
const FARTHEST_HOLDER = 30;

/**
 * The nearest ancestor with a role is one of the holders. Something with an id may be owned by one instead (`aria-owns`); to
 * look for the owner of each would cost squares on long lists, so its author is believed.
 */
function isHeldBy(element: Element, holders: ReadonlySet<string>): boolean {
  let at = getFlatParent(element);
  for (let steps = 0; at && steps < FARTHEST_HOLDER; steps++, at = getFlatParent(at)) {
    const role = findHolderRole(at);
    if (holders.has(role)) return true;
    if (role !== '' || getLocalName(at) === 'section') break;
  }
  return hasAttribute(element, 'id');
}

/** As written, without asking what holds the holder. */
function findHolderRole(element: Element): string {
  const token = getAttribute(element, 'role')?.trim().split(/\s+/, 1)[0]?.toLowerCase() ?? '';
  if (!VALID_ROLES.has(token)) return computeImplicitRole(element);
  const role = ROLE_BY_TOKEN[token] ?? token;
  return role === 'none' || role === 'generic' ? '' : role;
}

/** Named by its author: ARIA or `title`. */
export function hasAuthorName(element: Element): boolean {
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

/** Among what can be acted on: browsers take an anchor with a click listener for a link, and only such a one acts. */
export function isListeningAnchor(tag: string, role: string): boolean {
  return tag === 'a' && role === '';
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

/** The table or list that it is a part of is none; a list with another role has no list items either. */
function isPresentedAway(element: Element, tag: string): boolean {
  const parent = getFlatParent(element);
  if (!parent) return false;
  const parentTag = getLocalName(parent);
  if (!PRESENTED_WITH.get(tag)?.includes(parentTag)) return false;
  const explicit = hasAttribute(parent, 'role') ? findExplicitRole(parent) : undefined;
  if (explicit === undefined) return PRESENTED_WITH.has(parentTag) && isPresentedAway(parent, parentTag);
  if (tag === 'li') return explicit !== 'list';
  return explicit === 'none' && !undoesPresentation(parent);
}

const ROLE_BY_CONTEXT: Record<string, (element: Element) => string> = {
  a: (element) => (hasAttribute(element, 'href') || hasAttribute(element, 'onclick') ? 'link' : ''),
  area: (element) => (hasAttribute(element, 'href') ? 'link' : ''),
  aside: (element) =>
    hasAuthorName(element) || !hasSectioningAncestor(element, SECTIONING) ? 'complementary' : '',
  footer: (element) => (hasSectioningAncestor(element, SECTIONING_OR_MAIN) ? 'sectionfooter' : 'contentinfo'),
  header: (element) => (hasSectioningAncestor(element, SECTIONING_OR_MAIN) ? 'sectionheader' : 'banner'),
  img: imageRole,
  input: inputRole,
  section: (element) => (hasAuthorName(element) ? 'region' : ''),
  select: (element) => (isListBox(element) ? 'listbox' : 'combobox'),
  summary: (element) => (isDetailsSummary(element) ? 'button' : ''),
  td: (element) => (isPresentedAway(element, 'td') ? '' : isInGrid(element) ? 'gridcell' : 'cell'),
  th: (element) => (isPresentedAway(element, 'th') ? '' : headerCellRole(element)),
};

function hasSectioningAncestor(element: Element, selector: string): boolean {
  const parent = getFlatParent(element);
  return !!parent && closest(parent, selector) !== null;
}

function imageRole(element: Element): string {
  if (getAttribute(element, 'alt') !== '') return 'img';
  return getAttribute(element, 'title')?.trim() || undoesPresentation(element) ? 'img' : '';
}

/** Types that a `list` makes a combo box. */
const LISTED_TYPES = new Set(
  'text email tel url search number date month week time datetime-local'.split(' '),
);

function inputRole(element: Element): string {
  const type = inputType(element);
  if (type === 'hidden') return '';
  if (LISTED_TYPES.has(type) && hasAttribute(element, 'list') && (element as HTMLInputElement).list)
    return 'combobox';
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
