import { unfoldLines } from '../../trajectories/unfold-lines';

/** One line of an observation (docs/observation.md) with its place in the tree. */
export interface PageNode {
  ref?: string;
  role: string;
  name: string;
  level?: number;
  value?: string;
  /** `checked`, `placeholder="Search"` … without the quotes: words, or words with their values. */
  states: Map<string, string>;
  note: string;
  /** Children that the observation folded away: "+ 940 more rows". */
  folded: number;
  parent?: PageNode;
  children: PageNode[];
  /** Position in reading order, from 0. */
  order: number;
}

/** A page as the rules read it. `nodes` is the tree in reading order, without its root. */
export interface PageTree {
  url: string;
  title: string;
  root: PageNode;
  nodes: PageNode[];
}

const JSON_STRING = String.raw`"(?:[^"\\]|\\.)*"`;
const ELEMENT = new RegExp(
  String.raw`^( *)(?:((?:f\d+)?e\d+) )?([a-z]+)(?: (\d+))?(?: (${JSON_STRING}))?(?: = (${JSON_STRING}))?` +
    String.raw`((?: [a-z-]+(?:=(?:${JSON_STRING}|[^\s"()]+))?)*)(?: \(([^()"]*)\))?$`,
);
const FRAME = new RegExp(String.raw`^( *)frame(?: (${JSON_STRING}))?(?: (\S+))?$`);
const HEADER = new RegExp(String.raw`^page (${JSON_STRING})\s+(\S+)`);
/** For lines of a later format: what can still be told is the ref, the role and the first string. */
const LOOSE = new RegExp(String.raw`^( *)(?:((?:f\d+)?e\d+) )?([a-z]+)\b[^"]*(${JSON_STRING})?`);
const FOLD = /^( *)\+ (\d+) more (?:rows?|items?|list ?items?|articles?)\b/;
const STATE = new RegExp(String.raw` ([a-z-]+)(?:=(${JSON_STRING}|[^\s"()]+))?`, 'g');

/** Reads the text of an observation. Never throws; what it cannot read it leaves out. */
export function readObservation(text: string): PageTree {
  const root = makeNode('page', '', -1);
  const page: PageTree = { url: '', title: '', root, nodes: [] };
  const open: { indent: number; node: PageNode }[] = [{ indent: -1, node: root }];
  for (const line of unfoldLines(text)) {
    const header = HEADER.exec(line);
    if (header !== null && page.nodes.length === 0) {
      page.title = readString(header[1]);
      page.url = header[2] ?? '';
      continue;
    }
    noteFold(line, open);
    const read = readLine(line, page.nodes.length);
    if (read === undefined) continue;
    while ((open.at(-1)?.indent ?? -1) >= read.indent && open.length > 1) open.pop();
    const parent = open.at(-1)?.node ?? root;
    read.node.parent = parent;
    parent.children.push(read.node);
    page.nodes.push(read.node);
    open.push(read);
  }
  root.name = page.title;
  return page;
}

/** Every node under this one, in reading order, without it. */
export function descendants(node: PageNode): PageNode[] {
  const found: PageNode[] = [];
  const pending = [...node.children].reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    found.push(next);
    for (let index = next.children.length - 1; index >= 0; index -= 1)
      pending.push(next.children[index] as PageNode);
  }
  return found;
}

/** What holds the node, innermost first; the page itself is not among them. */
export function ancestors(node: PageNode): PageNode[] {
  const found: PageNode[] = [];
  for (let next = node.parent; next?.parent !== undefined; next = next.parent) found.push(next);
  return found;
}

/** Words of a node and of what is under it, values included, up to about so many characters. */
export function textOf(node: PageNode, limit = Number.POSITIVE_INFINITY): string {
  const parts: string[] = [];
  let length = 0;
  const pending = [node];
  for (let next = pending.pop(); next !== undefined && length < limit; next = pending.pop()) {
    for (const part of [next.name, next.value ?? '']) {
      if (part !== '') parts.push(part);
      length += part.length;
    }
    for (let index = next.children.length - 1; index >= 0; index -= 1)
      pending.push(next.children[index] as PageNode);
  }
  return parts.join(' | ');
}

/** `button "Save"`: how the rules name an element to the user. */
export function describeNode(node: PageNode): string {
  return node.name === '' ? node.role : `${node.role} "${shorten(node.name, 60)}"`;
}

/** Options of a list as far as they are known: printed on its line, listed in a failure, or lines of their own. */
export function listNamesOf(failure: string | undefined, node: PageNode): string[] {
  const printed = node.states.get('options');
  if (printed !== undefined && printed !== '') return printed.split(' | ');
  const own = descendants(node).filter(({ role, name }) => role === 'option' && name !== '');
  if (own.length > 0) return own.map(({ name }) => name);
  const listed = /options?:\s*(.*)$/is.exec(failure ?? '')?.[1] ?? '';
  return [...listed.matchAll(new RegExp(JSON_STRING, 'g'))]
    .map((match) => readString(match[0]))
    .filter((name) => name !== '');
}

export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function readLine(line: string, order: number): { indent: number; node: PageNode } | undefined {
  if (/^\s*(?:[+#]|$)/.test(line) || /^page /.test(line)) return undefined;
  const frame = FRAME.exec(line);
  if (frame !== null)
    return { indent: (frame[1] ?? '').length, node: makeNode('frame', readString(frame[2]), order) };
  const match = ELEMENT.exec(line);
  if (match === null) return readLoosely(line, order);
  const node = makeNode(match[3] ?? '', readString(match[5]), order);
  if (match[2] !== undefined) node.ref = match[2];
  if (match[4] !== undefined) node.level = Number(match[4]);
  if (match[6] !== undefined) node.value = readString(match[6]);
  for (const state of (match[7] ?? '').matchAll(STATE)) node.states.set(state[1] ?? '', readState(state[2]));
  node.note = match[8] ?? '';
  if (node.name === '') node.name = node.states.get('placeholder') ?? '';
  return { indent: (match[1] ?? '').length, node };
}

/** What was folded away counts as children of the line that holds it. */
function noteFold(line: string, open: { indent: number; node: PageNode }[]): void {
  const fold = FOLD.exec(line);
  const holder = fold === null ? undefined : open.findLast(({ indent }) => indent < (fold[1] ?? '').length);
  if (holder !== undefined) holder.node.folded += Number(fold?.[2]);
}

function readLoosely(line: string, order: number): { indent: number; node: PageNode } | undefined {
  const match = LOOSE.exec(line);
  if (match === null) return undefined;
  const node = makeNode(match[3] ?? '', readString(match[4]), order);
  if (match[2] !== undefined) node.ref = match[2];
  return { indent: (match[1] ?? '').length, node };
}

function makeNode(role: string, name: string, order: number): PageNode {
  return { role, name, states: new Map(), note: '', folded: 0, children: [], order };
}

function readState(value: string | undefined): string {
  if (value === undefined) return '';
  return value.startsWith('"') ? readString(value) : value;
}

function readString(json: string | undefined): string {
  if (json === undefined) return '';
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : '';
  } catch {
    return json.slice(1, -1);
  }
}
