import { browser } from './browser';
import { failureOfUrl } from './pages/tab-failures';
import { CommandRefused } from './receive-commands';

/**
 * Address of the page in this tab.
 * @throws CommandRefused when nobody can work on it.
 */
export async function expectWorkableUrl(tabId: number): Promise<string> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (!tab) throw new CommandRefused('tab-gone', 'The tab was closed.');
  const url = tab.url ?? '';
  const refused =
    url === ''
      ? { code: 'unknown-site', message: 'The browser does not tell which site this is.' }
      : failureOfUrl(url);
  if (refused)
    throw new CommandRefused(refused.code, refused.message, 'params' in refused ? refused.params : undefined);
  return url;
}
