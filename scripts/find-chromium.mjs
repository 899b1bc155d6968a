// Where browsers live on this machine; used by every script and test.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const HOME = homedir();
const WINDOWS_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
  (name) => process.env[name] ?? [],
);

const CHROMIUM = {
  names: ['chromium', 'chromium-browser'],
  places: ['/snap/bin/chromium', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
};
const BRANDED = {
  names: ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'],
  places: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...WINDOWS_FOLDERS.flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
  ],
};
const FIREFOX = {
  names: ['firefox-esr', 'firefox'],
  places: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...WINDOWS_FOLDERS.map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
  ],
};

function findProgram({ names, places }) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path));
}

/** Where `npx playwright install chromium` puts its browsers. */
function playwrightFolder() {
  const named = process.env['PLAYWRIGHT_BROWSERS_PATH'];
  if (named && named !== '0') return named;
  if (process.platform === 'darwin') return join(HOME, 'Library', 'Caches', 'ms-playwright');
  if (process.platform === 'win32') return join(process.env['LOCALAPPDATA'] ?? HOME, 'ms-playwright');
  return join(HOME, '.cache', 'ms-playwright');
}

const PLAYWRIGHT_PROGRAMS = [
  ['chrome-linux64', 'chrome'],
  ['chrome-linux', 'chrome'],
  ['chrome-mac-arm64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
  ['chrome-mac-x64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
  ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
  ['chrome-win64', 'chrome.exe'],
  ['chrome-win', 'chrome.exe'],
];

function findPlaywrightChromium() {
  const folder = playwrightFolder();
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]))
    .flatMap((name) => PLAYWRIGHT_PROGRAMS.map((parts) => join(folder, name, ...parts)))
    .find((path) => existsSync(path));
}

/** Path of a Chromium that takes `--load-extension`, or undefined. `ERRAND_CHROMIUM` wins. */
export function findChromium() {
  return process.env['ERRAND_CHROMIUM'] || (findProgram(CHROMIUM) ?? findPlaywrightChromium());
}

/** Any browser of the family, for a person to look at: Chromium first, else Chrome or Edge. */
export function findDesktopBrowser() {
  return findChromium() ?? findProgram(BRANDED);
}

/** Path of a Firefox, or undefined. `ERRAND_FIREFOX` wins. */
export function findFirefox() {
  return process.env['ERRAND_FIREFOX'] || findProgram(FIREFOX);
}
