import { getAttribute, getClassName, getFirstChild, getLocalName, getParentNode, getRootNode } from '../dom';
import { ATTRIBUTED, type Hints, MARKED } from '../walk/attribute-hints';
import { readPseudoText } from './pseudo-text';

/** What the pseudo-elements of one element say; '' for most. */
export interface PseudoWords {
  before: string;
  after: string;
}

const NO_WORDS: PseudoWords = { before: '', after: '' };

/**
 * Words that style sheets give to elements by `::before` and `::after`. To ask for the style of a pseudo-element costs as much
 * as ten other questions, so it is not asked of elements that look like one without such words (same tag and class in a parent of
 * the same tag and class); and once as many have been asked as reading the rules would have cost, the style sheets are read
 * instead.
 */
export class PseudoIndex {
  private readonly roots = new Map<Node, RootState>();

  constructor(private readonly window: Window) {}

  readWords(element: Element, tag: string, hints: Hints): PseudoWords {
    const attributed = (hints & ATTRIBUTED) !== 0;
    const root = getRootNode(element);
    let state = this.roots.get(root);
    if (!state) this.roots.set(root, (state = openRoot(root)));
    if (tag === 'q') return this.ask(element);
    if (state.keys !== undefined && state.keys !== 'unknown')
      return isKeyed(state.keys, element, tag, attributed) ? this.ask(element) : NO_WORDS;
    if (state.keys === 'unknown' && !attributed) return NO_WORDS;
    const look = findLook(element, tag, hints);
    if (look !== '' && state.wordless.has(look)) return NO_WORDS;
    if (state.keys === undefined && state.asked++ * RULES_PER_QUESTION > state.rules)
      state.keys = collectKeys(root);
    const words = this.ask(element);
    if (look !== '' && words.before === '' && words.after === '') state.wordless.add(look);
    return words;
  }

  private ask(element: Element): PseudoWords {
    const before = readPseudoText(this.window, element, '::before');
    // An icon is one glyph.
    const isIcon = before !== '' && getFirstChild(element) === null;
    return { before, after: isIcon ? '' : readPseudoText(this.window, element, '::after') };
  }
}

/** Tag and class of an element and its parent; '' when other attributes may give it words. */
function findLook(element: Element, tag: string, hints: Hints): string {
  if ((hints & MARKED) !== 0) return '';
  const parent = getParentNode(element);
  const around = parent instanceof Element ? `${getLocalName(parent)} ${getClassName(parent)}` : '';
  return (hints & ATTRIBUTED) !== 0 ? `${tag} ${getClassName(element)}<${around}` : `${tag}<${around}`;
}

/** Rules that can be read in the time of one question. */
const RULES_PER_QUESTION = 4;

interface RootState {
  asked: number;
  /** Looks of elements that had no words when they were asked. */
  wordless: Set<string>;
  rules: number;
  keys: Keys | 'unknown' | undefined;
}

/** What the last part of a selector asks for; each selector is under one of these. */
interface Keys {
  classes: Set<string>;
  ids: Set<string>;
  tags: Set<string>;
  /** Some selector asks for an attribute only. */
  anyAttributed: boolean;
  any: boolean;
  byClassName: Map<string, boolean>;
}

/** Rules are seldom replaced one by one, so their number tells whether they are still the same. */
const known = new WeakMap<Node, RootState>();

/** What was asked in earlier readings counts too. */
function openRoot(root: Node): RootState {
  const rules = countRules(root);
  if (rules === undefined) return { asked: 0, wordless: new Set(), rules: 0, keys: 'unknown' };
  let state = known.get(root);
  if (state?.rules !== rules)
    known.set(root, (state = { asked: 0, wordless: new Set(), rules, keys: undefined }));
  return state;
}

function listSheets(root: Node): CSSStyleSheet[] {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return [];
  return [...root.styleSheets, ...root.adoptedStyleSheets];
}

/** Undefined when a style sheet of another site keeps its rules to itself. */
function countRules(root: Node): number | undefined {
  try {
    return listSheets(root).reduce((sum, sheet) => sum + 1 + sheet.cssRules.length, 0);
  } catch {
    return undefined;
  }
}

function collectKeys(root: Node): Keys | 'unknown' {
  const keys: Keys = {
    classes: new Set(),
    ids: new Set(),
    tags: new Set(),
    anyAttributed: false,
    any: false,
    byClassName: new Map(),
  };
  try {
    for (const sheet of listSheets(root)) addRules(keys, sheet.cssRules);
  } catch {
    return 'unknown';
  }
  return keys;
}

const WITH_PSEUDO = /:(?:before|after)/;
const WORDLESS = /^(?:none|normal|)$|^""(?: \/ "")?$/;

function addRules(keys: Keys, rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) {
      const selector = rule.selectorText;
      if (WITH_PSEUDO.test(selector) && !WORDLESS.test(rule.style.content)) addSelectors(keys, selector);
    }
    const inner =
      rule instanceof CSSImportRule ? rule.styleSheet?.cssRules : (rule as CSSGroupingRule).cssRules;
    if (inner && inner.length > 0) addRules(keys, inner);
  }
}

function addSelectors(keys: Keys, list: string): void {
  // What stands in brackets never is the key, and neither commas nor combinators in it count.
  let plain = list.replace(/\[[^\]]*\]/g, '[]');
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replace(/\([^()]*\)/g, '');
  }
  for (const selector of plain.split(',')) {
    if (WITH_PSEUDO.test(selector)) addKey(keys, selector.slice(0, selector.search(/::?(?:before|after)/)));
  }
}

const CLASS = /\.((?:[\w-]|[^\0-\x7f]|\\[^\da-f])+)/i;
const ID = /#((?:[\w-]|[^\0-\x7f]|\\[^\da-f])+)/i;

function addKey(keys: Keys, selector: string): void {
  const compound = /[^\s>+~]*$/.exec(selector)?.[0] ?? '';
  // A code point in an escape, or a nested rule's parent: not worth a parser.
  const isPlain = !/\\[\da-f]|&/i.test(compound);
  const className = isPlain ? CLASS.exec(compound)?.[1] : undefined;
  const id = isPlain ? ID.exec(compound)?.[1] : undefined;
  const tag = /^[a-z][\w-]*/i.exec(compound)?.[0];
  if (className !== undefined) keys.classes.add(className.replace(/\\(.)/g, '$1'));
  else if (id !== undefined) keys.ids.add(id.replace(/\\(.)/g, '$1'));
  else if (tag !== undefined) keys.tags.add(tag.toLowerCase());
  else if (compound.includes('[]')) keys.anyAttributed = true;
  else keys.any = true;
}

function isKeyed(keys: Keys, element: Element, tag: string, attributed: boolean): boolean {
  if (keys.any || keys.tags.has(tag)) return true;
  if (!attributed) return false;
  if (keys.anyAttributed) return true;
  if (keys.ids.size > 0 && keys.ids.has(getAttribute(element, 'id') ?? '')) return true;
  return keys.classes.size > 0 && hasKeyedClass(keys, getAttribute(element, 'class') ?? '');
}

/** Class attributes repeat: each wording is taken apart once. */
function hasKeyedClass(keys: Keys, className: string): boolean {
  let isKey = keys.byClassName.get(className);
  if (isKey === undefined) {
    isKey = className.split(/\s+/).some((token) => keys.classes.has(token));
    keys.byClassName.set(className, isKey);
  }
  return isKey;
}
