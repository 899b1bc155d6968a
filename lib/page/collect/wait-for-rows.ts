import type { ActContext } from '../act/actor/act-context';
import { expectNotStopped } from '../act/actor/act-context';
import { nextChange } from '../act/effect/wait';
import { closestRendered } from '../act/actor/native-dom';
import type { RowsNow } from './read-rows';

/** A list that has not changed for this long is drawn. */
const QUIET_MS = 100;
/** A page that never stops changing is read as it is then. */
const DRAWN_TIMEOUT_MS = 1_500;

/**
 * Reads until the rows differ from before and the page has drawn them, or until `limitMs` have passed; then as it is.
 * `isOver` ends it at once: the document is on its way out.
 */
export async function readWhenChanged(
  context: ActContext,
  before: string,
  limitMs: number,
  read: () => Promise<RowsNow | undefined>,
  isOver: () => boolean = () => false,
): Promise<RowsNow | undefined> {
  const { window, signal } = context;
  const end = window.performance.now() + limitMs;
  for (;;) {
    await waitUntilDrawn(context);
    expectNotStopped(signal);
    const now = await read();
    const isDifferent = now !== undefined && signatureOf(now) !== before && !isBusy(now.container);
    const left = end - window.performance.now();
    if (isDifferent || left <= 0 || isOver()) return now;
    await nextChange(window, Math.min(left, QUIET_MS), signal);
  }
}

export function signatureOf({ rows }: RowsNow): string {
  return JSON.stringify(rows.map(({ signature }) => signature));
}

function isBusy(container: Element): boolean {
  return closestRendered(container, '[aria-busy=true]') !== undefined;
}

async function waitUntilDrawn({ window, signal }: ActContext): Promise<void> {
  const begunAt = window.performance.now();
  for (;;) {
    const before = window.performance.now();
    await nextChange(window, QUIET_MS, signal);
    const now = window.performance.now();
    if (now - before >= QUIET_MS - 1 || now - begunAt > DRAWN_TIMEOUT_MS || signal.aborted) return;
  }
}
