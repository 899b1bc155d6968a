import type { ItemTree } from '../../../page/collect/item-tree';
import type { CollectReply } from '../../../page/collect/collect-reply';
import type { CollectionEnd, CollectionFacts } from '../../../page/collect/phrase-collection';
import type { ActionResult } from '../../../trajectories/action';
import type { Target } from '../../../trajectories/target';
import { browser } from '../../browser';
import { ensureInjected } from '../inject';
import { waitForLoad } from '../wait-for-load';
import { watchStart } from '../watch-start';
import { type AskedStep, askStep, type CollectPlace } from './ask-step';
import { mayPress } from './may-press';
import { dropUnfinished, findUnfinished, keepUnfinished } from './unfinished';

/** Where a collection ends that the planner has set no limits for. */
const DEFAULT_PAGES = 10;
const DEFAULT_ROWS = 500;
const TIME_LIMIT_MS = 100_000;
/** A page that was about to be left and by then is not is read as it is. */
const START_TIMEOUT_MS = 1_500;

/** What has been gathered in a tab: offsets of later calls count in it. */
export interface Gathered {
  trees: ItemTree[];
  shell?: ItemTree;
  facts: CollectionFacts;
}

interface Collection {
  place: CollectPlace;
  mostPages: number;
  mostRows: number;
  /** `performance.now()` when it ends for lack of time. */
  end: number;
  gathered: Gathered;
  /** Trees of the page that is being read begin here. */
  pageStart: number;
  args: string;
  origin: string;
}

/** Gathers rows over pages of one site and notes them in `gathered`, page by page. A failure is that of the first page. */
export async function collectRows(
  place: CollectPlace,
  args: Record<string, unknown>,
  expected: Target | undefined,
): Promise<{ ok: true; gathered: Gathered } | { ok: false; result: ActionResult }> {
  const { tabId } = place;
  const origin = await originOfTab(tabId);
  const key = JSON.stringify(args);
  const earlier = await findUnfinished(tabId, key, origin);
  const first = earlier
    ? await beginAgain(place, earlier.list)
    : await askStep(place, 'begin', args, expected);
  if (!first.ok) return first;
  const collection: Collection = {
    place,
    mostPages: numberOf(args['pages'], DEFAULT_PAGES),
    mostRows: numberOf(args['rows'], DEFAULT_ROWS),
    end: performance.now() + TIME_LIMIT_MS,
    gathered: { trees: [], facts: { pages: 1, ended: 'end', hasGap: false } },
    pageStart: 0,
    args: key,
    origin,
  };
  if (earlier) goOn(collection, earlier, first.reply);
  collection.gathered.facts.ended = await turnPages(collection, first.reply);
  await dropUnfinished(tabId);
  collection.gathered.trees.splice(collection.mostRows);
  return { ok: true, gathered: collection.gathered };
}

/** The page that stands there after the worker has died may be new, or about to be left: it is asked once more then. */
async function beginAgain(place: CollectPlace, known: CollectReply['list']): Promise<AskedStep> {
  const begin = async (): Promise<AskedStep> => {
    await waitForLoad(place.tabId, place.signal);
    await ensureInjected(place.tabId, place.frameId, place.signal);
    return askStep(place, 'begin', { known });
  };
  const begun = await begin();
  return begun.ok || !begun.isLost || place.signal.aborted ? begun : begin();
}

function numberOf(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

/** The worker died: the page that stands there is the last that was read, or the one after it. */
function goOn(
  collection: Collection,
  earlier: NonNullable<Awaited<ReturnType<typeof findUnfinished>>>,
  reply: CollectReply,
): void {
  const isSame = JSON.stringify(reply.items[0]) === JSON.stringify(earlier.last[0]);
  const trees = isSame ? earlier.before : [...earlier.before, ...earlier.last];
  const { shell, pages, hasGap } = earlier;
  collection.gathered = {
    trees: [...trees],
    ...(shell === undefined ? {} : { shell }),
    facts: { pages: isSame ? pages : pages + 1, ended: 'end', hasGap },
  };
  collection.pageStart = trees.length;
}

async function turnPages(collection: Collection, first: CollectReply): Promise<CollectionEnd> {
  let reply = first;
  for (;;) {
    await note(collection, reply);
    const { turn } = reply;
    const ended = findEnd(collection, reply);
    if (ended || !turn) return ended ?? 'end';
    const next = await takeTurn(collection, turn, reply);
    if (typeof next === 'string') return next;
    if (turn.kind !== 'scroll') collection.gathered.facts.pages += 1;
    if (next.replaced) collection.pageStart = collection.gathered.trees.length;
    reply = next;
  }
}

async function note(collection: Collection, { items, shell, list, hasGap }: CollectReply): Promise<void> {
  const { gathered, pageStart, args, origin, place } = collection;
  gathered.trees.push(...items);
  if (shell !== undefined) gathered.shell ??= shell;
  gathered.facts.hasGap ||= hasGap ?? false;
  const { pages } = gathered.facts;
  await keepUnfinished(place.tabId, {
    args,
    origin,
    list,
    ...(gathered.shell === undefined ? {} : { shell: gathered.shell }),
    before: gathered.trees.slice(0, pageStart),
    last: gathered.trees.slice(pageStart),
    pages,
    hasGap: gathered.facts.hasGap,
  });
}

function findEnd(
  { place, gathered, mostRows, mostPages, end }: Collection,
  { turn, ended }: CollectReply,
): CollectionEnd | undefined {
  if (place.signal.aborted) return 'stopped';
  if (gathered.trees.length >= mostRows) return turn || gathered.trees.length > mostRows ? 'rows' : ended;
  if (!turn) return ended ?? 'end';
  if (performance.now() > end) return 'time';
  if (turn.kind === 'scroll') return undefined;
  if (gathered.facts.pages >= mostPages) return 'pages';
  return mayPress(turn.target) ? undefined : 'refused';
}

async function takeTurn(
  { place, origin }: Collection,
  turn: NonNullable<CollectReply['turn']>,
  { list }: CollectReply,
): Promise<CollectReply | CollectionEnd> {
  if (turn.kind === 'scroll') {
    const scrolled = await askStep(place, 'scroll', {});
    return scrolled.ok ? scrolled.reply : endOf(place, 'lost');
  }
  const start = watchStart(place.tabId);
  try {
    const pressed = await askStep(place, turn.kind, { ref: turn.ref }, turn.target);
    if (!pressed.ok && (place.signal.aborted || !pressed.isLost)) return endOf(place, 'no-change');
    if (pressed.ok && !pressed.reply.left) return pressed.reply;
    await start.begun(START_TIMEOUT_MS, place.signal);
  } finally {
    start.stop();
  }
  await waitForLoad(place.tabId, place.signal);
  if (place.signal.aborted) return 'stopped';
  if ((await originOfTab(place.tabId)) !== origin) return 'elsewhere';
  await ensureInjected(place.tabId, place.frameId, place.signal);
  const begun = await askStep(place, 'begin', { known: list });
  return begun.ok ? { ...begun.reply, replaced: true } : endOf(place, 'lost');
}

function endOf({ signal }: CollectPlace, otherwise: CollectionEnd): CollectionEnd {
  return signal.aborted ? 'stopped' : otherwise;
}

async function originOfTab(tabId: number): Promise<string> {
  const { url = '' } = await browser.tabs.get(tabId);
  return URL.canParse(url) ? new URL(url).origin : '';
}
