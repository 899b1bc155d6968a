import { getLocalName, hasAttribute } from '../../observe/dom';
import type { PageWindow } from '../actor/act-context';

/** Whether the document is on its way out because of the action. */
export interface Leaving {
  /** A navigation of this document has begun (`beforeunload`, `pagehide`). */
  seen(): boolean;
  /** One was announced, and has not come to anything yet. */
  isLikely(): boolean;
  /** Absolute URL that it leads to, where the browser tells (Navigation API). */
  destination(): string | undefined;
  /** The page wanted to ask whether to leave; it was not shown. */
  askedToStay(): boolean;
  /** A link was followed to a file to be saved. */
  savesFile(): boolean;
  /** Resolves as soon as `seen`; never otherwise. */
  begun: Promise<void>;
  stop(): void;
}

interface NavigateEventLike extends Event {
  destination?: { url: string; sameDocument?: boolean };
  downloadRequest?: string | null;
}

/**
 * From before the action's first event. Unless it `mayAsk`, the page's own question whether to leave (`beforeunload`) is
 * not shown as long as it watches: it is the run that leaves, and nobody would answer.
 */
export function watchLeaving(window: PageWindow, { mayAsk = false } = {}): Leaving {
  const stop = new AbortController();
  const { signal } = stop;
  const announced = watchAnnounced(window, signal);
  let seen = false;
  let asked = false;
  let resolveBegun: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    resolveBegun = resolve;
  });
  const leave = (): void => {
    seen = true;
    resolveBegun();
  };
  const suppress = (event: Event): void => {
    if (!event.isTrusted) return;
    event.stopImmediatePropagation();
    asked = wouldAsk(window) || asked;
    leave();
  };
  if (!mayAsk) window.addEventListener('beforeunload', suppress, { signal, capture: true });
  window.addEventListener('pagehide', leave, { signal });
  return {
    seen: () => seen,
    isLikely: () => !seen && announced.isOpen(),
    // A navigation that the page itself handles (an SPA's link) changes `location` and is read from there.
    destination: () => (seen ? announced.url() : undefined),
    askedToStay: () => asked,
    savesFile: announced.savesFile,
    begun,
    stop: () => stop.abort(),
  };
}

/** Gives the page's handlers their turn (they also save drafts) on an event of which no question comes. */
function wouldAsk(window: PageWindow): boolean {
  const event = window.document.createEvent('BeforeUnloadEvent') as BeforeUnloadEvent;
  event.initEvent('beforeunload', false, true);
  window.dispatchEvent(event);
  return event.defaultPrevented || (typeof event.returnValue === 'string' && event.returnValue !== '');
}

interface Announced {
  url(): string | undefined;
  isOpen(): boolean;
  savesFile(): boolean;
}

function watchAnnounced(window: PageWindow, signal: AbortSignal): Announced {
  let url: string | undefined;
  let isOpen = false;
  let savesFile = false;
  // https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigation-interface; not in every browser yet.
  const navigation = (window as { navigation?: EventTarget }).navigation;
  const note = (event: Event): void => {
    const { destination, downloadRequest } = event as NavigateEventLike;
    if (typeof downloadRequest === 'string') savesFile = true;
    else {
      url = destination?.url;
      isOpen = destination?.sameDocument !== true;
    }
  };
  const close = (): void => {
    isOpen = false;
  };
  navigation?.addEventListener('navigate', note, { signal });
  navigation?.addEventListener('navigatesuccess', close, { signal });
  navigation?.addEventListener('navigateerror', close, { signal });
  const followLink = (event: Event): void => {
    const link = event.composedPath().find((node) => node instanceof window.HTMLAnchorElement);
    if (link && !event.defaultPrevented && savesLink(link)) savesFile = true;
  };
  window.addEventListener('click', followLink, { signal });
  return { url: () => url, isOpen: () => isOpen, savesFile: () => savesFile };
}

function savesLink(link: EventTarget): boolean {
  const element = link as Element;
  return getLocalName(element) === 'a' && hasAttribute(element, 'href') && hasAttribute(element, 'download');
}
