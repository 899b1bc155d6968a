import { getRect, isConnected } from '../observe/dom';
import type { PageAction } from '../types';
import {
  actError,
  expectElement,
  type ActContext,
  type ActError,
  type PageActionRunner,
  type RunnerOutcome,
} from './actor/act-context';
import { nameElement } from './actor/name-element';
import { readText } from './actor/read-arguments';
import { aimAt, bringIntoView } from './drag/aim';
import { dragByKeys } from './drag/drag-by-keys';
import { watchPlacement, type PlacementWatch } from './drag/placement';
import { waitUntil } from './effect/wait';
import { dragPointer, type DragRoute } from './pointer/drag-pointer';
import type { Point } from './pointer/pointer-device';
import { expectActionable, isShown } from './ready/actionable';
import { staleError } from './ready/not-ready';
import { readBoxes, repeatUntilStill } from './ready/stillness';

/** What it is dragged to: onto an element, or by so many CSS pixels. */
type Destination = { onto: Element } | { by: Point };

/** Frames that a list may take to put what was dropped in its place. */
const LANDING = { least: 3, most: 60 };
/** How long a page may take to show anything of a drop at all. */
const NOTHING_LIMIT_MS = 500;

export const drag: PageActionRunner = {
  name: 'drag',
  element: 'required',
  reads: false,
  async run(context, action, given) {
    const source = expectElement(given);
    const destination = readDestination(context, action);
    const name = nameElement(context, source);
    const where =
      'onto' in destination
        ? `onto ${nameElement(context, destination.onto)}`
        : `by ${destination.by.x}, ${destination.by.y}`;
    const did = `dragged ${name} ${where}`;
    return 'onto' in destination
      ? dragOnto(context, source, destination.onto, did)
      : dragBy(context, source, destination.by, did);
  },
};

async function dragOnto(
  context: ActContext,
  source: Element,
  target: Element,
  did: string,
): Promise<RunnerOutcome> {
  expectShown(context, target);
  context.expectApproved(target);
  const placement = watchPlacement(context, source, target);
  const aim = aimAt(context, source, target);
  const reach = (): boolean => bringIntoView(context, target);
  const watch = (): string => readBoxes([source, target]);
  const accepted = await carryOut(context, source, { aim, reach, watch }, placement);
  if (!(await isChanged(context, placement)) && !accepted) {
    const hasKeys = isConnected(source) && (await dragByKeys(context, source, target));
    if (hasKeys) await land(context, placement);
    if (!(await isChanged(context, placement))) throw notMovedError(context, source);
  }
  return report(placement, did, source);
}

async function dragBy(context: ActContext, source: Element, by: Point, did: string): Promise<RunnerOutcome> {
  const placement = watchPlacement(context, source);
  const aim = (start: Point): Point => ({ x: start.x + by.x, y: start.y + by.y });
  const route = { aim, reach: () => false, watch: () => readBoxes([source]) };
  const accepted = await carryOut(context, source, route, placement);
  if (!(await isChanged(context, placement)) && !accepted) throw notMovedError(context, source);
  return report(placement, did, source);
}

/** Whether the page said that it takes what was dropped. */
async function carryOut(
  context: ActContext,
  source: Element,
  route: DragRoute,
  placement: PlacementWatch,
): Promise<boolean> {
  const place = await expectActionable(context, source);
  context.expectApproved(source);
  const { accepted } = await dragPointer(context, place, route);
  await land(context, placement);
  return accepted;
}

async function land(context: ActContext, placement: PlacementWatch): Promise<void> {
  await repeatUntilStill(context, LANDING, placement.readMotion);
}

async function isChanged(context: ActContext, placement: PlacementWatch): Promise<boolean> {
  const { window, signal } = context;
  const changed = await waitUntil(window, NOTHING_LIMIT_MS, signal, () => placement.changed() || undefined);
  return changed ?? false;
}

function report(placement: PlacementWatch, did: string, source: Element): RunnerOutcome {
  const place = placement.describe();
  return { message: place ? `${did}; ${place}` : did, target: source, ...(place ? { value: place } : {}) };
}

function readDestination(context: ActContext, action: PageAction): Destination {
  const to = readText(action, 'to');
  const by = readBy(action['by']);
  if ((to === undefined) === (by === undefined)) {
    throw actError(
      'bad-arguments',
      'drag was not run: it takes either `to`, the ref of the element to drop on, or `by`, an object {x, y} in CSS pixels.',
      { action: 'drag' },
    );
  }
  if (by) return { by };
  const onto = context.deps.elementOf(to ?? '');
  if (!onto || !isConnected(onto)) throw staleError();
  return { onto };
}

function readBy(value: unknown): Point | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { x, y } = value as Partial<Point>;
  return Number.isFinite(x) && Number.isFinite(y) ? { x: Number(x), y: Number(y) } : undefined;
}

function expectShown(context: ActContext, target: Element): void {
  const { width, height } = getRect(target);
  if (isShown(target) && width > 0 && height > 0) return;
  const name = nameElement(context, target);
  throw actError(
    'not-visible',
    `${name}, which it is to be dropped on, is not visible. Open what contains it first, or choose another element.`,
    { target: name },
  );
}

function notMovedError(context: ActContext, source: Element): ActError {
  const name = isConnected(source) ? nameElement(context, source) : 'what was dragged';
  return actError(
    'not-moved',
    `${name} was dragged and nothing changed: it is where it was. It may have a handle that has to be dragged instead, or buttons or keys to move it with.`,
    { target: name },
  );
}
