import { chromium, type Browser, type Frame, type Page } from '@playwright/test';
import { findChromium } from '../../../scripts/find-chromium.mjs';

/** Requests to anything but this machine fail at once. */
const ONLY_LOOPBACK = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
const LOAD_TIMEOUT_MS = 30_000;
const VIEWPORT = { width: 1280, height: 800 };

export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ONLY_LOOPBACK,
    ],
  });
}

/** A fresh document, loaded and laid out: scripts have run, fonts are there, frames were drawn. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
  // One context for all: fresh documents, but style sheets and scripts come from the cache after the first.
  const context = browser.contexts()[0] ?? (await browser.newContext({ viewport: VIEWPORT }));
  const page = await context.newPage();
  page.setDefaultTimeout(LOAD_TIMEOUT_MS);
  // What waits for a crashed page waits forever.
  page.on('crash', () => {
    throw new Error(`the browser crashed on ${url}`);
  });
  await page.goto(url, { waitUntil: 'load', timeout: LOAD_TIMEOUT_MS });
  await page.evaluate(waitUntilQuiet);
  return page;
}

/** Until scripts that go on after the load event have drawn what they draw, in most pages a few hundred milliseconds. */
async function waitUntilQuiet(): Promise<void> {
  const QUIET_MS = 200;
  const LIMIT_MS = 1_500;
  await document.fonts.ready;
  const start = performance.now();
  let changedAt = start;
  const observer = new MutationObserver(() => (changedAt = performance.now()));
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  const loads = new PerformanceObserver(() => (changedAt = performance.now()));
  loads.observe({ type: 'resource' });
  while (performance.now() - changedAt < QUIET_MS && performance.now() - start < LIMIT_MS)
    await new Promise((waited) => setTimeout(waited, 50));
  observer.disconnect();
  loads.disconnect();
  for (let i = 0; i < 2; i += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
}

/** The frames that have a box, the page's own first: what a person could look at. */
export async function listFrames(page: Page): Promise<Frame[]> {
  const frames: Frame[] = [];
  for (const frame of page.frames()) {
    const owner = frame === page.mainFrame() ? null : await frame.frameElement().catch(() => undefined);
    const drawn = owner === null || (owner !== undefined && (await owner.isVisible()));
    if (drawn && !frame.isDetached()) frames.push(frame);
  }
  return frames;
}

export async function addScript(frames: readonly Frame[], source: string): Promise<void> {
  for (const frame of frames) await frame.evaluate(source);
}
