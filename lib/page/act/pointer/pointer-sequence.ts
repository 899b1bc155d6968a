import { isConnected } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { elementAt, rendersWithin } from '../actor/native-dom';
import type { Actionable } from '../ready/actionable';
import { movePointerOnto } from './move-pointer';
import { BUTTON_NUMBER, type Modifier } from './pointer-device';
import { pressButton, releaseButton, type ButtonOptions } from './press-button';
import { makeSender } from './send-pointer';

export interface PressOptions extends ButtonOptions {
  /** Called before the click itself, after the page's handlers of the press have run. Throws to call it off. */
  beforeClick(): void;
}

/** Moves the pointer from where it was onto the element, with every event of leaving and entering. */
export function movePointerTo(
  context: ActContext,
  place: Actionable,
  modifiers: readonly Modifier[] = [],
): void {
  movePointerOnto(context, findInnermost(context, place), place.point, modifiers);
}

/** Hardware hits the innermost thing that is drawn; what an ancestor draws over the surface is no part of it. */
function findInnermost({ document }: ActContext, { surface, point }: Actionable): Element {
  const top = elementAt(document, point.x, point.y);
  return top && rendersWithin(top, surface) ? top : surface;
}

/**
 * Presses and releases a button on the element, `times` times in a row, as hardware would: events first, then the
 * activation that the browser attaches to `click`. Stops quietly when a handler takes the element away. Returns whether
 * the page has left the last click to the browser.
 */
export function pressPointer(
  context: ActContext,
  place: Actionable,
  options: PressOptions,
  times: number,
): boolean {
  let byDefault = false;
  for (let count = 1; count <= times; count++) {
    byDefault = clickOnce(context, place, options, count);
    if (!isConnected(place.surface)) return byDefault;
  }
  if (times !== 2 || options.button !== 'left') return byDefault;
  const target = findInnermost(context, place);
  makeSender(context, place.point, options.modifiers)(target, 'dblclick', { detail: 2 });
  return byDefault;
}

/** False when the page has prevented the click, or had taken the element away before it. */
function clickOnce(context: ActContext, place: Actionable, options: PressOptions, count: number): boolean {
  const { surface, point } = place;
  const target = findInnermost(context, place);
  const press = pressButton(context, target, options, count);
  const send = makeSender(context, point, options.modifiers);
  const button = BUTTON_NUMBER[options.button];
  if (options.button === 'right' && isConnected(target)) send(target, 'contextmenu', { button });
  releaseButton(context, press, count);
  if (!isConnected(surface)) return false;
  options.beforeClick();
  // Dispatching (not `element.click()`): it activates natively all the same, and handlers get the coordinates,
  // modifiers and count that libraries use to tell a press from a keyboard click.
  const clicked = isConnected(target) ? target : surface;
  return send(clicked, options.button === 'left' ? 'click' : 'auxclick', { button, detail: count });
}
