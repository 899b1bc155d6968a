import {
  findById,
  getActiveElement,
  getAttribute,
  getBody,
  getLocalName,
  getRootNode,
  getShadowRoot,
  hasAttribute,
  queryFirst,
} from './dom';
import { getFlatParent } from './flat-tree';
import { Labels } from './labels';
import { PseudoIndex } from './names/pseudo-index';
import { computeRole } from './roles';
import { NEVER_RENDERED } from './walk/tag-traits';

/**
 * Caches of one read. The page may change between two reads, so make a new one for each; within one, nothing is
 * computed twice. Reading computed style never invalidates layout, and nothing here writes.
 */
export class Reading {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  private styled: Element | undefined;
  private styleOfStyled: CSSStyleDeclaration | undefined;
  private readonly roles = new Map<Element, string>();
  private readonly hidden = new Map<Element, boolean>();
  private readonly labels = new Labels();
  /** Accessible names that are known already. */
  readonly names = new Map<Element, string>();
  /** Named by their content, but not by all of it. */
  readonly partlyNamed = new Set<Element>();
  /** Words in pseudo-elements. */
  readonly pseudos: PseudoIndex;

  /** How often something was met that may change without a trace in the part of the document where it was met. */
  unsteady = 0;

  private readonly found = new Map<string, boolean>();
  private disabledGroups: boolean | undefined;
  private plainStructure: boolean | undefined;

  /** Something in the document is disabled by ARIA, and with it what it holds. */
  get hasDisabledGroups(): boolean {
    return (this.disabledGroups ??= this.holds(DISABLED_GROUP));
  }

  /** No table or list in the document has a role that its parts must ask for. */
  get hasPlainStructure(): boolean {
    return (this.plainStructure ??= !this.holds(CHANGED_STRUCTURE));
  }

  /** What has the focus, inside shadow trees too; the body counts as nothing. */
  readonly focused: Element | null;

  constructor(window: Window) {
    this.window = window as Window & typeof globalThis;
    this.document = window.document;
    this.pseudos = new PseudoIndex(window);
    this.focused = findFocused(this.document);
  }

  /** Whether the document, shadow trees apart, holds a match. Asked once: it is as much as a look at every element. */
  holds(selector: string): boolean {
    let holds = this.found.get(selector);
    if (holds === undefined) this.found.set(selector, (holds = queryFirst(this.document, selector) !== null));
    return holds;
  }

  /** It is known that nothing in the document matches. */
  assumeNone(selector: string): void {
    this.found.set(selector, false);
  }

  /** Live computed style. Only the last one is kept: ten thousand of these objects cost more to collect than to ask for. */
  style(element: Element): CSSStyleDeclaration {
    if (this.styled !== element || !this.styleOfStyled) {
      this.styled = element;
      this.styleOfStyled = this.window.getComputedStyle(element);
    }
    return this.styleOfStyled;
  }

  role(element: Element): string {
    let role = this.roles.get(element);
    if (role === undefined) this.roles.set(element, (role = computeRole(element)));
    return role;
  }

  /**
   * Hidden from assistive technology (accname 1.2, step 2A): not rendered, `visibility`, or `aria-hidden` on it or around it.
   * Being off-screen or clipped does not count.
   */
  isHidden(element: Element): boolean {
    return this.isTreeHidden(element) || this.style(element).visibility !== 'visible';
  }

  /** `display: none` or `aria-hidden` on it or around it; iterative, because pages may nest very deep. */
  private isTreeHidden(element: Element): boolean {
    const path: Element[] = [];
    let known: boolean | undefined;
    for (let at: Element | null = element; at && known === undefined; at = getFlatParent(at)) {
      known = this.hidden.get(at);
      if (known !== undefined) break;
      path.push(at);
      if (this.hides(at)) known = true;
    }
    for (const at of path) this.hidden.set(at, known ?? false);
    return known ?? false;
  }

  private hides(element: Element): boolean {
    if (NEVER_RENDERED.has(getLocalName(element))) return true;
    return getAttribute(element, 'aria-hidden') === 'true' || this.style(element).display === 'none';
  }

  /** Elements named by an IDREFS attribute, in its order, from the tree that holds the element. */
  resolveIds(element: Element, value: string | null): Element[] {
    if (!value?.trim()) return [];
    this.unsteady++;
    const root = getRootNode(element);
    return value
      .trim()
      .split(/\s+/)
      .flatMap((id) => findById(root, id) ?? []);
  }

  /** Labels of a form control, in tree order. */
  labelsOf(element: Element): readonly HTMLLabelElement[] {
    const labels = this.labels.of(element);
    if (labels.length > 0 || hasAttribute(element, 'id')) this.unsteady++;
    return labels;
  }
}

const DISABLED_GROUP = '[aria-disabled=true]';
/** In a shadow tree the tag is taken at its word. */
const CHANGED_STRUCTURE =
  '[role~=none],[role~=presentation],[role~=grid],[role~=treegrid],ul[role],ol[role],menu[role],dl[role]';

/** What decides on how the whole page is read. */
export const OPEN_DIALOG = 'dialog[open],[aria-modal=true]';
export const DECISIVE = [DISABLED_GROUP, CHANGED_STRUCTURE, '[aria-owns]', OPEN_DIALOG];

function findFocused(document: Document): Element | null {
  let focused = getActiveElement(document);
  while (focused) {
    const inner = getShadowRoot(focused)?.activeElement;
    if (!inner) break;
    focused = inner;
  }
  return focused === getBody(document) ? null : focused;
}
