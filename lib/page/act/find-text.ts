import {
  getAttribute,
  getBody,
  getRect,
  getShadowRoot,
  matches,
  queryDocument,
  queryFragment,
  queryWithin,
} from '../observe/dom';
import { findPlaces, makeTextTest } from '../read/match-text';
import type { ActContext, PageActionRunner } from './actor/act-context';
import { isShown } from './ready/actionable';
import { nameElement } from './actor/name-element';
import { closestRendered, renderedAncestorsOf } from './actor/native-dom';
import { expectText, readNumber } from './actor/read-arguments';
import { visitTextBlocks, type TextBlock } from './reading/visible-text';

/** Places that one result shows. */
const MAX_SHOWN = 20;
/** Characters of surrounding text on each side of a match. */
const CONTEXT_LENGTH = 80;
/** Refs named per match: enough for the buttons of a table row. */
const MAX_REFS = 4;
/** Openers of hidden parts that are named. */
const MAX_OPENERS = 3;
/** Characters told of the row, card or list item that a match stands in. */
const ITEM_LENGTH = 240;
/** Landmarks and containers named per match, innermost first. */
const MAX_PLACES = 3;

interface Search {
  wanted: string;
  /** The first place to be shown. */
  first: number;
  shown: TextBlock[];
  /** Places that hold the words, shown or not. */
  places: number;
  /** Occurrences in all places. */
  matches: number;
  hidden: Element[];
}

export const findText: PageActionRunner = {
  name: 'find_text',
  element: 'none',
  reads: true,
  async run(context, action) {
    const first = Math.max(0, readNumber(action, 'offset') ?? 0);
    const search = searchPage(context, expectText(action, 'text'), first);
    const hidden = describeHidden(context, search.hidden);
    if (search.places === 0) {
      return {
        message: `no visible text of this page holds ${JSON.stringify(search.wanted)}${hidden}`,
        data: '',
      };
    }
    const lines = search.shown.map((block) => describeMatch(context, block, search.wanted));
    return { message: countMatches(search) + hidden, data: lines.join('\n') };
  },
};

function searchPage({ deps, document }: ActContext, wanted: string, first: number): Search {
  const search: Search = { wanted, first, shown: [], places: 0, matches: 0, hidden: [] };
  const body = getBody(document);
  if (!body) return search;
  const count = (block: TextBlock): boolean => {
    search.matches += findPlaces(block.text, wanted).length;
    if (search.places >= first && search.shown.length < MAX_SHOWN) search.shown.push(block);
    search.places++;
    return true;
  };
  const onHidden = (element: Element): void => void search.hidden.push(element);
  visitTextBlocks(deps, body, count, { holding: makeTextTest(wanted), withOptions: true, onHidden });
  return search;
}

function countMatches({ matches, places, shown, first }: Search): string {
  const total = `${matches} ${matches === 1 ? 'match' : 'matches'}${matches === places ? '' : ` in ${places} places`}`;
  const next = first + shown.length;
  if (first === 0 && next === places) return total;
  const which = first === 0 ? `the first ${next} are shown` : `from ${first} on, ${shown.length} are shown`;
  return `${total}, ${which}${next < places ? `; offset ${next} goes on` : ''}`;
}

/** `"Blue kettle" in "Blue kettle | 20.00 €" near e1 button "Add" < heading "Kettles" < main (below the screen)`. */
function describeMatch(context: ActContext, block: TextBlock, wanted: string): string {
  const places = findPlaces(block.text, wanted);
  const { start, end } = places[0] ?? { start: 0, end: 0 };
  const from = Math.max(0, start - CONTEXT_LENGTH);
  const to = Math.min(block.text.length, end + CONTEXT_LENGTH);
  const quote = `${from > 0 ? '…' : ''}${block.text.slice(from, to)}${to < block.text.length ? '…' : ''}`;
  const times = places.length > 1 ? ` ${places.length} times` : '';
  const holder = findHolder(block, wanted);
  const refs = findNearestControls(holder).map((control) => nameWithRef(context, control));
  const near = refs.length > 0 ? ` near ${refs.join(', ')}` : '';
  return (
    JSON.stringify(quote) +
    times +
    describeItem(context, holder) +
    near +
    describePlace(context, block, holder) +
    describeScroll(context, holder)
  );
}

function nameWithRef(context: ActContext, control: Element): string {
  return `${context.deps.refOf(control)} ${nameElement(context, control)}`;
}

/** The innermost element that holds the words; the block when several hold them together. */
function findHolder(block: TextBlock, wanted: string): Element {
  const holds = makeTextTest(wanted);
  return block.parts.find(({ text }) => holds(text))?.element ?? block.element;
}

