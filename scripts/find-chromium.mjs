// Where a Chromium that may load unpacked extensions lives on this machine; used by every script and test.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser'];
const KNOWN_PLACES = ['/usr/bin/chromium', '/snap/bin/chromium', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/** Path of a Chromium, or undefined. `ERRAND_CHROMIUM` wins. */
export function findChromium() {
  const named = process.env['ERRAND_CHROMIUM'];
  if (named) return named;
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...KNOWN_PLACES].find((path) => existsSync(path));
}
