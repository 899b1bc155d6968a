// Installs a browser when the machine has none: Debian's package as root, else Playwright's download.
import { existsSync } from 'node:fs';
import { findChromium, findDesktopBrowser, findFirefox } from './find-chromium.mjs';
import { runCommand, runTool } from './run-command.mjs';

function canUseApt() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

async function aptInstall(name) {
  console.log(`Installing ${name} with the system's package manager (apt-get install ${name}) …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update'], { quiet: true, env });
  const { code, output } = await runCommand('apt-get', ['install', '-y', '--no-install-recommends', name], {
    quiet: true,
    env,
  });
  if (code !== 0) console.error(output.split('\n').slice(-12).join('\n'));
}

async function downloadChromium() {
  console.log("Downloading Playwright's Chromium (npx playwright install chromium) …");
  await runTool('@playwright/test', 'playwright', ['install', 'chromium']);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

/** Path of a Chromium for automated use; installs one when there is none, and ends the process when that fails. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (canUseApt()) await aptInstall('chromium');
  // Ubuntu's package of that name is only a pointer to a snap, which does not work everywhere.
  if (!findChromium()) await downloadChromium();
  return (
    findChromium() ??
    stop(
      'No Chromium found and none could be installed. Install Chromium, or set ERRAND_CHROMIUM to its path.',
    )
  );
}

/** Path of a browser for a person: Chromium, Chrome or Edge, whichever is there; installs Chromium when none is. */
export async function ensureDesktopBrowser() {
  return findDesktopBrowser() ?? ensureChromium();
}

/** Path of a Firefox; as root on Debian it is installed. Undefined: there is none, and what to do has been printed. */
export async function ensureFirefox() {
  if (!findFirefox() && canUseApt()) await aptInstall('firefox-esr');
  const found = findFirefox();
  if (!found) {
    console.error('No Firefox found: the tests that need it will fail.');
    console.error(
      'Install it (Debian: sudo apt install firefox-esr; others: https://www.mozilla.org/firefox/),',
    );
    console.error('or set ERRAND_FIREFOX to its path.');
  }
  return found;
}
