/** Path of a Chromium that takes `--load-extension`, or undefined. `ERRAND_CHROMIUM` wins. */
export function findChromium(): string | undefined;
/** Any browser of the family, for a person to look at: Chromium first, else Chrome or Edge. */
export function findDesktopBrowser(): string | undefined;
/** Path of a Firefox, or undefined. `ERRAND_FIREFOX` wins. */
export function findFirefox(): string | undefined;
