import type { PageWindow } from '../actor/act-context';

/**
 * What a drag carries, readable for the page. Firefox shows a page only what was put in by a script of no more rights than its
 * own: there the object is made in the page's world, whose constructor may be anything.
 */
export function makeTransfer(window: PageWindow): DataTransfer {
  return makeInPageWorld(window) ?? new window.DataTransfer();
}

/** Undefined where there is no such way, or the page has put something else in its place. */
function makeInPageWorld(window: PageWindow & { wrappedJSObject?: PageWindow }): DataTransfer | undefined {
  try {
    const PageTransfer = window.wrappedJSObject?.DataTransfer;
    const transfer = PageTransfer && new PageTransfer();
    // Events take nothing but the browser's own.
    if (transfer) new window.DragEvent('drag', { dataTransfer: transfer });
    return transfer;
  } catch {
    return undefined;
  }
}
