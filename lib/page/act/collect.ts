import type { CollectReply } from '../collect/collect-reply';
import { Collector } from '../collect/collector';
import type { ItemTree } from '../collect/item-tree';
import { type CollectionEnd, type CollectionFacts, phraseFacts } from '../collect/phrase-collection';
import { readTrees } from '../collect/read-trees';
import type { KnownList } from '../collect/read-rows';
import type { PageAction } from '../types';
import {
  actError,
  type ActContext,
  expectElement,
  expectNotStopped,
  type PageActionRunner,
  type RunnerOutcome,
} from './actor/act-context';
import { scrollingElementOf } from './actor/native-dom';
import { readNumber, readText } from './actor/read-arguments';
import { printListing } from './reading/print-listing';

/** Where a collection ends that nobody has set limits for. */
const DEFAULT_PAGES = 10;
const DEFAULT_ROWS = 500;

/**
 * Whoever drives a collection over several documents asks for one step at a time (`step`, `id`) and gets a `CollectReply`
 * as JSON; without a step all is done that can be done in this document.
 */
export const collect: PageActionRunner = {
  name: 'collect',
  element: 'optional',
  reads: true,
  async run(context, action, element) {
    const step = readText(action, 'step');
    if (step === undefined) return collectHere(context, action, element);
    if (step === 'print') return printStep(context, action);
    return { message: step, data: JSON.stringify(await takeStep(context, action, step, element)) };
  },
};

/** Of this document, by the name that their driver gave them. */
const collectors = new Map<string, Collector>();

function takeStep(
  context: ActContext,
  action: PageAction,
  step: string,
  element: Element | undefined,
): Promise<CollectReply> {
  const id = readText(action, 'id') ?? '';
  if (step === 'begin') {
    const collector = new Collector();
    collectors.set(id, collector);
    return collector.begin(context, element, action['known'] as KnownList | undefined);
  }
  const collector = collectors.get(id);
  if (!collector) throw actError('page-gone', 'The page that held the list has been left.');
  if (step === 'scroll') return collector.scroll(context);
  return collector.press(context, expectElement(element), step === 'more' ? 'more' : 'next');
}

async function collectHere(
  context: ActContext,
  action: PageAction,
  element: Element | undefined,
): Promise<RunnerOutcome> {
  const mostPages = readNumber(action, 'pages') ?? DEFAULT_PAGES;
  const mostRows = readNumber(action, 'rows') ?? DEFAULT_ROWS;
  const collector = new Collector();
  let reply = await collector.begin(context, element);
  const items = [...reply.items];
  const { shell } = reply;
  const facts: CollectionFacts = { pages: 1, ended: 'end', hasGap: reply.hasGap ?? false };
  for (;;) {
    expectNotStopped(context.signal);
    const ended = findEnd(context, reply, items.length >= mostRows, facts.pages >= mostPages);
    if (ended) {
      const kept = items.slice(0, mostRows);
      return print(context, {
        trees: kept,
        shell,
        facts: { ...facts, ended },
        offset: readNumber(action, 'offset'),
      });
    }
    const pressed = reply.turn?.kind !== 'scroll';
    reply = await takeTurn(context, collector, reply);
    items.push(...reply.items);
    facts.hasGap ||= reply.hasGap ?? false;
    if (pressed) facts.pages += 1;
  }
}

function findEnd(
  { window, deps }: ActContext,
  { turn, ended, left }: CollectReply,
  hasRows: boolean,
  hasPages: boolean,
): CollectionEnd | undefined {
  if (hasRows) return 'rows';
  if (!turn) return left ? 'other-document' : (ended ?? 'end');
  if (turn.kind === 'scroll') return undefined;
  if (hasPages) return 'pages';
  const link = turn.target.href;
  const stays = link === undefined || link.split('#')[0] === window.location.href.split('#')[0];
  return stays && deps.elementOf(turn.ref) ? undefined : 'other-document';
}

function takeTurn(context: ActContext, collector: Collector, { turn }: CollectReply): Promise<CollectReply> {
  if (!turn || turn.kind === 'scroll') return collector.scroll(context);
  return collector.press(context, expectElement(context.deps.elementOf(turn.ref)), turn.kind);
}

interface Gathered {
  trees: readonly ItemTree[];
  shell: ItemTree | undefined;
  facts: CollectionFacts;
  offset: number | undefined;
}

function printStep(context: ActContext, action: PageAction): RunnerOutcome {
  const { trees, shell, facts, offset } = action as unknown as Gathered;
  return print(context, { trees, shell, facts, offset });
}

function print({ window }: ActContext, { trees, shell, facts, offset }: Gathered): RunnerOutcome {
  const listing = readTrees(window, trees, shell);
  if (!listing) throw actError('no-listing', 'The rows that were gathered make no table. Use read_page.');
  const { data, place } = printListing(listing, Math.max(0, offset ?? 0));
  const columns = listing.columns.length;
  const { scrollY, innerHeight, document } = window;
  const below = scrollingElementOf(document)?.scrollHeight ?? 0;
  const scrolled =
    scrollY > 0
      ? `; the page is scrolled to ${Math.round(scrollY)} of ${Math.round(below - innerHeight)}`
      : '';
  return {
    message: `${listing.rows.length} rows with ${columns} columns ${phraseFacts(facts)}; ${place}${scrolled}`,
    data,
  };
}
