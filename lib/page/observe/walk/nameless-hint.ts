import { cleanText } from '../clean-text';
import {
  getAttribute,
  getLocalName,
  getParentNode,
  getTextContent,
  hasAttributes,
  hasChildNodes,
  queryFirstWithin,
} from '../dom';
import { quoteState } from '../states';
import type { Thing } from '../thing';

const HINTED = new Set('clickable button link menuitem tab switch'.split(' '));
/** What draws the icon of a button as a rule. */
const DRAWING = 'i[class],svg[class],use,span[class]:empty,img[src]';
/** Words of style sheets and icon fonts that say how a thing looks, not what it is for. */
const NOISE = new Set(
  (
    'btn button buttons icon icons link image img svg svgs sprite glyphicon material outlined rounded sharp solid regular ' +
    'light primary secondary default action actions wrapper container content inner outer item clickable pointer hover active ' +
    'focus focused state corner all left right small large medium big mini tiny color size rel row col cell box group flex grid'
  ).split(' '),
);
const MOST_WORDS = 3;
const LONGEST = 40;
const LONGEST_CAPTION = 20;

/**
 * Something to act on that has neither words nor a name is told by the few words under it, or else by what its author calls
 * it in the source: the class of its icon, its own class or id, the file of its picture. A guess, and marked as one.
 * `holder`: the thing around it, whose words are not its own.
 */
export function addHint(thing: Thing, holder: Element | null): void {
  const { element, states } = thing;
  if (!element || thing.name !== '' || thing.children.length > 0 || !HINTED.has(thing.role)) return;
  if (states.some((state) => state.startsWith('href='))) return;
  const words = wordsBeside(element, holder) ?? wordsOfIcon(element) ?? wordsOfOwn(element);
  if (words !== undefined) states.push(quoteState('hint', words, LONGEST));
}

/** An icon and its caption in one wrapper. */
function wordsBeside(element: Element, holder: Element | null): string | undefined {
  const around = getParentNode(element);
  if (hasChildNodes(element) || !around || around === holder) return undefined;
  const caption = cleanText(getTextContent(around) ?? '');
  return caption !== '' && caption.length <= LONGEST_CAPTION ? caption : undefined;
}

function wordsOfIcon(element: Element): string | undefined {
  const drawing = queryFirstWithin(element, DRAWING);
  if (!drawing) return undefined;
  const tag = getLocalName(drawing);
  if (tag === 'img') return pickWords([fileOf(getAttribute(drawing, 'src'))]);
  if (tag === 'use')
    return pickWords([fileOf(getAttribute(drawing, 'href') ?? getAttribute(drawing, 'xlink:href'))]);
  return pickWords((getAttribute(drawing, 'class') ?? '').split(/\s+/));
}

function wordsOfOwn(element: Element): string | undefined {
  if (!hasAttributes(element)) return undefined;
  const tokens = ['data-icon', 'data-action', 'class', 'id'].flatMap((name) =>
    (getAttribute(element, name) ?? '').split(/\s+/),
  );
  return pickWords(tokens);
}

/** "/img/icon-trash.png?v=2" and "#icon-trash": what the picture is called. */
function fileOf(address: string | null): string {
  return /([^/#]*?)(?:\.\w+)?(?:\?[^#]*)?$/.exec(address ?? '')?.[1] ?? '';
}

/** The words of the first token that has any: `ui-slider-handle` is "slider handle", `css-1x9yk2` is nothing. */
function pickWords(tokens: string[]): string | undefined {
  for (const token of tokens) {
    const words = token
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !NOISE.has(word));
    if (words.length > 0 && words.every((word) => !/\d/.test(word)))
      return [...new Set(words)].slice(0, MOST_WORDS).join(' ');
  }
  return undefined;
}
