import { getAttribute, queryWithin } from '../observe/dom';
import { actError, type ActContext, type PageActionRunner, type RunnerOutcome } from './actor/act-context';
import type { PageAction } from '../types';
import { nameElement } from './actor/name-element';
import { readNumber } from './actor/read-arguments';
import { expectPlaceAt } from './pointer/place-at';
import { closestRendered, renderedAncestorsOf } from './actor/native-dom';
import { movePointerTo } from './pointer/pointer-sequence';
import { type Actionable, expectActionable, isShown } from './ready/actionable';
import { waitUntil } from './effect/wait';

/** Menus that open late wait for a hand to stay: so long at most. */
const INTENT_LIMIT_MS = 600;
/** Elements named of what was shown. */
const MAX_NAMED = 3;

export const hover: PageActionRunner = {
  name: 'hover',
  element: 'optional',
  reads: false,
  judgesPoint: true,
  async run(context, action, given) {
    const { place, element, where } = await findPlace(context, action, given);
    context.expectApproved(element);
    const popup = watchPopup(element);
    movePointerTo(context, place);
    const revealed = context.pointer.hoverStyles.follow(context.pointer.over);
    if (revealed.length > 0) return report(context, element, revealed, where);
    const { window, signal } = context;
    const limit = popup.mayOpen ? INTENT_LIMIT_MS : 0;
    const opened = await waitUntil(window, limit, signal, () => popup.isOpen() || undefined);
    if (!opened && popup.mayOpen && context.pointer.hoverStyles.unreadable())
      throw needsHandError(context, element);
    return report(context, element, [], where);
  },
};

interface HoverPlace {
  place: Actionable;
  element: Element;
  /** For a point: where it is, in words. */
  where: string;
}

/** Any place of the element, or the point that is asked for and what is drawn there. */
async function findPlace(
  context: ActContext,
  action: PageAction,
  given: Element | undefined,
): Promise<HoverPlace> {
  const [x, y] = [readNumber(action, 'x'), readNumber(action, 'y')];
  if (x !== undefined && y !== undefined) {
    const place = await expectPlaceAt(context, given, { x, y });
    const origin = given ? nameElement(context, given) : 'the screen';
    return { place, element: place.surface, where: ` at ${x}, ${y} of ${origin}` };
  }
  if (given) return { place: await expectActionable(context, given), element: given, where: '' };
  throw actError('bad-arguments', 'hover was not run: it needs a ref, or x and y, or both.', {
    action: 'hover',
  });
}

function report(
  context: ActContext,
  element: Element,
  revealed: readonly Element[],
  where: string,
): RunnerOutcome {
  const name = nameElement(context, element);
  const named = revealed.slice(0, MAX_NAMED).map((one) => nameElement(context, one));
  const shown = named.length > 0 ? `; it shows ${named.join(', ')}` : '';
  return { message: `the pointer is on ${name}${where}${shown}`, target: element };
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
