import type { Page } from '@playwright/test';
import { startWiki } from '../../e2e/support/tiddlywiki.ts';
import { startActual } from '../../scenarios/applications/actual.ts';
import { startPracticeSite } from '../../sites/practice/server.mjs';
import type { TokenTask } from './tasks.ts';

/** One application with a state of its own, for one task. */
export interface BenchSite {
  /** Without a slash at its end. */
  url: string;
  /** Brings a page that has just been opened to where tasks begin. */
  prepare(page: Page): Promise<void>;
  close(): Promise<void>;
}

export async function startSite(site: TokenTask['site']): Promise<BenchSite> {
  switch (site) {
    case 'practice': {
      const { url, close } = await startPracticeSite();
      return { url, close, prepare: async () => undefined };
    }
    case 'tiddlywiki': {
      const { url, close } = await startWiki();
      return {
        url,
        close,
        prepare: async (page) => page.getByRole('button', { name: 'new tiddler' }).waitFor(),
      };
    }
    case 'actual': {
      const { url, close } = await startActual();
      return { url: url.slice(0, -1), close, prepare: openDemo };
    }
  }
}

async function openDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await page.getByText('Usual Expenses').waitFor();
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
}
