import { contains, getAttribute, getRect, matches, queryWithin } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { clickElement } from '../click';
import { waitUntil } from '../effect/wait';
import { isShown } from '../ready/actionable';
import { matchOption, type Choice } from './match-option';
import type { OpenList } from './open-list';

/** How long the next level may take to come after one press. */
const HANDLE_TIMEOUT_MS = 1000;

/** Opens the levels above the last of `A / B / C`. Returns the options of the last level, or what there was where a level is missing. */
export async function openLevels(
  context: ActContext,
  list: OpenList,
  levels: readonly string[],
): Promise<{ options: Choice<Element>[]; isComplete: boolean }> {
  let options = list.offered();
  for (const level of levels.slice(0, -1)) {
    const branch = matchOption(options, level);
    if (!branch) return { options, isComplete: false };
    const before = new Set(list.offered().map(({ item }) => item));
    if (getAttribute(branch.item, 'aria-expanded') === 'true' && matches(branch.item, '[role=treeitem]')) {
      options = list.offered();
      continue;
    }
    const fresh = (): Choice<Element>[] => list.offered().filter(({ item }) => !before.has(item));
    await openBranch(context, branch.item, () => fresh().length > 0);
    options = fresh().length > 0 ? fresh() : list.offered();
  }
  return { options, isComplete: true };
}

/**
 * A branch of a tree is opened by its handle, since a press on its name would choose it; in columns by a press on it. Indents
 * look like handles: the parts are tried in turn.
 */
async function openBranch(context: ActContext, branch: Element, hasOpened: () => boolean): Promise<void> {
  const awaitOpened = (): Promise<true | undefined> =>
    waitUntil(context.window, HANDLE_TIMEOUT_MS, context.signal, () => hasOpened() || undefined);
  for (const handle of listHandles(branch)) {
    if (!isShown(handle)) continue;
    await clickElement(context, handle);
    if (await awaitOpened()) return;
  }
  await clickElement(context, branch);
  await awaitOpened();
}

const MAX_HANDLES = 3;
const MAX_HANDLE_PX = 40;

/** The small parts of an item without words that show a hand when pointed at. */
function listHandles(branch: Element): Element[] {
  const parts = [...queryWithin(branch, '*')].filter((part) => {
    const { width, height } = getRect(part);
    const isSmall = width > 0 && width <= MAX_HANDLE_PX && height > 0 && height <= MAX_HANDLE_PX;
    const isWordless = (part.textContent ?? '').trim() === '' && !matches(part, 'input,svg,svg *');
    return isSmall && isWordless && isShown(part) && getComputedStyle(part).cursor === 'pointer';
  });
  return parts
    .filter((part) => !parts.some((other) => other !== part && contains(other, part)))
    .slice(0, MAX_HANDLES);
}
