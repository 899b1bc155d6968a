import { getAttribute, queryWithin } from '../observe/dom';
import {
  actError,
  type ActContext,
  expectElement,
  type PageActionRunner,
  type RunnerOutcome,
} from './actor/act-context';
import { nameElement } from './actor/name-element';
import { closestRendered, renderedAncestorsOf } from './actor/native-dom';
import { movePointerTo } from './pointer/pointer-sequence';
import { expectActionable, isShown } from './ready/actionable';
import { waitUntil } from './effect/wait';

/** Menus that open late wait for a hand to stay: so long at most. */
const INTENT_LIMIT_MS = 600;
/** Elements named of what was shown. */
const MAX_NAMED = 3;

export const hover: PageActionRunner = {
  name: 'hover',
  element: 'required',
  reads: false,
  async run(context, _action, given) {
    const element = expectElement(given);
    const place = await expectActionable(context, element);
    context.expectApproved(element);
    const popup = watchPopup(element);
    movePointerTo(context, place);
    const revealed = context.pointer.hoverStyles.follow(context.pointer.over);
    if (revealed.length > 0) return report(context, element, revealed);
    const { window, signal } = context;
    const limit = popup.mayOpen ? INTENT_LIMIT_MS : 0;
    const opened = await waitUntil(window, limit, signal, () => popup.isOpen() || undefined);
    if (!opened && popup.mayOpen && context.pointer.hoverStyles.unreadable())
      throw needsHandError(context, element);
    return report(context, element, []);
  },
};

function report(context: ActContext, element: Element, revealed: readonly Element[]): RunnerOutcome {
  const name = nameElement(context, element);
  const named = revealed.slice(0, MAX_NAMED).map((one) => nameElement(context, one));
  const shown = named.length > 0 ? `; it shows ${named.join(', ')}` : '';
  return { message: `the pointer is on ${name}${shown}`, target: element };
}

const CONTENT = 'ul,ol,[role=menu],[role=tooltip],a[href],button';
const MAX_HIDDEN = 40;
/** A parent of more children than this holds other things than one menu. */
const MAX_SIBLINGS = 12;

/** Whether the element says that it opens something, or hides something that the pointer may bring out; and whether it has. */
function watchPopup(element: Element): { mayOpen: boolean; isOpen(): boolean } {
  const hidden = findHiddenNearby(element);
  const opener = closestRendered(element, '[aria-expanded=false],[aria-haspopup]:not([aria-haspopup=false])');
  return {
    mayOpen: hidden.length > 0 || opener !== undefined,
    isOpen: () =>
      hidden.some(isShown) || (opener !== undefined && getAttribute(opener, 'aria-expanded') === 'true'),
  };
}

/** Lists and links in and next to the element that are not drawn: a menu that may wait for the pointer. */
function findHiddenNearby(element: Element): Element[] {
  const [, parent] = renderedAncestorsOf(element);
  const around = [element, ...(parent && parent.childElementCount <= MAX_SIBLINGS ? [parent] : [])];
  return around
    .flatMap((one) => Array.from(queryWithin(one, CONTENT)))
    .slice(0, MAX_HIDDEN)
    .filter((one) => !isShown(one));
}

/** https://drafts.csswg.org/selectors/#the-hover-pseudo: only the user's own pointer sets it. */
function needsHandError(context: ActContext, element: Element) {
  const target = nameElement(context, element);
  return actError(
    'needs-user',
    `The pointer is on ${target}, and nothing showed: its menu may open for the user's own pointer only. Have the user point at it, or click it.`,
    { target, do: 'hover' },
  );
}