const CONTROLS =
  'a[href],button,input:not([type=hidden]),select,textarea,summary,[role=button],[role=link],[role=checkbox],[role=switch],[role=tab],[role=option],[role=menuitem],[contenteditable]:not([contenteditable=false])';
const ITEMS =
  'tr,li,article,section,fieldset,form,dialog,[role=row],[role=listitem],[role=article],[role=dialog],[role=group]';

/** The control that the text is in; else those inside it; else those of the row, card or section around it. */
function findNearestControls(element: Element): Element[] {
  const around = closestRendered(element, CONTROLS);
  if (around) return [around];
  for (const ancestor of renderedAncestorsOf(element)) {
    const inside = queryRendered(ancestor, CONTROLS).filter(isShown).slice(0, MAX_REFS);
    if (inside.length > 0) return inside;
    if (matches(ancestor, ITEMS)) return [];
  }
  return [];
}

/** In the element, and in its own shadow tree. */
function queryRendered(element: Element, selector: string): Element[] {
  const root = getShadowRoot(element);
  return [...queryWithin(element, selector), ...(root ? queryFragment(root, selector) : [])];
}

const ROWS = 'tr,li,article,[role=row],[role=listitem],[role=article]';

/** What else stands in the same row, card or list item; a cell alone says little. */
function describeItem({ deps }: ActContext, holder: Element): string {
  const item = closestRendered(holder, ROWS);
  if (!item) return '';
  const texts: string[] = [];
  let length = 0;
  visitTextBlocks(deps, item, ({ text, parts }) => {
    const words = parts.filter((part) => part.text.trim() !== '');
    if (words.every(({ element }) => closestRendered(element, 'button,[role=button]'))) return true;
    texts.push(text);
    length += text.length;
    return length <= ITEM_LENGTH;
  });
  if (texts.length < 2) return '';
  const whole = texts.join(' | ');
  return ` in ${JSON.stringify(whole.length > ITEM_LENGTH ? `${whole.slice(0, ITEM_LENGTH)}…` : whole)}`;
}

const MAYBE_PLACES =
  'main,nav,header,footer,aside,form,section,dialog,table,fieldset,[role]:not([role=presentation],[role=none])';
const PLACE_ROLES = new Set(
  'main navigation banner contentinfo complementary search form region dialog alertdialog table grid treegrid tablist tabpanel menu listbox group'.split(
    ' ',
  ),
);

/** The heading before it and what holds it, as changes of an observation say it. */
function describePlace(context: ActContext, { heading, element }: TextBlock, holder: Element): string {
  const names = heading && heading !== element && isShown(heading) ? [nameElement(context, heading)] : [];
  for (const ancestor of renderedAncestorsOf(holder)) {
    if (names.length >= MAX_PLACES) break;
    if (!matches(ancestor, MAYBE_PLACES)) continue;
    const name = nameElement(context, ancestor);
    if (PLACE_ROLES.has(name.split(' ')[0] ?? '')) names.push(name);
  }
  return names.map((name) => ` < ${name}`).join('');
}

function describeScroll({ window }: ActContext, holder: Element): string {
  const { top, bottom } = getRect(holder);
  if (bottom <= 0) return ' (above the screen)';
  return top >= window.innerHeight ? ' (below the screen)' : '';
}

/** How many more there are where nobody can see them now, and what may show them. Their words are not for telling. */
function describeHidden(context: ActContext, hidden: readonly Element[]): string {
  if (hidden.length === 0) return '';
  const openers = new Set(hidden.flatMap((element) => findOpener(context, element) ?? []));
  const named = [...openers].slice(0, MAX_OPENERS).map((opener) => nameWithRef(context, opener));
  const how = named.length > 0 ? `; ${named.join(', ')} may show ${hidden.length === 1 ? 'it' : 'them'}` : '';
  return `; ${hidden.length} more in parts that are hidden now${how}`;
}

/** The summary, tab or button that opens the part that an element is in. */
function findOpener({ document }: ActContext, element: Element): Element | undefined {
  for (const ancestor of renderedAncestorsOf(element)) {
    const summary = matches(ancestor, 'details:not([open])') && queryWithin(ancestor, ':scope > summary')[0];
    if (summary) return isShown(summary) ? summary : undefined;
    const id = getAttribute(ancestor, 'id');
    const opener = id ? queryDocument(document, `[aria-controls~="${CSS.escape(id)}"]`)[0] : undefined;
    if (opener && isShown(opener) && getAttribute(opener, 'aria-expanded') !== 'true') return opener;
  }
  return undefined;
}
