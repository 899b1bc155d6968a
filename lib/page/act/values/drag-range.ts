import { getAttribute, getRect, isConnected } from '../../observe/dom';
import { walkFlatAncestors } from '../../observe/flat-tree';
import { type ActContext, expectNotStopped } from '../actor/act-context';
import { rendersWithin } from '../actor/native-dom';
import { waitUntil } from '../effect/wait';
import { movePointer } from '../pointer/move-pointer';
import type { Point } from '../pointer/pointer-device';
import { pressButton, releaseButton } from '../pointer/press-button';
import { nextTask } from '../effect/next-task';
import { readRange, showRange, type RangeState } from './range-control';
import type { RangeGoal } from './range-goal';

/** How long a control may take to show where it was dragged to. */
const ANSWER_MS = 150;
const MOVES = 4;
const MAX_TRIES = 5;
/** A first short way, as a part of the track. */
const PROBE = 0.08;

/** Where a range is drawn: values lie along the track from its start to its end. */
interface Track {
  from: Point;
  to: Point;
}

/**
 * Takes a range by its thumb and moves it along its track to the goal, corrected by what it says then. For controls that
 * do not answer to keys, or have too many steps for them.
 */
export async function dragRange(context: ActContext, range: Element, goal: RangeGoal): Promise<void> {
  const { number } = goal;
  if (number === undefined) return;
  const track = findTrack(range);
  if (!track) return;
  let known: Sample = { at: placeOn(track, gripOf(range)), value: goal.measure(readRange(range)) };
  // The limits that a thumb names may be those that the other thumb sets: how far it goes tells the scale.
  let aim = known.at + Math.sign(number - known.value) * PROBE;
  for (let tries = 0; tries < MAX_TRIES && Number.isFinite(aim); tries++) {
    expectNotStopped(context.signal);
    await dragTo(context, range, pointAt(track, aim));
    if (!isConnected(range) || goal.reached(readRange(range))) return;
    const next: Sample = { at: placeOn(track, gripOf(range)), value: goal.measure(readRange(range)) };
    const perPlace = (next.value - known.value) / (next.at - known.at);
    if (!Number.isFinite(perPlace) || perPlace === 0) return;
    aim = next.at + (number - next.value) / perPlace;
    known = next;
  }
}

/** A value and where on the track it was drawn, from 0 to 1. */
interface Sample {
  at: number;
  value: number;
}

async function dragTo(context: ActContext, range: Element, target: Point): Promise<void> {
  const before = showState(readRange(range));
  const start = gripOf(range);
  const under = movePointer(context, start);
  // The other thumb may lie on top.
  const pressed = under && rendersWithin(under, range) ? under : range;
  const press = pressButton(context, pressed, { button: 'left', modifiers: [] });
  await nextTask(context.window);
  for (let move = 1; move <= MOVES; move++) {
    movePointer(context, between(start, target, move / MOVES));
    await nextTask(context.window);
  }
  releaseButton(context, press);
  await waitUntil(context.window, ANSWER_MS, context.signal, () =>
    showState(readRange(range)) === before ? undefined : true,
  );
}

function showState(state: RangeState): string {
  return `${state.now} ${showRange(state)}`;
}

/** A control that is its own track is taken anywhere; a thumb in its middle. */
function gripOf(range: Element): Point {
  const { left, top, width, height } = getRect(range);
  return { x: left + width / 2, y: top + height / 2 };
}

/** Longer than this against its width it is a track, no thumb. */
const LONG = 3;
const FARTHEST_TRACK = 6;

/** How far a thumb may be drawn from where its value belongs on its track, as a part of it. */
const MISPLACED = 0.35;

/** The box along which the thumb is drawn where its value belongs; a control that is long itself is its own track. */
function findTrack(range: Element): Track | undefined {
  const own = getRect(range);
  const isUpright = getAttribute(range, 'aria-orientation') === 'vertical';
  const isReversed = getComputedStyle(range).direction === 'rtl';
  const lengthOf = ({ width, height }: DOMRect): number => (isUpright ? height : width);
  const layOut = (box: DOMRect): Track => (isUpright ? alongSide(box) : alongBottom(box, isReversed));
  if (lengthOf(own) >= LONG * (isUpright ? own.width : own.height)) return layOut(own);
  const { now, min, max } = readRange(range);
  const misplaced = (track: Track): number =>
    Math.abs(placeOn(track, gripOf(range)) - (now - min) / (max - min));
  return [...walkFlatAncestors(range)]
    .slice(0, FARTHEST_TRACK)
    .map((around) => getRect(around))
    .filter((box) => lengthOf(box) >= LONG * lengthOf(own))
    .map(layOut)
    .filter((track) => !(misplaced(track) > MISPLACED))
    .sort((a, b) => misplaced(a) - misplaced(b))[0];
}

/** Values grow upwards. */
function alongSide({ left, top, width, height }: DOMRect): Track {
  const x = left + width / 2;
  return { from: { x, y: top + height - 1 }, to: { x, y: top + 1 } };
}

function alongBottom({ left, top, width, height }: DOMRect, isReversed: boolean): Track {
  const y = top + height / 2;
  const [start, end] = [
    { x: left + 1, y },
    { x: left + width - 1, y },
  ];
  return isReversed ? { from: end, to: start } : { from: start, to: end };
}

function pointAt({ from, to }: Track, part: number): Point {
  return between(from, to, Math.max(-0.1, Math.min(1.1, part)));
}

function between(from: Point, to: Point, part: number): Point {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** The part of the track up to a point. */
function placeOn({ from, to }: Track, { x, y }: Point): number {
  const [across, down] = [to.x - from.x, to.y - from.y];
  return ((x - from.x) * across + (y - from.y) * down) / (across * across + down * down);
}
