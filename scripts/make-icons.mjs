// Draws public/icon/*.png from public/icon/errand.svg in headless Chromium. Run it after changing the SVG.
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { findChromium } from './find-chromium.mjs';

const SIZES = [16, 32, 48, 96, 128];
const FOLDER = new URL('../public/icon/', import.meta.url);

const svg = await readFile(new URL('errand.svg', FOLDER), 'utf8');
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
try {
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    await page.screenshot({ path: new URL(`${size}.png`, FOLDER).pathname, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
console.log(`Drew ${SIZES.map((size) => `${size}.png`).join(', ')}.`);
