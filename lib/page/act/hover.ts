import { queryWithin } from '../observe/dom';
import {
  actError,
  type ActContext,
  expectElement,
  type PageActionRunner,
  type RunnerOutcome,
} from './actor/act-context';
import { nameElement } from './actor/name-element';
import { renderedAncestorsOf } from './actor/native-dom';
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
    const hidden = findHiddenNearby(context, element);
    movePointerTo(context, place);
    const revealed = context.pointer.hoverStyles.follow(context.pointer.over);
    if (revealed.length > 0) return report(context, element, revealed);
    const opened = await waitUntil(
      context.window,
      hidden.length > 0 ? INTENT_LIMIT_MS : 0,
      context.signal,
      () => (hidden.some(isShown) ? true : undefined),
    );
    const isUnknown = !opened && hidden.length > 0 && context.pointer.hoverStyles.unreadable();
    if (isUnknown && hidden.every((one) => !isShown(one))) throw needsHandError(context, element);
    return report(context, element, []);
  },
};

function report(context: ActContext, element: Element, revealed: readonly Element[]): RunnerOutcome {
  const name = nameElement(context, element);
  const named = revealed.slice(0, MAX_NAMED).map((one) => nameElement(context, one));
  const shown = named.length > 0 ? `; it shows ${named.join(', ')}` : '';
  return { message: `the pointer is on ${name}${shown}`, target: element };
}

/** Lists and links in and next to the element that are not drawn: a menu that may wait for the pointer. */
function findHiddenNearby(_context: ActContext, element: Element): Element[] {
  const [, parent] = renderedAncestorsOf(element);
  const around = [element, ...(parent && parent.childElementCount <= 12 ? [parent] : [])];
  return around
    .flatMap((one) => Array.from(queryWithin(one, 'ul,ol,[role=menu],[role=tooltip],a[href],button')))
    .slice(0, 40)
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
