import type { Answer } from './answer';
import { compareWords, coverage, normalize } from './compare-words';
import { countThings } from './count-things';
import { findItemGroups, itemAround, pickItem, rankItems, type Item } from './find-items';
import { nearness } from './ground';
import type { Rank, TargetPhrase } from './instruction';
import { parseTarget } from './parse-target';
import { ancestors, descendants, type PageNode, type PageTree } from './read-observation';
import { findItemPrice } from './read-price';
import { readRating } from './read-rating';
import { findCell, readTables } from './read-table';

interface Found extends Answer {
  score: number;
}

const PRICE = /price|cost|价格|价钱|单价|售价|多少钱/i;
const RATING = /rating|rated|stars|score|评分|评价|星级/i;
const TITLE = /^(?:page )?(?:title|heading|headline)(?: of (?:the|this) page)?$|^(?:页面)?标题$/i;
const ADDRESS = /^(?:page )?(?:url|web ?address|link of (?:the|this) page)$|^(?:网址|链接地址)$/i;
const ERRORS =
  /^(?:error|warning|message|alert|notification|status|confirmation)(?: messages?)?s?$|^(?:错误|提示|警告|通知)(?:信息|消息)?$/i;
const LEAST = 0.62;

/** Reads a value off the page: beside its label, in a table, in the item meant, or the count of something. */
export function findAnswer(
  page: PageTree,
  what: TargetPhrase,
  count: boolean,
  now: number,
): Answer | undefined {
  if (count) return countThings(page, what);
  const ranked = readRanked(page, what, now);
  if (ranked !== undefined || what.rank !== undefined) return ranked;
  const known = readKnown(page, what.raw.replace(/^(?:the|a|an)\s+/i, ''));
  if (known !== undefined) return known;
  const found = what.variants.flatMap((variant) =>
    variant.text === '' ? [] : findValues(page, variant.text, variant.near),
  );
  const best = found.sort((one, other) => other.score - one.score)[0];
  return best ?? readByKind(page, what);
}

/** "the title", "the url", "the error". */
function readKnown(page: PageTree, words: string): Answer | undefined {
  if (TITLE.test(words)) {
    const heading = page.nodes.find((node) => node.role === 'heading' && node.level === 1)?.name;
    const value = heading ?? page.title;
    return { value, evidence: page.title };
  }
  if (ADDRESS.test(words)) return { value: page.url, evidence: page.url };
  if (!ERRORS.test(words)) return undefined;
  const said = page.nodes.filter(
    ({ role, states }) => role === 'alert' || role === 'status' || states.has('error'),
  );
  const texts = said.map((node) => node.states.get('error') ?? wordsOf(node)).filter((text) => text !== '');
  return texts.length === 0 ? undefined : { value: texts.join('; '), evidence: texts[0] ?? '' };
}

/** Every place where the label stands with a value. */
function findValues(page: PageTree, label: string, near: string | undefined): Found[] {
  const found: Found[] = [];
  for (const table of readTables(page)) {
    const cell = findCell(table, label, near);
    if (cell !== undefined && cell.value !== '')
      found.push({ value: cell.value, evidence: cell.line, score: near === undefined ? 0.9 : 1.2 });
  }
  for (const node of page.nodes) {
    const own = readOwn(node, label);
    if (own === undefined || own.score < LEAST) continue;
    const closeness = near === undefined ? 0.5 : nearness(node, near);
    if (near !== undefined && closeness < 0.5) continue;
    found.push({ ...own, score: own.score + (near === undefined ? 0 : 0.1 * closeness) });
  }
  return found;
}

/** The value on the node itself: of a field, after a colon, in the next cell, in the next line. */
function readOwn(node: PageNode, label: string): Found | undefined {
  if (node.value !== undefined && node.value !== '') {
    const score = compareWords(label, node.name);
    return { value: node.value, evidence: `${node.name} = ${node.value}`, score: score * 0.97 };
  }
  if (node.name === '' || isPrompt(node)) return undefined;
  return readPairs(node, label) ?? readNext(node, label) ?? readInText(node, label);
}

