// docs/images/*.png: the real panel at work on the practice site, light and dark. Needs a build: npm run build:e2e.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ensureChromium } from './ensure-browsers.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ROOT } from './root.mjs';

await ensureInstalled();
const { allowOnce, approveUntilDone, readQuestion, startTask, waitForRest } =
  await import('./drive-panel.mjs');
const { openExtension } = await import('./open-extension.mjs');
const { startPracticeSiteNearby } = await import('./practice-ports.mjs');
const { ORDER_TASK } = await import('../tests/sites/practice/tasks.mjs');

const FOLDER = join(ROOT, 'docs', 'images');
/** Sharp enough for a README, small enough for a repository. */
const SCALE = 1.5;
const PANEL = { width: 360, height: 720, deviceScaleFactor: SCALE };
const SHOP = { width: 920, height: 720, deviceScaleFactor: SCALE };
const THEMES = ['light', 'dark'];

async function usePlainLook(page, viewport, theme) {
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

/** Keeps the shop from answering one request, so that the panel can be looked at while it works. */
async function holdRequest(page, path) {
  await page.setRequestInterception(true);
  return new Promise((resolve) => {
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === path && request.method() === 'GET') resolve(request);
      else void request.continue();
    });
  });
}

/** One picture of shop and panel side by side, put together by the browser. */
async function composePicture(browser, shopPng, panelPng, theme) {
  const page = await browser.newPage();
  const width = SHOP.width + PANEL.width + 1;
  await page.setViewport({ width, height: PANEL.height, deviceScaleFactor: SCALE });
  const image = (png) =>
    `<img src="data:image/png;base64,${Buffer.from(png).toString('base64')}" height="720">`;
  const line = theme === 'dark' ? '#444' : '#ccc';
  await page.setContent(
    `<body style="margin:0;display:flex;gap:1px;background:${line}">${image(shopPng)}${image(panelPng)}</body>`,
  );
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

async function takePicture(browser, shop, panel, name, theme) {
  await shop.bringToFront();
  const shopPng = await shop.screenshot();
  await panel.bringToFront();
  const panelPng = await panel.screenshot();
  const both = await composePicture(browser, shopPng, panelPng, theme);
  const file = join(FOLDER, `${name}-${theme}.png`);
  await writeFile(file, both);
  console.log(relative(ROOT, file));
}

/** Says yes until that button is asked about; its "Allow once" is only live after a moment. */
async function approveUpTo(panel, button) {
  for (;;) {
    await waitForRest(panel);
    await panel.waitForSelector('::-p-aria([name="Allow once"][role="button"]):not([disabled])');
    if ((await readQuestion(panel)).includes(button)) return;
    await allowOnce(panel);
  }
}

async function photographRun(extension, site, theme) {
  const { browser } = extension;
  const shop = await browser.newPage();
  await usePlainLook(shop, SHOP, theme);
  await shop.goto(`${site.url}/shop`);
  const panel = await extension.openOwn(`sidepanel.html?tab=${await extension.tabIdOf(shop)}`);
  await usePlainLook(panel, PANEL, theme);
  await panel.waitForSelector('::-p-aria([name="Task"][role="textbox"])');
  const held = holdRequest(shop, '/shop/checkout');
  await startTask(panel, ORDER_TASK);
  const request = await held;
  await takePicture(browser, shop, panel, 'working', theme);
  await request.continue();
  await approveUpTo(panel, 'Place order');
  await takePicture(browser, shop, panel, 'approval', theme);
  await approveUntilDone(panel, () => undefined);
  await takePicture(browser, shop, panel, 'result', theme);
  await panel.close();
  await shop.close();
}

await mkdir(FOLDER, { recursive: true });
const site = await startPracticeSiteNearby();
const extension = await openExtension({ executablePath: await ensureChromium(), headless: true });
for (const theme of THEMES) {
  site.reset();
  await photographRun(extension, site, theme);
}
await extension.close();
await site.close();
