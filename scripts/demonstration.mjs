// What `npm start` shows: to a person, the shop and the panel side by side; without one, a whole task from the first
// word to the order number.
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ORDER_TASK, PRACTICE_TASKS } from '../tests/sites/practice/tasks.mjs';
import { approveUntilDone, readResult, readSteps, startTask } from './drive-panel.mjs';
import { exportNewestRun } from './export-run.mjs';
import { ROOT } from './root.mjs';

const EXPORT_FOLDER = join(ROOT, '.output', 'runs');
const PANEL_SIZE = { width: 400, height: 860 };
const SHOP_SIZE = { width: 1100, height: 860 };

async function openShop({ browser }, site, path) {
  const [blank] = await browser.pages();
  const shop = blank ?? (await browser.newPage());
  await shop.goto(site.url + path);
  return shop;
}

/** Opens the panel for the shop's tab in a window of its own beside it. */
async function popOutPanel(extension, tabId) {
  const asker = await extension.openOwn('settings.html');
  await asker.evaluate(
    async (tab, panel, shop) => {
      const { chrome } = globalThis;
      const { windowId } = await chrome.tabs.get(tab);
      await chrome.windows.update(windowId, { state: 'normal', left: 0, top: 0, ...shop });
      const url = `sidepanel.html?tab=${tab}`;
      await chrome.windows.create({ type: 'popup', url, left: shop.width, top: 0, ...panel });
    },
    tabId,
    PANEL_SIZE,
    SHOP_SIZE,
  );
  await asker.close();
}

/** For a person: opens both windows and says what to type. Resolves when they are open. */
export async function invite(extension, site) {
  const shop = await openShop(extension, site, '/');
  const tabId = await extension.tabIdOf(shop);
  await popOutPanel(extension, tabId);
  await shop.bringToFront();
  console.log(
    '\nHost access is granted in this demo profile; the extension you install asks for it, site by site.',
  );
  console.log(
    'The panel is the narrow window. Its tab shows the practice site; open a page there and type a task:\n',
  );
  for (const { path, text } of [...PRACTICE_TASKS.en, ...PRACTICE_TASKS.zh]) {
    console.log(`  ${(site.url + path).padEnd(32)} ${text}`);
  }
  console.log('\nNo key and no model are needed: the built-in rules understand explicit instructions.');
  console.log('Close the browser or press Ctrl-C to end.');
}

function printSteps(steps) {
  console.log('\nSteps');
  let number = 0;
  for (const { isAction, text } of steps) {
    console.log(isAction ? `${String((number += 1)).padStart(4)}. ${text}` : `      ${text}`);
  }
}

function printEnd(status, result, site) {
  const orders = site.state.orders.map(
    ({ number, totalCents }) => `${number}, EUR ${(totalCents / 100).toFixed(2)}`,
  );
  console.log(`\n${status}: ${result.replaceAll('\n', ' · ')}`);
  console.log(`Orders in the shop: ${orders.join('; ') || 'none'}`);
}

/** Without a person: one task through the built-in rules. Resolves to whether it was done and the shop has one order. */
export async function demonstrate(extension, site) {
  const shop = await openShop(extension, site, '/shop');
  const panel = await extension.openOwn(`sidepanel.html?tab=${await extension.tabIdOf(shop)}`);
  console.log(`\nTask: ${ORDER_TASK}`);
  await startTask(panel, ORDER_TASK);
  const status = await approveUntilDone(panel, (question) => console.log(`  approved: ${question}`));
  printSteps(await readSteps(panel));
  printEnd(status, await readResult(panel), site);
  const file = await exportNewestRun(extension, EXPORT_FOLDER);
  const { events } = JSON.parse(await readFile(file, 'utf8'));
  console.log(`Trajectory: ${events.length} events, ${relative(ROOT, file)}`);
  return status.startsWith('Done') && site.state.orders.length === 1;
}