/** "Total | 42.00 €" and "Total: 42.00 €". */
function readPairs(node: PageNode, label: string): Found | undefined {
  if (node.states.has('header')) return undefined;
  const parts = node.name
    .split(' | ')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  for (const [index, part] of parts.entries()) {
    const cut = /^([^:：]{1,80})[:：]\s*(\S.*)$/s.exec(part);
    if (cut !== null && compareWords(label, cut[1] ?? '') >= LEAST) {
      return { value: (cut[2] ?? '').trim(), evidence: part, score: compareWords(label, cut[1] ?? '') };
    }
    const next = node.role === 'row' ? parts.at(-1) : parts[index + 1];
    if (next === undefined || next === part || index + 1 >= parts.length) continue;
    const score = compareWords(label, part);
    if (score >= LEAST)
      return {
        value: next,
        evidence: node.name,
        score: score - (node.role === 'row' && index > 0 ? 0.1 : 0),
      };
  }
  return undefined;
}

/** A label in one line and its value in the next one beside it. */
function readNext(node: PageNode, label: string): Found | undefined {
  const score = compareWords(label, node.name.replace(/[:：]\s*$/, ''));
  if (score < LEAST || !['text', 'heading', 'term', 'listitem', 'item'].includes(node.role)) return undefined;
  const siblings = node.parent?.children ?? [];
  const next = node.children[0] ?? siblings[siblings.indexOf(node) + 1];
  if (next === undefined || ['heading', 'button', 'list', 'table', 'form', 'navigation'].includes(next.role))
    return undefined;
  const value = next.value ?? wordsOf(next);
  return value === '' || /[:：]$/.test(value)
    ? undefined
    : { value, evidence: `${node.name} ${value}`, score: score - (node.role === 'heading' ? 0.15 : 0.02) };
}

/** "Total 42.00 €" in one text: the label first, an amount or number after it. */
function readInText(node: PageNode, label: string): Found | undefined {
  if (!['text', 'status', 'alert', 'listitem', 'item', 'row', 'heading', 'group'].includes(node.role))
    return undefined;
  for (const part of node.name.split(' | ')) {
    const cut =
      /^(.{1,60}?)[\s:：]+((?:[A-Z]{0,3}\s?[$€£¥￥]\s?)?[+-]?\d\S*(?:\s?(?:[€$£¥%]|[A-Z]{3}|元))?)\s*$/.exec(
        part.trim(),
      );
    const score = cut === null ? 0 : compareWords(label, cut[1] ?? '');
    if (cut !== null && score >= LEAST) return { value: cut[2] ?? '', evidence: part, score };
  }
  return undefined;
}

/** Links and buttons name what they lead to, not a value. */
function isPrompt({ role }: PageNode): boolean {
  return [
    'link',
    'button',
    'tab',
    'menuitem',
    'option',
    'page',
    'table',
    'main',
    'form',
    'list',
    'textbox',
    'searchbox',
    'combobox',
    'spinbutton',
    'checkbox',
    'radio',
  ].includes(role);
}

/** Prices and ratings are known by their look, with or without a label. */
function readByKind(page: PageTree, what: TargetPhrase): Answer | undefined {
  const words = what.raw;
  if (!PRICE.test(words) && !RATING.test(words)) return readThing(page, what);
  const near = what.variants.find((variant) => variant.near !== undefined)?.near;
  const group = near === undefined ? undefined : findBestItem(page, near);
  if (group !== undefined) return readKind(group.text, words);
  const main = page.nodes.filter(
    (node) =>
      itemAround(node) === undefined &&
      !ancestors(node).some(({ role }) => role === 'banner' || role === 'contentinfo'),
  );
  for (const node of main) {
    const value = readKind(node.name, words);
    if (value !== undefined) return value;
  }
  return undefined;
}

