import { cdp } from 'vitest/browser';

/** What the browser's accessibility tree says of one element. */
export interface BrowserNode {
  role: string;
  name: string;
  description: string;
}

interface DomNode {
  nodeType: number;
  backendNodeId: number;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: (DomNode & { shadowRootType: string })[];
  contentDocument?: DomNode & { frameId?: string };
  frameId?: string;
}
interface AxValue {
  value?: unknown;
}
interface AxNode {
  ignored: boolean;
  backendDOMNodeId?: number;
  role?: AxValue;
  name?: AxValue;
  description?: AxValue;
}
interface DevTools {
  send(method: string, params?: object): Promise<unknown>;
}

const MARK = 'data-browser-tree';

/** The browser's accessibility tree of this document by element; what the tree leaves out is not in the map. */
export async function readBrowserTree(): Promise<Map<Element, BrowserNode>> {
  const devTools = cdp() as unknown as DevTools;
  document.documentElement.setAttribute(MARK, '');
  try {
    const { root } = (await devTools.send('DOM.getDocument', { depth: -1, pierce: true })) as {
      root: DomNode;
    };
    const found = findMarked(root, undefined);
    if (!found) throw new Error('the document of this test is not among the frames of the page');
    const ids = listIds(found.html);
    const elements = listElements(document.documentElement);
    if (ids.length !== elements.length)
      throw new Error(`${ids.length} nodes for ${elements.length} elements`);
    await devTools.send('Accessibility.enable');
    const { nodes } = (await devTools.send('Accessibility.getFullAXTree', {
      ...(found.frameId === undefined ? {} : { frameId: found.frameId }),
    })) as { nodes: AxNode[] };
    return joinNodes(elements, ids, nodes);
  } finally {
    document.documentElement.removeAttribute(MARK);
    // While the tree is kept up to date every change of the page costs more.
    await devTools.send('Accessibility.disable');
  }
}

function joinNodes(elements: Element[], ids: number[], nodes: AxNode[]): Map<Element, BrowserNode> {
  const byId = new Map<number, AxNode>();
  for (const node of nodes) {
    const id = node.backendDOMNodeId;
    if (id !== undefined && !byId.has(id)) byId.set(id, node);
  }
  const tree = new Map<Element, BrowserNode>();
  for (const [index, element] of elements.entries()) {
    const node = byId.get(ids[index] as number);
    if (!node || node.ignored) continue;
    tree.set(element, {
      role: readText(node.role),
      name: readText(node.name),
      description: readText(node.description),
    });
  }
  return tree;
}

function readText(value: AxValue | undefined): string {
  return typeof value?.value === 'string' ? value.value : '';
}

function findMarked(
  node: DomNode,
  frameId: string | undefined,
): { html: DomNode; frameId: string | undefined } | undefined {
  if (node.attributes?.includes(MARK)) return { html: node, frameId };
  for (const child of node.children ?? []) {
    const found = findMarked(child, frameId);
    if (found) return found;
  }
  return node.contentDocument ? findMarked(node.contentDocument, node.frameId) : undefined;
}

/** Elements as the protocol nests them: of open and closed shadow trees, but not of the browser's own. */
function listIds(node: DomNode): number[] {
  if (node.nodeType !== 1) return [];
  const inside = (node.shadowRoots ?? [])
    .filter((root) => root.shadowRootType !== 'user-agent')
    .flatMap((root) => root.children ?? []);
  return [node.backendNodeId, ...[...inside, ...(node.children ?? [])].flatMap(listIds)];
}

function listElements(element: Element): Element[] {
  const inside = [...(element.shadowRoot?.children ?? []), ...element.children];
  return [element, ...inside.flatMap(listElements)];
}
