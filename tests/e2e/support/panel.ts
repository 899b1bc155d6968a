import { expect, type Locator, type Page } from '@playwright/test';
import type { Browser } from './extension';

/** The panel of one tab, driven by the names that the design promises. */
export class Panel {
  readonly task: Locator;
  readonly run: Locator;
  readonly pause: Locator;
  readonly stop: Locator;
  readonly plan: Locator;
  readonly steps: Locator;
  readonly approval: Locator;
  readonly result: Locator;
  readonly status: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.task = page.getByRole('textbox', { name: 'Task' });
    this.run = page.getByRole('button', { name: 'Run', exact: true });
    this.pause = page.getByRole('button', { name: 'Pause' });
    this.stop = page.getByRole('button', { name: 'Stop' });
    this.plan = page.getByRole('list', { name: 'Plan' });
    this.steps = page.getByRole('list', { name: 'Steps' });
    this.approval = page.getByRole('region', { name: 'Approval' });
    this.result = page.getByRole('region', { name: 'Result' });
    this.status = page.getByRole('status');
  }

  async start(task: string): Promise<void> {
    await this.task.fill(task);
    await this.run.click();
  }

  async answer(button: 'Allow once' | 'Allow on this site' | 'Deny'): Promise<void> {
    await this.approval.getByRole('button', { name: button }).click();
  }

  async expectStatus(word: string): Promise<void> {
    await expect(this.status).toHaveText(new RegExp(`^${word}`));
  }

  /** Says yes to everything until the run rests; returns the sentences that were approved. */
  async approveAll(): Promise<string[]> {
    const approved: string[] = [];
    for (;;) {
      await expect(this.status).toHaveText(/^(Needs you|Done|Failed|Paused|Stopped)/, { timeout: 60_000 });
      if (!/^Needs you/.test((await this.status.textContent()) ?? '')) return approved;
      const allow = this.approval.getByRole('button', { name: 'Allow once' });
      approved.push((await this.approval.innerText()).trim());
      await allow.click();
      await expect(this.status).not.toHaveText(/^Needs you/);
    }
  }
}

export async function openPanel(browser: Browser, tabId: number): Promise<Panel> {
  const panel = new Panel(await browser.open(`sidepanel.html?tab=${tabId}`));
  await expect(panel.task).toBeVisible();
  return panel;
}

/** The panel in a window of its own: as a side panel it would be visible beside the tab. */
export async function openPanelBeside(extension: Browser, tab: Page): Promise<Panel> {
  const tabId = await extension.tabIdOf(tab);
  const asker = await extension.open('settings.html');
  const opened = extension.context.waitForEvent('page');
  await asker.evaluate(async (id) => {
    await chrome.windows.create({ type: 'popup', url: `sidepanel.html?tab=${id}`, width: 400, height: 800 });
  }, tabId);
  const panel = new Panel(await opened);
  await asker.close();
  await panel.task.waitFor();
  return panel;
}
