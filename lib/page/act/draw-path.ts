import { getBody, getTextContent, queryWithin } from '../observe/dom';
import type { PageAction } from '../types';
import { actError, expectNotStopped, type ActContext, type PageActionRunner } from './actor/act-context';
import { nameElement } from './actor/name-element';
import { closestRendered } from './actor/native-dom';
import { waitUntil } from './effect/wait';
import { movePointer } from './pointer/move-pointer';
import { expectPlaceAt } from './pointer/place-at';
import { carryByPointer } from './pointer/carry-by-pointer';
import { pressButton } from './pointer/press-button';
import type { Point } from './pointer/pointer-device';
import { movePointerTo } from './pointer/pointer-sequence';
import { watchPixels } from './reading/watch-pixels';
import { nextFrame, readBoxes } from './ready/stillness';

/** Distance between two moves, in CSS pixels: what a quick hand leaves between two events. */
const STEP_LENGTH = 8;
/** More than one frame of 60 a second, which is what drawings are throttled to. */
const POINT_MS = 20;
/** After so long the strokes go on without waiting for the page's frames (a hidden tab has one a second). */
const FRAMES_LIMIT_MS = 15_000;
/** How long a drawing may take to show. */
const SHOWN_LIMIT_MS = 500;

export const drawPath: PageActionRunner = {
  name: 'draw_path',
  element: 'optional',
  reads: false,
  judgesPoint: true,
  async run(context, action, element) {
    const paths = expectPaths(action);
    if (element) context.expectApproved(element);
    const [[start] = []] = paths;
    const place = await expectPlaceAt(context, element, start as Point);
    const picture = element ?? findPicture(place.surface);
    const name = nameElement(context, picture);
    const pixels = watchPixels(context, picture);
    const drawing = readDrawing(context, picture, place.surface);
    const end = context.window.performance.now() + FRAMES_LIMIT_MS;
    for (const path of paths) await drawStroke(context, element, path, end);
    const count = `${paths.length} ${paths.length === 1 ? 'stroke' : 'strokes'}`;
    const outcome = { value: count, target: picture };
    const did = `drew ${count} on ${name}`;
    const isOther = (): boolean =>
      pixels.compare() === 'changed' || readDrawing(context, picture, place.surface) !== drawing;
    const { window, signal } = context;
    const changed = await waitUntil(window, SHOWN_LIMIT_MS, signal, () => isOther() || undefined);
    if (changed) return { ...outcome, message: `${did}; the picture changed` };
    if (pixels.compare() === 'unknown')
      return { ...outcome, message: `${did}; whether the picture changed cannot be told` };
    throw actError(
      'not-drawn',
      `The strokes were made on ${name}, and nothing changed. It may want another tool chosen first, or another element.`,
      { target: name },
    );
  },
};

/** The whole drawing that something drawn belongs to; other things are pictures by themselves. */
function findPicture(surface: Element): Element {
  return closestRendered(surface, 'svg') ?? surface;
}

/** Without an element each stroke begins on what was judged, or not at all. */
async function drawStroke(
  context: ActContext,
  element: Element | undefined,
  path: Point[],
  end: number,
): Promise<void> {
  const [first, ...rest] = path;
  if (!first) return;
  const place = await expectPlaceAt(context, element, first);
  context.expectApproved(element ?? place.surface);
  movePointerTo(context, place);
  // The way to its beginning is no part of the stroke, also for a page that looks where the pointer is from time to time.
  await pause(context, end);
  context.expectApproved(element ?? place.surface);
  const press = pressButton(context, context.pointer.over ?? place.surface, {
    button: 'left',
    modifiers: [],
  });
  try {
    const origin = { x: place.point.x - first.x, y: place.point.y - first.y };
    for (const point of rest) {
      moveAlong(context, { x: origin.x + point.x, y: origin.y + point.y });
      await pause(context, end);
    }
    if (rest.length === 0) await pause(context, end);
  } finally {
    carryByPointer(context, press).drop();
  }
}

/** In a straight line to the point, in steps of a hand. */
function moveAlong(context: ActContext, to: Point): void {
  const from = context.pointer.point;
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP_LENGTH));
  for (let step = 1; step <= steps; step++) {
    const part = step / steps;
    movePointer(context, { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
  }
}

/** What draws takes one point a frame, and may put the last one off for as long as a frame lasts: the hand waits for that. */
async function pause({ window, signal }: ActContext, end: number): Promise<void> {
  const start = window.performance.now();
  do {
    expectNotStopped(signal);
    if (window.performance.now() >= end) return;
    await nextFrame(window, signal);
  } while (window.performance.now() < start + POINT_MS);
}

/** So many elements inside of what was pressed are watched, whether they move. */
const MOST_WATCHED = 200;

/** What a drawing made of elements (SVG) or told in words consists of, and where what was pressed, and what is in it, is. */
function readDrawing({ document }: ActContext, picture: Element, pressed: Element): string {
  const shapes = Array.from(
    queryWithin(picture, 'path,line,polyline,circle,rect,image,g'),
    (shape) => shape.getAttribute('d')?.length ?? shape.getAttribute('points')?.length ?? 0,
  );
  const watched = [pressed, ...[...queryWithin(pressed, '*')].slice(0, MOST_WATCHED)];
  const body = getBody(document);
  return `${shapes.join()}\n${readBoxes(watched)}\n${body ? (getTextContent(body) ?? '') : ''}`;
}

function expectPaths(action: PageAction): Point[][] {
  const { paths } = action;
  const read = Array.isArray(paths) ? paths.map(readPath) : [];
  if (read.length > 0 && read.every((path) => path !== undefined && path.length > 0))
    return read as Point[][];
  throw actError(
    'bad-arguments',
    'draw_path was not run: paths is a list of strokes, each a list of points [x, y] in CSS pixels from the top left of the element, else of the visible page.',
    { action: 'draw_path' },
  );
}

function readPath(path: unknown): Point[] | undefined {
  if (!Array.isArray(path)) return undefined;
  const points = path.map((point: unknown) => {
    const [x, y] = Array.isArray(point) ? (point as unknown[]) : [];
    return typeof x === 'number' && typeof y === 'number' ? { x, y } : undefined;
  });
  return points.every((point) => point !== undefined) ? points : undefined;
}
