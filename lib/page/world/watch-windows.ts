import type { NativeCalls } from './native-calls';
import type { PageWorld } from './page-world';

/** Browsers let a page open a window on the user's own click only. What was refused can be opened as a tab of the run. */
export function watchWindows(world: PageWorld, calls: NativeCalls): void {
  const { window } = world;
  const { URL: PageUrl, document } = window;
  calls.watch(window, 'open', (call, args) => {
    const [url, , features] = args;
    const opened = call();
    if (opened || url === undefined || url === '') return opened;
    const address = resolve(PageUrl, window.String(url), document.baseURI);
    // Without a handle for the page the browser says nothing of what became of it.
    const unsure = /\bno(opener|referrer)\b/i.test(window.String(features ?? ''));
    if (address !== undefined) world.tell({ note: 'popup', url: address, unsure });
    return opened;
  });
}

function resolve(PageUrl: typeof URL, url: string, base: string): string | undefined {
  try {
    return new PageUrl(url, base).href;
  } catch {
    return undefined;
  }
}
