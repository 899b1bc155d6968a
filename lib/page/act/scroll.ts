import { actError, type ActContext, type PageActionRunner, type RunnerOutcome } from './actor/act-context';
import { nameElement } from './actor/name-element';
import { scrollingElementOf } from './actor/native-dom';
import { readNumber, readText } from './actor/read-arguments';
import { waitUntil } from './effect/wait';
import { findScrollArea, overflows, scrollAreaBy, scrolls, type ScrollWay } from './ready/scroll-area';

/** Part of a screen that one page moves: some lines stay in sight. */
const PAGE_PART = 0.9;
/** How long a list may take to begin to grow at its end. */
const GROWTH_LIMIT_MS = 800;

const WAYS: Record<string, ScrollWay> = {
  up: { across: 0, down: -1 },
  down: { across: 0, down: 1 },
  left: { across: -1, down: 0 },
  right: { across: 1, down: 0 },
};

export const scroll: PageActionRunner = {
  name: 'scroll',
  element: 'optional',
  reads: false,
  async run(context, action, element) {
    const direction = readText(action, 'direction');
    const to = readText(action, 'to');
    if (element && direction === undefined && to === undefined) return bringIntoView(context, element);
    const way = expectWay(direction, to);
    const area = findScrollArea(context, element, way);
    if (!area || !(overflows(area) || scrolls(area)))
      return { message: 'nothing here scrolls', scrolled: 0, nothingDone: true };
    const pages = to ? Infinity : (readNumber(action, 'pages') ?? 1) * PAGE_PART;
    const moved = move(area, way, pages) || (await moveOnceGrown(context, area, way, pages));
    return report(context, area, way, moved);
  },
};

/** At the end already: lists that load more when their end is reached may be about to. */
async function moveOnceGrown(
  { window, signal }: ActContext,
  area: Element,
  way: ScrollWay,
  pages: number,
): Promise<number> {
  if (way.across < 0 || way.down < 0) return 0;
  const readSize = (): number => area.scrollWidth + area.scrollHeight;
  const before = readSize();
  await waitUntil(window, GROWTH_LIMIT_MS, signal, () => readSize() > before || undefined);
  return move(area, way, pages);
}

function expectWay(direction: string | undefined, to: string | undefined): ScrollWay {
  const way = WAYS[to === 'top' ? 'up' : to === 'bottom' ? 'down' : (direction ?? 'down')];
  if (way && (to === undefined || to === 'top' || to === 'bottom')) return way;
  throw actError(
    'bad-arguments',
    'scroll was not run: direction is up, down, left or right; to is top or bottom.',
    {
      action: 'scroll',
    },
  );
}

function move(area: Element, way: ScrollWay, pages: number): number {
  const left = way.across === 0 ? 0 : way.across * Math.min(pages * area.clientWidth, area.scrollWidth);
  const top = way.down === 0 ? 0 : way.down * Math.min(pages * area.clientHeight, area.scrollHeight);
  return scrollAreaBy(area, left, top);
}

function bringIntoView(context: ActContext, element: Element): RunnerOutcome {
  const before = Element.prototype.getBoundingClientRect.call(element).top;
  Element.prototype.scrollIntoView.call(element, { block: 'center', inline: 'nearest', behavior: 'instant' });
  const moved = Math.round(before - Element.prototype.getBoundingClientRect.call(element).top);
  const name = nameElement(context, element);
  if (moved === 0) return { message: `${name} is in view`, scrolled: 0 };
  return { message: `scrolled ${describeMove(moved, 'down', 'up')} to ${name}`, scrolled: moved };
}

function report(context: ActContext, area: Element, way: ScrollWay, moved: number): RunnerOutcome {
  const what = area === scrollingElementOf(context.document) ? 'the page' : nameElement(context, area);
  const sideways = way.across !== 0;
  const [at, size, seen] = sideways
    ? [area.scrollLeft, area.scrollWidth, area.clientWidth]
    : [area.scrollTop, area.scrollHeight, area.clientHeight];
  const place = `now at ${Math.round(at)} of ${Math.max(0, size - seen)}`;
  if (moved === 0)
    return { message: `${what} is at its end already, ${place}`, scrolled: 0, nothingDone: true };
  const how = sideways ? describeMove(moved, 'right', 'left') : describeMove(moved, 'down', 'up');
  return { message: `scrolled ${what} ${how}, ${place}`, scrolled: moved };
}

function describeMove(pixels: number, forward: string, back: string): string {
  return `${Math.abs(pixels)} px ${pixels > 0 ? forward : back}`;
}
