import type { Target } from '../../trajectories/target';
import type { Refs } from '../observe/refs';
import type { Found, Point } from '../types';
import { elementAt, findPointIn } from './point';
import { staleRef } from './resolve';
import { computeTarget } from './target';

/** What is drawn at a point of the element of a ref, or of the viewport, as the guard judges it; scrolls it into view. */
export function resolvePoint(window: Window, refs: Refs, offset: Point, ref?: string): Found<Target> {
  const element = ref === undefined ? undefined : refs.elementOf(ref);
  if (ref !== undefined && !element) return staleRef(refs, ref);
  const point = findPointIn(window, element, offset);
  const hit = point && elementAt(window.document, point.x, point.y);
  // What is outside or covered fails as it is carried out, in the words for it; until then the element itself is judged.
  const judged = hit ?? element;
  if (judged) return { ok: true, value: computeTarget(window, judged, refs.refOf(judged)) };
  const message = `${offset.x}, ${offset.y} is outside of the visible part of the page. Choose a point in it, or scroll first.`;
  return { ok: false, failure: { code: 'outside', message, params: { target: 'the page' } } };
}
