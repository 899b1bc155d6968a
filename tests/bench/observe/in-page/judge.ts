import type { ErrandPage } from '../../../../lib/page/types';
import { findWhyUnseen } from './perceive';

export interface RefFacts {
  ref: string;
  role: string;
  name: string;
  focusable: boolean;
  /** A visible label hands it the click; the browser has no node for it when the page does not render it. */
  behindLabel: boolean;
  /** Has a listener itself, or shows a hand under something that listens. */
  listens: boolean;
  html: string;
}

export interface NodeFacts {
  /** Undefined when a person can perceive it. */
  unseen?: string;
  ref?: string;
  /** Option of a closed select, or a part that the browser put into a field: no element of the page. */
  part: boolean;
  /** In a closed shadow tree, where the page bundle alone cannot look. */
  closed: boolean;
  html: string;
}

/** Holds the observation that is judged, so that elements can be compared as such. */
export interface Judge {
  readonly elements: Element[];
  observe(errand: ErrandPage): Promise<number>;
  judgeNodes(nodes: readonly (Node | null)[]): NodeFacts[];
  judgeRefs(listening: readonly unknown[]): RefFacts[];
  isSeen(element: Element): boolean;
}

const BROWSER_HOSTS = 'input, textarea, select, video, audio, details, meter, progress';

export function createJudge(): Judge {
  const elements: Element[] = [];
  const printed: { ref: string; role: string; name: string }[] = [];
  const refOf = new Map<Element, string>();

  async function observe(errand: ErrandPage): Promise<number> {
    const { nodes } = await errand.observe({ scope: 'page', budget: Infinity });
    for (const { ref, role, name } of nodes) {
      const element = ref === undefined ? undefined : errand.element(ref);
      if (ref === undefined) continue;
      if (!element) throw new Error(`${ref} has no element`);
      elements.push(element);
      printed.push({ ref, role, name });
      refOf.set(element, ref);
    }
    return elements.length;
  }

  function judgeNode(node: Node | null): NodeFacts {
    const element = node instanceof Element ? node : node?.parentElement;
    if (!element) return { part: true, closed: false, html: '' };
    const root = element.getRootNode();
    const host = root instanceof ShadowRoot ? root.host : undefined;
    const inSelect = element.closest('select');
    const isClosedOption =
      inSelect !== null && inSelect !== element && !inSelect.multiple && inSelect.size <= 1;
    // Chromium crashes when it is asked for the mode of such a root, so nothing more is asked.
    if (isClosedOption || (host?.matches(BROWSER_HOSTS) ?? false))
      return { part: true, closed: false, html: shorten(element) };
    const unseen = findWhyUnseen(element);
    const ref = refOf.get(element);
    return {
      ...(unseen === undefined ? {} : { unseen }),
      ...(ref === undefined ? {} : { ref }),
      part: false,
      closed: isInClosedTree(element),
      html: shorten(element),
    };
  }

  function judgeRefs(listening: readonly unknown[]): RefFacts[] {
    const listeners = new Set(listening);
    return printed.map((line, index) => {
      const element = elements[index] as Element;
      return {
        ...line,
        focusable: takesFocus(element),
        behindLabel: standsBehindLabel(element),
        listens: listens(element, listeners),
        html: shorten(element),
      };
    });
  }

  return {
    elements,
    observe,
    judgeNodes: (nodes) => nodes.map(judgeNode),
    judgeRefs,
    isSeen: (element) => findWhyUnseen(element) === undefined,
  };
}

function isInClosedTree(element: Element): boolean {
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    if (root.mode === 'closed') return true;
  return false;
}

function takesFocus(element: Element): boolean {
  if ((element as HTMLElement).tabIndex >= 0 || element.hasAttribute('tabindex')) return true;
  return (element as HTMLElement).isContentEditable;
}

function standsBehindLabel(element: Element): boolean {
  return [...((element as HTMLInputElement).labels ?? [])].some(
    (label) => findWhyUnseen(label) === undefined,
  );
}

function listens(element: Element, listeners: ReadonlySet<unknown>): boolean {
  if (listeners.has(element)) return true;
  if (getComputedStyle(element).cursor !== 'pointer') return false;
  if (listeners.has(document) || listeners.has(window)) return true;
  for (let at: Node | null = element.parentNode; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
    if (listeners.has(at)) return true;
  return false;
}

function shorten(element: Element): string {
  const html = element.outerHTML.replace(/\s+/g, ' ');
  return html.length > 160 ? `${html.slice(0, 160)}…` : html;
}
