import type { CDPSession, Page } from '@playwright/test';
import type { NodeFacts, RefFacts } from './in-page/judge.ts';
import { addScores, isInteractive, scoreRecall, scoreRefs, type AxFacts, type Score } from './score.ts';

/** One document as the debugger sees it. */
interface Place {
  session: CDPSession;
  frameId: string;
  contextId: number;
}

type AxNode = Awaited<ReturnType<typeof readTree>>[number];

const ACTING =
  /^(click|dblclick|auxclick|mousedown|mouseup|pointerdown|pointerup|keydown|keyup|keypress|touchstart|touchend|change|input)$/;
const GROUP = 'bench';

/** Compares a fresh observation of every drawn frame with the accessibility tree. The harness and the page bundle are there already. */
export async function scorePage(page: Page): Promise<Score> {
  const scores: Score[] = [];
  for (const place of await listPlaces(page)) scores.push(await scorePlace(place));
  return addScores(scores);
}

async function listPlaces(page: Page): Promise<Place[]> {
  const context = page.context();
  const sessions = [await context.newCDPSession(page)];
  for (const frame of page.frames().slice(1)) {
    const own = await context.newCDPSession(frame).catch(() => undefined);
    if (own) sessions.push(own);
  }
  const places: Place[] = [];
  for (const session of sessions) {
    session.on('Runtime.executionContextCreated', ({ context: { id, auxData } }) => {
      if (auxData?.['isDefault'])
        places.push({ session, frameId: String(auxData['frameId']), contextId: id });
    });
    await session.send('Runtime.enable');
    await session.send('DOM.enable');
    await session.send('Accessibility.enable');
  }
  const seen: Place[] = [];
  for (const place of places) if (await isDrawn(place, sessions)) seen.push(place);
  return seen;
}

/** The page itself, or a frame whose element can be seen; an owner in a frame that is not drawn has no box either. */
async function isDrawn({ frameId, session }: Place, sessions: readonly CDPSession[]): Promise<boolean> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const isTop = session === sessions[0] && frameTree.frame.id === frameId;
  if (isTop) return true;
  for (const holder of sessions) {
    const owner = await holder.send('DOM.getFrameOwner', { frameId }).catch(() => undefined);
    if (!owner) continue;
    const { object } = await holder.send('DOM.resolveNode', { backendNodeId: owner.backendNodeId });
    const { result } = await holder.send('Runtime.callFunctionOn', {
      objectId: String(object.objectId),
      functionDeclaration:
        'function () { return globalThis.ErrandBench?.judge.isSeen(this) ?? this.checkVisibility() }',
      returnByValue: true,
    });
    return result.value === true;
  }
  return false;
}

async function scorePlace(place: Place): Promise<Score> {
  const { session } = place;
  await evaluate(place, 'ErrandBench.judge.observe(ErrandPage)');
  const tree = await readTree(place);
  const byBackendId = new Map<number, AxFacts>();
  for (const node of tree)
    if (node.backendDOMNodeId !== undefined) byBackendId.set(node.backendDOMNodeId, toFacts(node));
  const recall = await scoreTree(place, byBackendId);
  const listening = await resolveAll(place, await listListeners(place));
  const refs = await call<RefFacts[]>(place, 'judgeRefs', listening);
  const backendIds = await listRefBackendIds(place);
  const precision = scoreRefs(refs.map((ref, at) => ({ ref, ax: byBackendId.get(backendIds[at] ?? -1) })));
  await session.send('Runtime.releaseObjectGroup', { objectGroup: GROUP });
  return addScores([recall, precision]);
}

async function readTree({ session, frameId }: Place) {
  const { nodes } = await session.send('Accessibility.getFullAXTree', { frameId });
  return nodes;
}

function toFacts(node: AxNode): AxFacts {
  const property = (name: string): unknown =>
    node.properties?.find((found) => found.name === name)?.value.value;
  return {
    role: String(node.role?.value ?? 'none'),
    name: String(node.name?.value ?? ''),
    ignored: node.ignored,
    editable: property('focusable') === true && property('editable') !== undefined,
  };
}

async function scoreTree(place: Place, tree: ReadonlyMap<number, AxFacts>): Promise<Score> {
  const acting = [...tree].filter(([, ax]) => isInteractive(ax));
  const objects = await resolveAll(
    place,
    acting.map(([backendId]) => backendId),
  );
  const nodes = await call<NodeFacts[]>(place, 'judgeNodes', objects);
  return scoreRecall(
    nodes.map((node, at) => ({
      ax: acting[at]?.[1] ?? { role: '', name: '', ignored: true, editable: false },
      node,
    })),
  );
}

/** Object ids in the page's own world; what is no longer there becomes null in the page. */
async function resolveAll(
  { session, contextId }: Place,
  backendIds: readonly number[],
): Promise<(string | undefined)[]> {
  return Promise.all(
    backendIds.map(async (backendNodeId) => {
      const resolved = await session
        .send('DOM.resolveNode', { backendNodeId, executionContextId: contextId, objectGroup: GROUP })
        .catch(() => undefined);
      return resolved?.object.objectId;
    }),
  );
}

async function call<T>(
  { session, contextId }: Place,
  method: string,
  objects: readonly (string | undefined)[],
): Promise<T> {
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    executionContextId: contextId,
    functionDeclaration: `function (...objects) { return ErrandBench.judge.${method}(objects) }`,
    arguments: objects.map((objectId) => (objectId === undefined ? { value: null } : { objectId })),
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

async function evaluate({ session, contextId }: Place, expression: string): Promise<string | undefined> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
    objectGroup: GROUP,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.objectId;
}

/** Everything under the document that has a listener for what a person does; the window counts as the document. */
async function listListeners(place: Place): Promise<number[]> {
  const document = String(await evaluate(place, 'document'));
  const inside = await readListeners(place, document, { depth: -1, pierce: true });
  const ids = new Set(inside.flatMap(({ backendNodeId }) => backendNodeId ?? []));
  const onWindow = await readListeners(place, String(await evaluate(place, 'window')), {});
  if (onWindow.length > 0) {
    const { node } = await place.session.send('DOM.describeNode', { objectId: document });
    ids.add(node.backendNodeId);
  }
  return [...ids];
}

async function readListeners(
  { session }: Place,
  objectId: string,
  reach: { depth?: number; pierce?: boolean },
) {
  const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId, ...reach });
  return listeners.filter(({ type }) => ACTING.test(type));
}

async function listRefBackendIds(place: Place): Promise<number[]> {
  const array = await evaluate(place, 'ErrandBench.judge.elements');
  if (array === undefined) return [];
  const { result } = await place.session.send('Runtime.getProperties', {
    objectId: array,
    ownProperties: true,
  });
  const elements = result.filter(({ name }) => /^\d+$/.test(name));
  return Promise.all(
    elements.map(async ({ value }) => {
      const { node } = await place.session.send('DOM.describeNode', { objectId: String(value?.objectId) });
      return node.backendNodeId;
    }),
  );
}
