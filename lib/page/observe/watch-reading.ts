/** Attributes that say what a thing is, whether it is shown, or in which state; a page may animate `style` all the time. */
const TELLING =
  `class hidden inert open disabled checked selected value href role aria-hidden aria-label aria-labelledby
  aria-expanded aria-checked aria-selected aria-pressed aria-current aria-disabled aria-modal`.split(/\s+/);

const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: TELLING,
};

/** Notices that a page changes while it is read in slices. */
export interface ReadingWatch {
  /** Watches the document from now on. Called before each pause; only the first time does anything. */
  start(): void;
  /** Whether something has changed since; watches no more. */
  end(): boolean;
}

/**
 * Nothing is watched until the first pause, because nothing can change before. The observer belongs to our own world, so
 * the page does not see it. It does not look into shadow trees: a change only there goes unnoticed.
 */
export function watchReading(document: Document): ReadingWatch {
  let hasChanged = false;
  let observer: MutationObserver | undefined;
  return {
    start: () => {
      if (observer) return;
      observer = new MutationObserver(() => {
        hasChanged = true;
        observer?.disconnect();
      });
      observer.observe(document, WATCHED);
    },
    end: () => {
      const isLate = observer !== undefined && observer.takeRecords().length > 0;
      observer?.disconnect();
      return hasChanged || isLate;
    },
  };
}
