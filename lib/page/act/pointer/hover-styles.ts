import { getRootNode, isConnected, queryRoot } from '../../observe/dom';
import type { PageWindow } from '../actor/act-context';
import { renderedAncestorsOf } from '../actor/native-dom';
import { isShown } from '../ready/actionable';
import { collectHoverRules, type HoverRule } from './hover-rules';
import type { HoverStyles } from './pointer-device';

/** Nobody waits at an open menu for longer; the marks go with the first press of the user's own, too. */
const LIFETIME_MS = 60_000;

interface Adopted {
  root: Document | ShadowRoot;
  sheet: CSSStyleSheet;
}

/**
 * Browsers set `:hover` for the hand at the mouse alone, so the rules that show something are repeated for a mark on the
 * elements under our pointer, as developer tools do it.
 */
export function createHoverStyles(window: PageWindow): HoverStyles {
  // Not `randomUUID`: pages without https have none.
  const [number = 0] = window.crypto.getRandomValues(new Uint32Array(1));
  const mark = `data-${number.toString(36)}`;
  let marked: Element[] = [];
  let adopted: Adopted[] = [];
  let unreadable = false;
  let stopLife: (() => void) | undefined;

  const markAll = (elements: Element[]): void => {
    for (const element of marked)
      if (!elements.includes(element)) Element.prototype.removeAttribute.call(element, mark);
    for (const element of elements)
      if (!marked.includes(element)) Element.prototype.setAttribute.call(element, mark, '');
    marked = elements;
  };
  const replaceSheets = (next: Adopted[]): void => {
    const before = adopted;
    adopted = next;
    before.forEach(disown);
    stopLife?.();
    stopLife = next.length > 0 ? limitLife(window, clear) : undefined;
  };
  const clear = (): void => {
    markAll([]);
    replaceSheets([]);
  };

  return {
    follow(element) {
      const chain = element && isConnected(element) ? Array.from(renderedAncestorsOf(element)) : [];
      const roots = rootsOf(chain);
      const found = collectHoverRules(window, roots, `[${mark}]`);
      ({ unreadable } = found);
      const wasActive = adopted.length > 0;
      markAll(chain);
      const inUse = roots.flatMap((root) => {
        const rules = found.rules.filter((rule) => query(root, rule).length > 0);
        return rules.length > 0 ? [{ root, rules }] : [];
      });
      const subjects = new Set(
        inUse.flatMap(({ root, rules }) => rules.flatMap((rule) => query(root, rule))),
      );
      const hidden = [...subjects].filter((subject) => !isShown(subject));
      if (subjects.size === 0 || (hidden.length === 0 && !wasActive)) {
        clear();
        return [];
      }
      replaceSheets(inUse.flatMap(({ root, rules }) => adopt(window, root, rules)));
      const revealed = hidden.filter(isShownOrAppears);
      if (revealed.length === 0 && !wasActive) clear();
      return revealed;
    },
    unreadable: () => unreadable,
    active: () => adopted.length > 0,
  };
}

function disown({ root, sheet }: Adopted): void {
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
}

/** The document and the shadow roots that hold the elements. */
function rootsOf(chain: readonly Element[]): (Document | ShadowRoot)[] {
  const roots = new Set(chain.map((element) => getRootNode(element)));
  return [...roots].filter(
    (root): root is Document | ShadowRoot => root instanceof Document || root instanceof ShadowRoot,
  );
}

/** What the rule is about now; nothing for what is no selector here. */
function query(root: Document | ShadowRoot, { selector }: HoverRule): Element[] {
  try {
    return queryRoot(root, selector);
  } catch {
    return [];
  }
}

/** What fades in is there, though it cannot be seen yet. */
function isShownOrAppears(element: Element): boolean {
  return isShown(element) || Element.prototype.getAnimations.call(element).length > 0;
}

function adopt(window: PageWindow, root: Document | ShadowRoot, rules: readonly HoverRule[]): Adopted[] {
  try {
    const sheet = new window.CSSStyleSheet();
    const text = rules.map(({ selector, declarations }) => `${selector} { ${declarations} }`);
    sheet.replaceSync(text.join('\n'));
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return [{ root, sheet }];
  } catch {
    return [];
  }
}

function limitLife(window: PageWindow, end: () => void): () => void {
  const stop = new AbortController();
  const timer = window.setTimeout(end, LIFETIME_MS);
  const onPress = (event: Event): void => {
    if (event.isTrusted) end();
  };
  for (const type of ['pointerdown', 'keydown'])
    window.addEventListener(type, onPress, { capture: true, signal: stop.signal });
  return () => {
    window.clearTimeout(timer);
    stop.abort();
  };
}
