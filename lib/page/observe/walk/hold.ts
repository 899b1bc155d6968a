import { getAttribute } from '../dom';
import { HANDLER, SAYS, TABINDEX } from './attribute-hints';
import type { Frame } from './frame';
import type { Opening } from './opening';

/** The pointer looks as if it could take hold of what it is on. */
export function isHoldCursor(cursor: string): boolean {
  return cursor === 'grab' || cursor === 'move' || cursor === '-webkit-grab';
}

/** The pointer becomes a hand here, to click or to take hold, and was none around. */
export function isNewHand(style: CSSStyleDeclaration, parent: Frame | undefined): boolean {
  if (parent?.pointer) return false;
  const { cursor } = style;
  return cursor === 'pointer' || (!parent?.held && isHoldCursor(cursor));
}

/** Whether a person would take the element for one that can be dragged, or the page says so. `acts`: it is a control anyway. */
export function isDraggable({ element, hints, style, parent }: Opening, acts: boolean): boolean {
  if ((hints & HANDLER) !== 0 && getAttribute(element, 'draggable') === 'true') return true;
  if ((hints & SAYS) !== 0 && DRAGGED.test(getAttribute(element, 'aria-roledescription') ?? '')) return true;
  // What libraries make draggable can take the focus; other controls are spared the look at their cursor.
  if (parent?.held || (acts && (hints & TABINDEX) === 0)) return false;
  return isHoldCursor(style.cursor);
}

const DRAGGED = /draggable|sortable/i;
