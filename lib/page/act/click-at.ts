import type { PageAction } from '../types';
import { actError, type ActContext, type PageActionRunner } from './actor/act-context';
import { nameElement } from './actor/name-element';
import { readFlag, readNumber } from './actor/read-arguments';
import { readPress } from './click';
import { waitUntil } from './effect/wait';
import { expectPlaceAt } from './pointer/place-at';
import type { Point } from './pointer/pointer-device';
import { movePointerTo, pressPointer } from './pointer/pointer-sequence';
import { watchSelection } from './text/watch-selection';
import { watchPixels, type PixelWatch } from './reading/watch-pixels';

/** How long a picture may take to answer a click. */
const PICTURE_LIMIT_MS = 300;

export const clickAt: PageActionRunner = {
  name: 'click_at',
  element: 'optional',
  reads: false,
  judgesPoint: true,
  async run(context, action, element) {
    const point = expectPoint(action);
    const { button, modifiers } = readPress(action);
    const times = readFlag(action, 'double') ? 2 : 1;
    const place = await expectPlaceAt(context, element, point);
    const { surface } = place;
    context.expectApproved(surface);
    const did = describeClick(context, element, surface, point, times === 2 ? 'double-clicked' : 'clicked');
    const pixels = watchPixels(context, surface);
    const selected = watchSelection(context);
    movePointerTo(context, place, modifiers);
    const beforeClick = (): void => context.expectSameDestination(surface);
    pressPointer(context, place, { button, modifiers, beforeClick }, times);
    const { said, ...held } = selected();
    return { message: did + said + (await describePicture(context, pixels)), target: surface, ...held };
  },
};

function expectPoint(action: PageAction): Point {
  const x = readNumber(action, 'x');
  const y = readNumber(action, 'y');
  if (x !== undefined && y !== undefined) return { x, y };
  throw actError('bad-arguments', 'click_at was not run: x and y are CSS pixels from the top left.', {
    action: 'click_at',
  });
}

function describeClick(
  context: ActContext,
  element: Element | undefined,
  surface: Element,
  { x, y }: Point,
  did: string,
): string {
  const hit = nameElement(context, surface);
  if (!element) return `${did} at ${x}, ${y} of the screen, on ${hit}`;
  const inside = surface === element ? '' : `, on ${hit}`;
  return `${did} at ${x}, ${y} of ${nameElement(context, element)}${inside}`;
}

async function describePicture(context: ActContext, pixels: PixelWatch): Promise<string> {
  if (!pixels.found) return '';
  const { window, signal } = context;
  const changed = await waitUntil(window, PICTURE_LIMIT_MS, signal, () =>
    pixels.compare() === 'changed' ? true : undefined,
  );
  if (changed) return '; the picture changed';
  return pixels.compare() === 'same' ? '' : '; whether the picture changed cannot be told';
}
