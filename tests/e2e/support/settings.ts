import { expect, type Page } from '@playwright/test';
import type { Browser } from './extension';

/** Sets the chat model through the settings page, as a user does. */
export async function useChatModel(
  browser: Browser,
  endpoint: { baseUrl: string; model?: string; apiKey?: string },
): Promise<void> {
  const page = await browser.open('settings.html');
  await choosePlanner(page, 'Chat model');
  await page.getByLabel('Base URL').fill(endpoint.baseUrl);
  await page.getByLabel('API key', { exact: true }).fill(endpoint.apiKey ?? 'sk-test');
  await page.getByLabel('Model', { exact: true }).fill(endpoint.model ?? 'scripted');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toHaveText(/saved/i);
  await page.close();
}

export async function useRules(browser: Browser): Promise<void> {
  const page = await browser.open('settings.html');
  await choosePlanner(page, 'Built-in rules');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toHaveText(/saved/i);
  await page.close();
}

async function choosePlanner(page: Page, name: string): Promise<void> {
  const planner = page.getByLabel('Planner', { exact: true });
  const tag = await planner.evaluate((element) => element.tagName);
  if (tag === 'SELECT') await planner.selectOption({ label: name });
  else await page.getByRole('radio', { name }).check();
}