function readKind(text: string, words: string): Answer | undefined {
  const price = PRICE.test(words) ? findItemPrice(text) : undefined;
  if (price !== undefined) return { value: price.text, evidence: text };
  const rating = RATING.test(words) ? readRating(text) : undefined;
  return rating === undefined ? undefined : { value: String(rating), evidence: text };
}

function findBestItem(page: PageTree, words: string): Item | undefined {
  const scored = findItemGroups(page)
    .flat()
    .map((item) => ({ item, score: coverage(words, item.text) }));
  return scored
    .filter(({ score }) => score > 0.75)
    .sort((one, other) => other.score - one.score || one.item.text.length - other.item.text.length)[0]?.item;
}

/** "the first message", "the order from Ada", "the description": what the item or the part of the page says. */
function readThing(page: PageTree, what: TargetPhrase): Answer | undefined {
  const words = what.variants.find(({ text }) => text !== '')?.text ?? '';
  if (words === '') return undefined;
  const headings = page.nodes.filter(
    (node) => node.role === 'heading' && compareWords(words, node.name) > 0.75,
  );
  const under = headings.map((node) => textUnder(node)).find((text) => text !== '');
  if (under !== undefined) return { value: under, evidence: under };
  const part = page.nodes.find(
    (node) =>
      ['region', 'status', 'alert', 'article', 'dialog', 'group', 'table', 'list'].includes(node.role) &&
      compareWords(words, node.name) > 0.75,
  );
  const text =
    part === undefined
      ? ''
      : descendants(part)
          .map(wordsOfLine)
          .filter((line) => line !== '')
          .join('; ');
  if (text !== '') return { value: text, evidence: text };
  const item = findBestItem(page, words);
  return item === undefined ? undefined : { value: item.text, evidence: item.text };
}

function textUnder(heading: PageNode): string {
  const siblings = heading.parent?.children ?? [];
  const lines: string[] = [];
  for (const node of siblings.slice(siblings.indexOf(heading) + 1)) {
    if (node.role === 'heading') break;
    lines.push(
      ...[node, ...descendants(node)]
        .filter(({ ref }) => ref === undefined)
        .map(wordsOfLine)
        .filter((line) => line !== ''),
    );
    if (lines.length > 30) break;
  }
  return lines.join('; ');
}

/** "the price of the second product", "the cheapest": the item at that place, or one value of it. */
function readRanked(page: PageTree, what: TargetPhrase, now: number): Answer | undefined {
  const { rank, label, noun } = readRank(what);
  if (rank === undefined) return undefined;
  const item = pickItem(rankItems(page, rank, noun, now), rank);
  if (item === undefined) return undefined;
  const field =
    label === ''
      ? undefined
      : item.nodes
          .map((node) => readOwn(node, label))
          .find((found) => found !== undefined && found.score >= LEAST);
  return (
    field ??
    (label === '' ? undefined : readKind(item.text, label)) ?? { value: item.text, evidence: item.text }
  );
}

/** The rank stands first ("the cheapest lamp") or after the label ("the price of the second product"). */
function readRank(what: TargetPhrase): { rank: Rank | undefined; label: string; noun: string } {
  const split = what.variants.find((variant) => variant.near !== undefined);
  const noun = split?.near ?? what.variants[0]?.text ?? '';
  if (what.rank !== undefined) return { rank: what.rank, label: split?.text ?? '', noun };
  const inner = parseTarget(split?.near ?? '');
  return { rank: inner.rank, label: split?.text ?? '', noun: inner.variants[0]?.text ?? '' };
}

function wordsOf(node: PageNode): string {
  return node.name !== ''
    ? node.name
    : descendants(node)
        .map(({ name }) => name)
        .filter((name) => name !== '')
        .join(' ');
}

function wordsOfLine(node: PageNode): string {
  return node.value === undefined ? normalizeSpaces(node.name) : `${node.name}: ${node.value}`;
}

function normalizeSpaces(text: string): string {
  return normalize(text) === '' ? '' : text.replace(/\s+/g, ' ').trim();
}
