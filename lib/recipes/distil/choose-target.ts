import type { Fingerprint } from '../../trajectories/fingerprint';
import type { LikeItems } from '../like-items';
import { findItemsAround } from '../like-items';
import type { ObservationLine } from '../observation-lines';
import { wordsUnder } from '../observation-lines';
import { priceIn } from '../page-values';
import type { RecipeTarget } from '../recipe-target';
import { boundFingerprint } from '../recipe-target';
import { countWords } from '../text-match';
import { findSharedPhrase } from './shared-phrase';
import type { DoneStep } from './done-steps';
import type { ParamBook } from './param-book';
import { asksForFirst, findPriceOrder } from './user-words';

/** What is known while one step is distilled. */
export interface PickContext {
  book: ParamBook;
  /** What the user said in the run. */
  words: string;
  /** The observation that the step was proposed on, when its text is still there. */
  lines?: readonly ObservationLine[];
  /** An earlier step wrote a parameter: what the page lists now depends on it. */
  afterParam: boolean;
}

const CHOICE_ROLES = new Set(['radio', 'option', 'menuitemradio', 'gridcell', 'treeitem']);
const LEADS_ON = new Set(['link', 'button', 'clickable', 'row', 'item']);
const AROUND_SITE = /^(?:navigation|banner|contentinfo|menubar|menu|tablist|toolbar)\b/;

/**
 * What the user meant by the element of a step. In this order: the element that they named; the extreme of a
 * list, when they compared prices and the element is the extreme; the item that holds words of theirs and
 * that no like item holds; the first of a list that depends on a parameter; an element whose name holds a
 * parameter; this element.
 */
export function chooseTarget(step: DoneStep, context: PickContext): RecipeTarget | undefined {
  if (step.target === undefined) return undefined;
  const fingerprint = boundFingerprint(step.target.fingerprint);
  const items = findItems(step, fingerprint, context);
  return (
    pickNamed(fingerprint, items, context) ??
    (items === undefined ? undefined : pickInList(fingerprint, items, step, context)) ??
    pickByNamePart(fingerprint, context) ?? { pick: 'content', fingerprint }
  );
}

function findItems(step: DoneStep, fingerprint: Fingerprint, context: PickContext): LikeItems | undefined {
  if (context.lines === undefined || isAroundSite(fingerprint)) return undefined;
  const line = context.lines.find((each) => each.ref === step.target?.ref && each.role === fingerprint.role);
  const items = line === undefined ? undefined : findItemsAround(context.lines, line);
  return items === undefined ? undefined : withoutParams(items, context.book);
}

/** `Results for kettle` will be named otherwise when the recipe looks for lamps. */
function withoutParams(items: LikeItems, book: ParamBook): LikeItems {
  const { container, ...place } = items.place;
  return container !== undefined && book.replaceIn(container) !== undefined ? { ...items, place } : items;
}

/** Menus and bars are lists too, but what the user picks in them is a place of the site, not a thing. */
function isAroundSite(fingerprint: Fingerprint): boolean {
  return fingerprint.within.some((name) => AROUND_SITE.test(name));
}

function pickNamed(
  fingerprint: Fingerprint,
  items: LikeItems | undefined,
  { book }: PickContext,
): RecipeTarget | undefined {
  const isItem = fingerprint.near !== undefined || items !== undefined;
  const isThing =
    isItem && LEADS_ON.has(fingerprint.role) && !isAroundSite(fingerprint) && !isRepeated(fingerprint);
  if (!isThing && !CHOICE_ROLES.has(fingerprint.role)) return undefined;
  const name = book.claim(fingerprint.name, labelFor(fingerprint), 'choice');
  return name === undefined ? undefined : { pick: 'param', fingerprint, name };
}

/** `Add to cart` in every card is named by the user as a deed, not as a thing. */
function isRepeated(fingerprint: Fingerprint): boolean {
  return fingerprint.of > 1;
}

function pickInList(
  fingerprint: Fingerprint,
  items: LikeItems,
  step: DoneStep,
  { book, words, afterParam }: PickContext,
): RecipeTarget | undefined {
  const index = items.members.findIndex((member) => member.element.ref === step.target?.ref);
  if (index < 0) return undefined;
  const order = findPriceOrder(words);
  if (order !== undefined && isExtreme(items, index, order)) {
    return { pick: 'extreme', fingerprint, list: items.place, by: 'money', order };
  }
  const phrase = findDistinctPhrase(items, index, fingerprint, words);
  const named = phrase === undefined ? undefined : book.claim(phrase, labelFor(fingerprint), 'text');
  if (named !== undefined) return { pick: 'param', fingerprint, item: { words: named, list: items.place } };
  if (index === 0 && (afterParam || asksForFirst(words))) {
    return { pick: 'position', fingerprint, list: items.place, index };
  }
  return undefined;
}

/** Every item has a price, none has a better one, and none was left out of the observation. */
function isExtreme(items: LikeItems, index: number, order: 'lowest' | 'highest'): boolean {
  if (items.folded || items.members.length < 2) return false;
  const prices = items.members.map((member) => priceIn(wordsUnder(member.item)));
  const own = prices[index];
  if (own === undefined) return false;
  return prices.every(
    (price, at) => at === index || price === undefined || (order === 'lowest' ? own < price : own > price),
  );
}

/** Words that the user and this item share, and that no like item holds. */
function findDistinctPhrase(
  items: LikeItems,
  index: number,
  fingerprint: Fingerprint,
  words: string,
): string | undefined {
  const texts = items.members.map((member) => wordsUnder(member.item));
  const own = texts[index];
  if (own === undefined || texts.length < 2) return undefined;
  const content = isRepeated(fingerprint) ? own.replace(fingerprint.name, '\n') : own;
  return findSharedPhrase(words, content, (phrase) =>
    texts.every((text, at) => at === index || countWords(text, phrase) === 0),
  );
}

function pickByNamePart(fingerprint: Fingerprint, { book }: PickContext): RecipeTarget | undefined {
  const isThing = LEADS_ON.has(fingerprint.role) || CHOICE_ROLES.has(fingerprint.role);
  const name = isThing && !isAroundSite(fingerprint) ? book.replaceIn(fingerprint.name) : undefined;
  return name === undefined ? undefined : { pick: 'param', fingerprint, name };
}

/** What the user would call this choice: the nearest named group or heading around it. */
function labelFor(fingerprint: Fingerprint): string {
  const named = fingerprint.within.findLast((name) => name.includes('"'));
  return named?.match(/"((?:[^"\\]|\\.)*)"/)?.[1] ?? '';
}
