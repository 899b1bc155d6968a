import { getAttribute, getRootNode } from '../dom';

/**
 * Tells which elements a style sheet may give words by `::before` or `::after`. To ask for the style of a pseudo-element costs
 * as much as ten other questions, so on large pages the style sheets are read instead: once as many elements have been asked
 * as reading the rules would have cost.
 */
export class PseudoIndex {
  private readonly roots = new Map<Node, RootState>();

  mayStyle(element: Element, tag: string, attributed: boolean): boolean {
    if (tag === 'q') return true;
    const root = getRootNode(element);
    let state = this.roots.get(root);
    if (!state) this.roots.set(root, (state = openRoot(root)));
    if (state.keys === undefined) {
      if (state.asked++ * RULES_PER_QUESTION < state.rules) return true;
      state.keys = collectKeys(root, state.rules);
    }
    return state.keys === 'unknown' ? attributed : isKeyed(state.keys, element, tag, attributed);
  }
}

/** Rules that can be read in the time of one question. */
const RULES_PER_QUESTION = 4;

interface RootState {
  asked: number;
  rules: number;
  keys: Keys | 'unknown' | undefined;
}

/** What the last part of a selector asks for; each selector is under one of these. */
interface Keys {
  rules: number;
  classes: Set<string>;
  ids: Set<string>;
  tags: Set<string>;
  /** Some selector asks for an attribute only. */
  anyAttributed: boolean;
  any: boolean;
  byClassName: Map<string, boolean>;
}

/** Rules are seldom replaced one by one, so their number tells whether they are still the same. */
const known = new WeakMap<Node, Keys>();

function openRoot(root: Node): RootState {
  const rules = countRules(root);
  const keys = known.get(root);
  if (rules === undefined) return { asked: 0, rules: 0, keys: 'unknown' };
  return { asked: 0, rules, keys: keys?.rules === rules ? keys : undefined };
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

function collectKeys(root: Node, rules: number): Keys | 'unknown' {
  const keys: Keys = {
    rules,
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
  known.set(root, keys);
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
