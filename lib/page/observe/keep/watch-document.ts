import { ELEMENT_NODE, getNodeType, getParentNode } from '../dom';

/** What the page did to its document since it was last asked. */
export interface Edits {
  /** Nodes with a changed attribute, changed words or changed children. */
  targets: Set<Node>;
  /** Names of the attributes changed of an element. */
  attributes: Map<Element, Set<string>>;
  /** Elements that came in, or were moved. */
  added: Set<Element>;
  /** Of each parent whose element children changed, those that left. */
  regrouped: Map<Node, Set<Element>>;
}

export interface DocumentWatch {
  /** Undefined: too much has happened, or it was watched for too long; nobody watches any more. */
  take(): Edits | undefined;
  stop(): void;
}

/** After so many changes the whole is read anew: to tell them apart would cost more. */
const MOST_EDITS = 4_000;
/** A document that nobody has read for so long is watched no longer. */
const LONGEST_WATCH_MS = 120_000;

/**
 * Notes what changes in a document, shadow trees apart, from now on. The observer belongs to our own world, so the page does not see
 * it; it holds few nodes and ends by itself.
 */
export function watchDocument({ document, performance }: Window): DocumentWatch {
  let edits = noEdits();
  let count = 0;
  let lastTakenAt = performance.now();
  let isOver = false;
  const note = (records: readonly MutationRecord[]): void => {
    if (isOver) return;
    count += records.length;
    isOver = count > MOST_EDITS || performance.now() - lastTakenAt > LONGEST_WATCH_MS;
    if (isOver) {
      observer.disconnect();
      edits = noEdits();
    } else for (const record of records) addRecord(edits, record);
  };
  const observer = new MutationObserver(note);
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  return {
    take() {
      note(observer.takeRecords());
      if (isOver) return undefined;
      const taken = edits;
      edits = noEdits();
      count = 0;
      lastTakenAt = performance.now();
      return taken;
    },
    stop() {
      isOver = true;
      observer.disconnect();
      edits = noEdits();
    },
  };
}

function noEdits(): Edits {
  return { targets: new Set(), attributes: new Map(), added: new Set(), regrouped: new Map() };
}

function addRecord(
  edits: Edits,
  { type, target, attributeName, addedNodes, removedNodes }: MutationRecord,
): void {
  edits.targets.add(target);
  if (type === 'attributes') addTo(edits.attributes, target as Element, attributeName ?? '');
  for (const node of addedNodes) {
    if (getNodeType(node) !== ELEMENT_NODE) continue;
    edits.added.add(node as Element);
    if (!edits.regrouped.has(target)) edits.regrouped.set(target, new Set());
  }
  for (const node of removedNodes)
    if (getNodeType(node) === ELEMENT_NODE) addTo(edits.regrouped, target, node as Element);
}

function addTo<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}

/** Adds the node and everything around it, as far as it is not there yet. */
export function addPath(path: Set<Node>, node: Node): void {
  for (let at: Node | null = node; at && !path.has(at); at = getParentNode(at)) path.add(at);
}
