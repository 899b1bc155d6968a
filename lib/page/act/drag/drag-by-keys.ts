import { getAttribute, getRect, getRootNode, getTextContent, findById, isConnected } from '../../observe/dom';
import { queryWithin } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { focusedElementOf, renderedAncestorsOf } from '../actor/native-dom';
import { waitUntil } from '../effect/wait';
import { parseKeys } from '../keys/parse-keys';
import { sendKey } from '../keys/send-key';
import { focusElement } from '../pointer/focus';
import { readBoxes, repeatUntilStill } from '../ready/stillness';

const HIGHEST_HANDLE = 4;
const MOST_STEPS = 60;
/** How long a page may take to begin with what a key asks for. */
const STEP_LIMIT_MS = 400;
const STEP_LANDING = { least: 2, most: 30 };

/**
 * Lifts with Space, moves with the arrow keys towards the target and puts down with Space, when the page says that it
 * can be done so. False when it doesn't say so.
 */
export async function dragByKeys(context: ActContext, source: Element, target: Element): Promise<boolean> {
  const handle = findKeyHandle(source);
  if (!handle) return false;
  const goal = boxInPage(context, target);
  focusElement(context, handle);
  await press(context, handle, source, 'Space');
  for (let step = 0; step < MOST_STEPS && isConnected(source); step++) {
    const key = keyTowards(boxInPage(context, source), goal);
    if (key === undefined) break;
    const before = readPlace(context, source);
    await press(context, handle, source, key);
    if (readPlace(context, source) === before) break;
  }
  await press(context, handle, source, 'Space');
  return true;
}

/** What calls itself draggable or sortable to assistive technology, or is described by words on the space bar. */
function findKeyHandle(source: Element): Element | undefined {
  const around = Array.from(renderedAncestorsOf(source)).slice(0, HIGHEST_HANDLE);
  const inside = Array.from(queryWithin(source, '[aria-roledescription],[aria-describedby]'));
  return [...around.slice(0, 1), ...inside, ...around.slice(1)].find(takesKeys);
}

function takesKeys(element: Element): boolean {
  const said = getAttribute(element, 'aria-roledescription') ?? '';
  if (/drag|sort|reorder|拖|排序/i.test(said)) return true;
  const ids = (getAttribute(element, 'aria-describedby') ?? '').split(/\s+/).filter(Boolean);
  const root = getRootNode(element);
  const words = ids.map((id) => {
    const description = findById(root, id);
    return description ? (getTextContent(description) ?? '') : '';
  });
  return /space|空格/i.test(words.join(' '));
}

/** In the page, and how far its motion is: a page may scroll along with what is carried. */
function readPlace({ window }: ActContext, source: Element): string {
  return `${readBoxes([source])} ${Math.round(window.scrollX)} ${Math.round(window.scrollY)}`;
}

/** Lifting may scroll. */
function boxInPage({ window }: ActContext, element: Element): DOMRect {
  const { left, top, width, height } = getRect(element);
  return new DOMRect(left + window.scrollX, top + window.scrollY, width, height);
}

function keyTowards(from: DOMRect, goal: DOMRect): string | undefined {
  const across = goal.left + goal.width / 2 - (from.left + from.width / 2);
  const down = goal.top + goal.height / 2 - (from.top + from.height / 2);
  const isThere = Math.abs(across) <= goal.width / 2 && Math.abs(down) <= goal.height / 2;
  if (isThere) return undefined;
  if (Math.abs(down) / goal.height >= Math.abs(across) / goal.width)
    return down > 0 ? 'ArrowDown' : 'ArrowUp';
  return across > 0 ? 'ArrowRight' : 'ArrowLeft';
}

async function press(context: ActContext, handle: Element, source: Element, key: string): Promise<void> {
  const [stroke] = parseKeys(key) ?? [];
  if (!stroke) return;
  const before = readPlace(context, source);
  const target = focusedElementOf(context.document) ?? handle;
  sendKey(context, target, 'keydown', stroke);
  sendKey(context, target, 'keyup', stroke);
  const { window, signal } = context;
  await waitUntil(window, STEP_LIMIT_MS, signal, () => readPlace(context, source) !== before || undefined);
  await repeatUntilStill(context, STEP_LANDING, () => readPlace(context, source));
}
