import { getAttribute, getLocalName, queryRoot, getRootNode } from './dom';
import { getFlatParent } from './flat-tree';
import { computeRole } from './roles';

/** Never rendered, whatever the style sheet says of their children. */
export const NEVER_RENDERED = new Set('script style noscript template head meta link title base param source track datalist'.split(' '));

/**
 * Caches of one read. The page may change between two reads, so make a new one for each; within one, nothing is
 * computed twice. Reading computed style never invalidates layout, and nothing here writes.
 */
export class Reading {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  private readonly styles = new Map<Element, CSSStyleDeclaration>();
  private readonly roles = new Map<Element, string>();
  private readonly hidden = new Map<Element, boolean>();
  private readonly ids = new Map<Node, Map<string, Element>>();
  /** Accessible names that are known already. */
  readonly names = new Map<Element, string>();

  constructor(window: Window) {
    this.window = window as Window & typeof globalThis;
    this.document = window.document;
  }

  style(element: Element): CSSStyleDeclaration {
    let style = this.styles.get(element);
    if (!style) this.styles.set(element, (style = this.window.getComputedStyle(element)));
    return style;
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
    const byId = this.idsOf(getRootNode(element));
    const found = value.trim().split(/\s+/).map((id) => byId.get(id));
    return found.filter((target) => target !== undefined);
  }

  private idsOf(root: Node): Map<string, Element> {
    let byId = this.ids.get(root);
    if (!byId) {
      byId = new Map();
      for (const element of queryRoot(root, '[id]')) {
        const id = getAttribute(element, 'id');
        if (id && !byId.has(id)) byId.set(id, element);
      }
      this.ids.set(root, byId);
    }
    return byId;
  }
}
