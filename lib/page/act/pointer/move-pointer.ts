import { isConnected } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { elementAt, renderedAncestorsOf } from '../actor/native-dom';
import type { Modifier, Point } from './pointer-device';
import { makeSender, type Send } from './send-pointer';

/** Moves the pointer to a point of the viewport, onto whatever is drawn there; returns that. */
export function movePointer(
  context: ActContext,
  point: Point,
  modifiers: readonly Modifier[] = [],
): Element | undefined {
  const target = elementAt(context.document, point.x, point.y);
  movePointerOnto(context, target, point, modifiers);
  return target;
}

/** Moves the pointer to a point on an element that is known, with every event of leaving and entering. */
export function movePointerOnto(
  context: ActContext,
  target: Element | undefined,
  point: Point,
  modifiers: readonly Modifier[] = [],
): void {
  const device = context.pointer;
  const send = makeSender(context, point, modifiers);
  const movement = { movementX: point.x - device.point.x, movementY: point.y - device.point.y };
  const captured = device.captured && isConnected(device.captured) ? device.captured : undefined;
  const under = captured ?? target;
  cross(context, send, under);
  device.point = point;
  if (!under) return;
  // https://w3c.github.io/pointerevents/#dom-mouseevent-button: -1 says that no button changed.
  const wantsMouse = send(under, 'pointermove', { button: -1, ...movement });
  if (wantsMouse || device.buttons === 0) send(under, 'mousemove', movement);
}

function cross(context: ActContext, send: Send, to: Element | undefined): void {
  const device = context.pointer;
  const from = device.over && isConnected(device.over) ? device.over : undefined;
  device.over = to;
  if (from === to) return;
  if (device.hoverStyles.active()) device.hoverStyles.follow(to);
  for (const kind of ['pointer', 'mouse'] as const) crossBoundary(send, kind, from, to);
}

function crossBoundary(
  send: Send,
  kind: 'pointer' | 'mouse',
  from: Element | undefined,
  to: Element | undefined,
): void {
  const left = from ? Array.from(renderedAncestorsOf(from)) : [];
  const entered = to ? Array.from(renderedAncestorsOf(to)) : [];
  const stayed = new Set(left.filter((element) => entered.includes(element)));
  if (from) {
    const related = { relatedTarget: to ?? null };
    send(from, `${kind}out`, related);
    for (const element of left) if (!stayed.has(element)) send(element, `${kind}leave`, related);
  }
  if (!to) return;
  const related = { relatedTarget: from ?? null };
  send(to, `${kind}over`, related);
  for (const element of entered.reverse()) if (!stayed.has(element)) send(element, `${kind}enter`, related);
}
