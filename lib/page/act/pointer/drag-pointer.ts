import { expectNotStopped, type ActContext } from '../actor/act-context';
import type { Actionable } from '../ready/actionable';
import { nextFrame, repeatUntilStill } from '../ready/stillness';
import type { Carrier } from './carry';
import { carryByPointer } from './carry-by-pointer';
import { beginNativeDrag } from './carry-natively';
import type { Point } from './pointer-device';
import { movePointerTo } from './pointer-sequence';
import { pressButton } from './press-button';

export interface DragRoute {
  /** Where it ends, in the viewport as it is scrolled at that moment; `start` is where it was pressed. */
  aim(start: Point): Point;
  /** Brings the end into view, called when what is carried has been lifted; whether anything was scrolled. */
  reach(): boolean;
  /** What to watch, to see whether the page still follows: as `readBoxes` gives it. */
  watch(): string;
}

export interface DragEnd {
  way: Carrier['way'];
  /** What was under the pointer said that it takes the load (`native` only). */
  accepted: boolean;
}

/** Distances from the press, in CSS pixels, by which pages tell a drag from a click that trembles. */
const LIFT_STEPS = [4, 8, 12];
const MOVES = 8;
/** Timers of a hidden page run once a second. */
const HIDDEN_MOVES = 3;
/** Frames at each point of the way: a list that is making room is waited for, as a hand does that sees it move. */
const WAY = { least: 1, most: 20 };
const HIDDEN_WAY = { least: 1, most: 1 };
/** Frames at its end: long enough for a list that looks every 50 ms to look and begin to move. */
const HOLD = { least: 6, most: 40 };
const HIDDEN_HOLD = { least: 1, most: 3 };

/**
 * Presses the left button at a place, moves along a straight line to where the route ends, waits there until the page
 * has followed, and lets go. By drag events when what was pressed is draggable and the page wants them, else by pointer
 * and mouse moves.
 */
export async function dragPointer(
  context: ActContext,
  place: Actionable,
  route: DragRoute,
): Promise<DragEnd> {
  movePointerTo(context, place);
  // Bringing it into view is told to the page with the next frame, and a page that is scrolled during a press calls the drag off.
  await pause(context);
  const pressed = context.pointer.over ?? place.surface;
  const press = pressButton(context, pressed, { button: 'left', modifiers: [] });
  let carrier = carryByPointer(context, press);
  let dropped = false;
  try {
    await pause(context);
    const planned = route.aim(place.point);
    for (const [index, point] of planLift(place.point, planned).entries()) {
      carrier.moveTo(point);
      if (index === 0) carrier = beginNativeDrag(context, press, place.point) ?? carrier;
      await pause(context);
    }
    // Lists make room while something is carried: what was aimed at from the start counts, not where it has gone since.
    const end = route.reach() ? route.aim(place.point) : planned;
    await carry(context, carrier, route, end);
    dropped = true;
    return { way: carrier.way, accepted: carrier.drop() };
  } finally {
    if (!dropped) carrier.cancel();
  }
}

async function carry(context: ActContext, carrier: Carrier, { watch }: DragRoute, end: Point): Promise<void> {
  const { hidden } = context.document;
  for (const point of planMoves(context.pointer.point, end, hidden ? HIDDEN_MOVES : MOVES)) {
    carrier.moveTo(point);
    await repeatUntilStill(context, hidden ? HIDDEN_WAY : WAY, watch);
  }
  let frames = 0;
  const tremble = (): void => carrier.moveTo(frames++ % 2 === 0 ? end : nextTo(end));
  await repeatUntilStill(context, hidden ? HIDDEN_HOLD : HOLD, watch, tremble);
  carrier.moveTo(end);
}

/** Lists that look at the pointer from time to time (SortableJS: every 50 ms) overlook one that does not move. */
function nextTo({ x, y }: Point): Point {
  return { x: x + 1, y: y + 1 };
}

async function pause({ window, signal }: ActContext): Promise<void> {
  await nextFrame(window, signal);
  expectNotStopped(signal);
}

/** First points of the way, near to the press; the end itself when it is nearer. */
function planLift(from: Point, to: Point): Point[] {
  const whole = Math.hypot(to.x - from.x, to.y - from.y);
  if (whole === 0) return [];
  return LIFT_STEPS.filter((step) => step < whole || step === LIFT_STEPS[0]).map((step) =>
    between(from, to, Math.min(1, step / whole)),
  );
}

function planMoves(from: Point, to: Point, count: number): Point[] {
  return Array.from({ length: count }, (_, index) => between(from, to, (index + 1) / count));
}

function between(from: Point, to: Point, part: number): Point {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
