/** Style rules that speak of `:hover`, with that replaced, and whether there were style sheets that may not be read. */
export interface HoverRules {
  rules: HoverRule[];
  unreadable: boolean;
}

export interface HoverRule {
  /** Selector with every `:hover` replaced by the stand-in. */
  selector: string;
  declarations: string;
}

const HOVER = /:hover(?![\w-])/g;

/** Collects the rules that apply on this screen, in their order. */
export function collectHoverRules(
  window: Window & typeof globalThis,
  roots: readonly (Document | ShadowRoot)[],
  standIn: string,
): HoverRules {
  const found: HoverRules = { rules: [], unreadable: false };
  for (const root of roots) {
    for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
      const rules = readRules(sheet);
      if (rules) collect(window, rules, '', standIn, found.rules);
      else found.unreadable = true;
    }
  }
  return found;
}

/** Undefined for a sheet of another origin: https://drafts.csswg.org/cssom/#dom-cssstylesheet-cssrules */
function readRules(sheet: CSSStyleSheet): CSSRuleList | undefined {
  try {
    return sheet.disabled ? undefined : sheet.cssRules;
  } catch {
    return undefined;
  }
}

function collect(
  window: Window & typeof globalThis,
  rules: CSSRuleList,
  around: string,
  standIn: string,
  found: HoverRule[],
): void {
  for (const rule of rules) {
    if (rule instanceof window.CSSStyleRule) {
      const selector = nest(rule.selectorText, around);
      keep(selector, rule.style.cssText, standIn, found);
      collect(window, rule.cssRules, selector, standIn, found);
    } else if (rule instanceof window.CSSGroupingRule) {
      const applies = !(rule instanceof window.CSSMediaRule) || window.matchMedia(rule.conditionText).matches;
      if (applies) collect(window, rule.cssRules, around, standIn, found);
    } else if (rule instanceof window.CSSImportRule && rule.styleSheet) {
      const imported = readRules(rule.styleSheet);
      if (imported) collect(window, imported, around, standIn, found);
    }
  }
}

function keep(selector: string, declarations: string, standIn: string, found: HoverRule[]): void {
  if (declarations === '' || !selector.includes(':hover')) return;
  found.push({ selector: selector.replace(HOVER, standIn), declarations });
}

/** https://drafts.csswg.org/css-nesting/#nest-selector */
function nest(selector: string, around: string): string {
  if (around === '') return selector;
  return selector.includes('&')
    ? selector.replaceAll('&', `:is(${around})`)
    : `:is(${around}) :is(${selector})`;
}
