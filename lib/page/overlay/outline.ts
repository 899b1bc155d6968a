import { getDocumentElement, getRect, isConnected } from '../observe/dom';

const GAP_PX = 4;
const COLOR = '#2459cf';

/** Draws a line around an element, and a sentence under it, until it is removed. It is in nobody's way: it takes no clicks. */
export interface Outline {
  remove(): void;
}

/** In the top layer where there is one, so that it is seen in front of a modal dialog; beside the body, where no observation looks. */
export function outlineElement(
  window: Window & typeof globalThis,
  element: Element,
  sentence: string,
): Outline {
  const { document } = window;
  const host = document.createElement('div');
  host.setAttribute('aria-hidden', 'true');
  host.setAttribute('popover', 'manual');
  host.style.cssText =
    'all:initial;position:fixed;inset:0;width:100vw;height:100vh;margin:0;padding:0;border:0;background:none;overflow:visible;pointer-events:none;z-index:2147483647';
  const root = host.attachShadow({ mode: 'closed' });
  const box = append(
    root,
    `position:fixed;border:3px solid ${COLOR};border-radius:6px;box-sizing:border-box`,
  );
  const words = append(
    root,
    `position:fixed;max-width:min(320px,90vw);padding:6px 10px;border-radius:6px;background:${COLOR};color:#fff;font:13px/1.4 system-ui,sans-serif`,
  );
  words.textContent = sentence;
  getDocumentElement(document)?.append(host);
  if (typeof host.showPopover === 'function') host.showPopover();
  let frame = 0;
  const place = (): void => {
    frame = window.requestAnimationFrame(place);
    host.style.display = isConnected(element) ? 'block' : 'none';
    placeAround(window, getRect(element), box, words);
  };
  place();
  return {
    remove() {
      window.cancelAnimationFrame(frame);
      host.remove();
    },
  };
}

function append(root: ShadowRoot, style: string): HTMLElement {
  const made = root.ownerDocument.createElement('div');
  made.style.cssText = style;
  root.append(made);
  return made;
}

function placeAround(window: Window, rect: DOMRect, box: HTMLElement, words: HTMLElement): void {
  const { left, top, width, height, bottom } = rect;
  box.style.left = `${left - GAP_PX}px`;
  box.style.top = `${top - GAP_PX}px`;
  box.style.width = `${width + 2 * GAP_PX}px`;
  box.style.height = `${height + 2 * GAP_PX}px`;
  const below = bottom + 2 * GAP_PX;
  const fits = below + words.offsetHeight <= window.innerHeight;
  words.style.top = `${Math.max(0, fits ? below : top - words.offsetHeight - 2 * GAP_PX)}px`;
  words.style.left = `${Math.max(0, Math.min(left, window.innerWidth - words.offsetWidth))}px`;
}
