import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/** Closer to the end than this counts as "at the end". */
const SLACK_PX = 48;

/** Keeps a scrolling element at its end as it grows, unless the reader has scrolled away from there. */
export function useStickToEnd<T extends HTMLElement>(): { element: RefObject<T | null>; onScroll(): void } {
  const element = useRef<T>(null);
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    const box = element.current;
    if (box && atEnd.current) box.scrollTop = box.scrollHeight;
  });
  return {
    element,
    onScroll() {
      const box = element.current;
      if (box) atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < SLACK_PX;
    },
  };
}
