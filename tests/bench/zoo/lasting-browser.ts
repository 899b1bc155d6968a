import type { ZooRow } from './row.ts';
import { runRow, type RowResult, type ZooWorld } from './run-row.ts';
import type { ZooBrowser } from './zoo-browser.ts';

/** A browser in which rows run one after the other, opened again when it died, and after every ROWS_PER_BROWSER rows. */
export interface LastingBrowser {
  /** Never rejects. A row during which the browser died runs once more, in a new one, and says so. */
  run(row: ZooRow): Promise<RowResult>;
  close(): Promise<void>;
}

const CLOSE_LIMIT_MS = 10_000;
/** Firefox keeps some 25 MB of every closed window and becomes slow. */
const ROWS_PER_BROWSER = 30;

export function createLastingBrowser(
  world: Omit<ZooWorld, 'browser'>,
  open: () => Promise<ZooBrowser>,
): LastingBrowser {
  let browser: ZooBrowser | undefined;
  let rowsRun = 0;

  async function close(): Promise<void> {
    const closing = browser;
    browser = undefined;
    rowsRun = 0;
    const closed = closing?.close().catch(() => undefined);
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, CLOSE_LIMIT_MS).unref())]);
  }

  async function attempt(row: ZooRow): Promise<{ result: RowResult; died: boolean }> {
    if (rowsRun === ROWS_PER_BROWSER) await close();
    try {
      browser ??= await open();
    } catch (error) {
      return { result: failedToOpen(error), died: true };
    }
    const result = await runRow({ ...world, browser }, row);
    const died = !(await browser.isAlive());
    rowsRun += 1;
    if (died) await close();
    return { result, died };
  }

  return {
    run: async (row) => {
      const first = await attempt(row);
      if (!first.died) return first.result;
      const second = await attempt(row);
      const notes = [
        `the browser died (${first.result.wrong.join('; ') || 'after the row'}) and was opened again`,
      ];
      if (!second.died) return { ...second.result, notes };
      return {
        ...second.result,
        outcome: 'failed',
        wrong: ['the browser died twice', ...second.result.wrong],
        notes,
      };
    },
    close,
  };
}

function failedToOpen(error: unknown): RowResult {
  const wrong = [error instanceof Error ? error.message : String(error)];
  return { outcome: 'failed', ms: 0, wrong, messages: [], shown: [], notes: [] };
}
