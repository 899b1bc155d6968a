import { chromium, type Browser, type Frame, type Page } from '@playwright/test';
import { findChromium } from '../../../scripts/find-chromium.mjs';

/** Requests to anything but this machine fail at once. */
const ONLY_LOOPBACK = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
const LOAD_TIMEOUT_MS = 30_000;

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

/** A fresh document, loaded and laid out: scripts have run, fonts are there, two frames were drawn. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(LOAD_TIMEOUT_MS);
  await page.goto(url, { waitUntil: 'load', timeout: LOAD_TIMEOUT_MS });
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let i = 0; i < 2; i += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
  return page;
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
