/** Systems whose commands differ. */
export const SYSTEMS = ['linux', 'mac', 'windows'] as const;

export type System = (typeof SYSTEMS)[number];

/** Where the extension runs: what a local server has to be told. */
export interface Machine {
  system: System;
  /** Origin under which the extension's requests come, such as `chrome-extension://…`. */
  extensionOrigin: string;
}

export function thisMachine(): Machine {
  return { system: systemOf(navigator.userAgent), extensionOrigin: location.origin };
}

export function systemOf(userAgent: string): System {
  if (/Windows/.test(userAgent)) return 'windows';
  return /Mac OS|Macintosh/.test(userAgent) ? 'mac' : 'linux';
}
