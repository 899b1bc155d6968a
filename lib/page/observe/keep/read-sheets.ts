import { addSelectors, createDependence, type StyleDependence } from './read-selectors';

/** The style sheets of a document as they are at one moment. */
export interface Sheets {
  /** All that they say, word for word, and which of their conditions hold. */
  text: string;
  /** Undefined when they say something whose effects cannot be told from their selectors. */
  dependence: StyleDependence | undefined;
}

/** Reads all rules; those of `before` are not taken apart again when nothing has changed. */
export function readSheets(window: Window, before: Sheets | undefined): Sheets {
  const said: Said = { window, texts: [], rules: [], isKnown: true };
  const { document } = window;
  for (const sheet of document.styleSheets) addSheet(said, sheet);
  for (const sheet of document.adoptedStyleSheets) addSheet(said, sheet);
  const text = said.texts.join('\n');
  if (before?.text === text) return before;
  return { text, dependence: said.isKnown ? findDependence(said.rules) : undefined };
}

interface Said {
  window: Window;
  texts: string[];
  rules: CSSStyleRule[];
  isKnown: boolean;
}

function addSheet(said: Said, sheet: CSSStyleSheet): void {
  const { media, href } = sheet;
  said.texts.push(`${sheet.disabled ? 'off' : 'on'} ${href ?? ''} ${holds(said, media.mediaText)}`);
  let rules: CSSRuleList;
  try {
    rules = sheet.cssRules;
  } catch {
    // One of another site keeps its rules to itself, from the page as well: what they make depend on what is not known.
    said.isKnown = false;
    return;
  }
  for (const rule of rules) {
    said.texts.push(rule.cssText);
    addRule(said, rule);
  }
}

function addRule(said: Said, rule: CSSRule): void {
  if (rule instanceof CSSStyleRule) {
    said.rules.push(rule);
    for (const inner of rule.cssRules ?? []) addRule(said, inner);
  } else if (rule instanceof CSSMediaRule) {
    said.texts.push(holds(said, rule.media.mediaText));
    for (const inner of rule.cssRules) addRule(said, inner);
  } else if (rule instanceof CSSImportRule) {
    if (rule.styleSheet) addSheet(said, rule.styleSheet);
  } else if (isMereGroup(rule)) {
    for (const inner of rule.cssRules) addRule(said, inner);
  } else if (rule.cssText.startsWith('@') && !WITHOUT_SELECTORS.test(rule.cssText)) said.isKnown = false;
}

function holds({ window }: Said, media: string): string {
  return media === '' || window.matchMedia(media).matches ? 'holds' : 'fails';
}

function isMereGroup(rule: CSSRule): rule is CSSGroupingRule {
  return /^@(?:supports|layer)\b/.test(rule.cssText) && 'cssRules' in rule;
}

const WITHOUT_SELECTORS =
  /^@(?:-webkit-|-moz-)?(?:font-face|keyframes|layer|namespace|page|property|counter-style|font-feature-values|font-palette-values|view-transition|charset)\b/;

function findDependence(rules: readonly CSSStyleRule[]): StyleDependence {
  const dependence = createDependence();
  for (const rule of rules) addSelectors(dependence, rule.selectorText);
  return dependence;
}
