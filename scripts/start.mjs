// npm start: builds the extension, serves the practice site, opens a browser with both and says what to try.
// Without a display (or with --headless) it does one practice task itself and prints what happened.
// --smoke: do that task and end, also where there is a display.
import { ensureDesktopBrowser, ensureChromium } from './ensure-browsers.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { runTool } from './run-command.mjs';

await ensureInstalled();

const options = new Set(process.argv.slice(2));
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
const headless = options.has('--headless') || !hasDisplay;

async function buildExtension() {
  console.log('Building the extension …');
  const { code, output, ms } = await runTool('wxt', 'wxt', ['build', '-b', 'chrome', '--mode', 'e2e'], {
    quiet: true,
  });
  if (code !== 0) {
    console.error(output);
    console.error('The build failed.');
    process.exit(1);
  }
  console.log(`Built in ${(ms / 1000).toFixed(1)} s: .output/chrome-mv3-e2e`);
}

await buildExtension();
// Loaded only now: these need the installed packages.
const { openExtension } = await import('./open-extension.mjs');
const { startPracticeSiteNearby } = await import('./practice-ports.mjs');
const { demonstrate, invite } = await import('./demonstration.mjs');

const site = await startPracticeSiteNearby();
console.log(`Practice site: ${site.url}`);
const executablePath = headless ? await ensureChromium() : await ensureDesktopBrowser();
console.log(
  `Browser: ${executablePath}${headless ? ' (headless)' : ''}, in a profile that is thrown away afterwards.`,
);
const extension = await openExtension({ executablePath, headless });

async function closeAll(code) {
  await extension.close();
  await site.close();
  process.exit(code);
}

process.once('SIGINT', () => void closeAll(0));
process.once('SIGTERM', () => void closeAll(0));

if (headless || options.has('--smoke')) {
  const ok = await demonstrate(extension, site).catch((error) => void console.error(error));
  await closeAll(ok ? 0 : 1);
} else {
  extension.browser.once('disconnected', () => void closeAll(0));
  await invite(extension, site);
}
