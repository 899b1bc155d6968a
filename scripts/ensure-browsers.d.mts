/** Path of a Chromium for automated use; installs one when there is none, and ends the process when that fails. */
export function ensureChromium(): Promise<string>;
/** Path of a Firefox; as root on Debian it is installed. Undefined: there is none, and what to do has been printed. */
export function ensureFirefox(): Promise<string | undefined>;
