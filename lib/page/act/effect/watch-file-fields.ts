import { matches } from '../../observe/dom';
import type { PageWindow } from '../actor/act-context';

/** Whether a field for files was clicked, by us, its label or the page: browsers open their choice on the user's own click only. */
export interface FileWatch {
  asked(): boolean;
  stop(): void;
}

export function watchFileFields(window: PageWindow): FileWatch {
  const stop = new AbortController();
  let asked = false;
  const look = (event: Event): void => {
    const [field] = event.composedPath();
    if (event.defaultPrevented || !(field instanceof window.Element)) return;
    // Right after a click of the user's own the browser does open its choice.
    if (window.navigator.userActivation?.isActive) return;
    asked ||= matches(field, 'input[type=file]');
  };
  window.addEventListener('click', look, { signal: stop.signal });
  return { asked: () => asked, stop: () => stop.abort() };
}
