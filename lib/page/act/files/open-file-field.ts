import { matches } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { clickElement } from '../click';
import { waitUntil } from '../effect/wait';

/** What pages hang the opening of a choice of files on; anything else is not clicked for it. */
const OPENERS = 'button,a,[role=button],[role=menuitem],input[type=button],label,[tabindex]';
/** How long a click may take to open the field. */
const OPENED_LIMIT_MS = 1000;

/** Clicks what opens a choice of files, and returns the field that it opens, which need not be in the page. */
export async function openFileField(
  context: ActContext,
  element: Element,
): Promise<HTMLInputElement | undefined> {
  if (!matches(element, OPENERS)) return undefined;
  const { window, signal } = context;
  const world = context.deps.world?.();
  const before = world?.fileField();
  const catching = catchClickedField(window);
  try {
    await clickElement(context, element);
    const field = await waitUntil(window, OPENED_LIMIT_MS, signal, () => {
      const shown = world?.fileField();
      return catching.field() ?? (shown === before ? undefined : shown);
    });
    return field instanceof window.HTMLInputElement ? field : undefined;
  } finally {
    catching.stop();
    // What the page wanted is done by this very action, and needs no user.
    world?.takeNotes();
  }
}

/** The field in the page that the page clicks for the user; the browser would not open its choice anyway. */
function catchClickedField(window: Window & typeof globalThis) {
  const stop = new AbortController();
  let field: Element | undefined;
  const look = (event: Event): void => {
    const [target] = event.composedPath();
    if (!(target instanceof window.Element) || !matches(target, 'input[type=file]')) return;
    event.preventDefault();
    field = target;
  };
  window.addEventListener('click', look, { capture: true, signal: stop.signal });
  return { field: () => field, stop: () => stop.abort() };
}
