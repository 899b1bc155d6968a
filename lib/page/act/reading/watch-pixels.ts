import { queryWithin } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';

/** What the canvases of an element show, before and after. */
export interface PixelWatch {
  /** `unknown`: a picture of another origin is in it, or it is drawn by the graphics card and not kept. */
  compare(): 'same' | 'changed' | 'unknown';
  /** Whether there is a canvas at all. */
  found: boolean;
}

/** Larger pictures are compared scaled down. */
const MOST_PIXELS = 4_000_000;

/** Remembers the pictures of the canvas itself, or of those inside the element. */
export function watchPixels(context: ActContext, element: Element): PixelWatch {
  const canvases = findCanvases(context, element);
  const before = canvases.map((canvas) => hashPixels(context, canvas));
  return {
    found: canvases.length > 0,
    compare() {
      const after = canvases.map((canvas) => hashPixels(context, canvas));
      if (after.some((hash, index) => hash !== undefined && hash !== before[index])) return 'changed';
      return after.includes(undefined) ? 'unknown' : 'same';
    },
  };
}

function findCanvases({ window }: ActContext, element: Element): HTMLCanvasElement[] {
  return [element, ...queryWithin(element, 'canvas')].filter(
    (one) => one instanceof window.HTMLCanvasElement,
  );
}

/** Undefined when it cannot be read. */
function hashPixels({ window }: ActContext, canvas: HTMLCanvasElement): string | undefined {
  const { width, height } = canvas;
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
  // A canvas of our own: to ask the page's one for its context could create the wrong kind.
  const copy = new window.OffscreenCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  const drawing = copy.getContext('2d', { willReadFrequently: true });
  if (!drawing || width === 0 || height === 0) return undefined;
  try {
    drawing.drawImage(canvas, 0, 0, copy.width, copy.height);
    return hash(new Uint32Array(drawing.getImageData(0, 0, copy.width, copy.height).data.buffer));
  } catch {
    return undefined;
  }
}

/** FNV-1a over whole pixels, http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(pixels: Uint32Array): string {
  let value = 0x811c9dc5;
  for (const pixel of pixels) value = Math.imul(value ^ pixel, 0x01000193);
  return (value >>> 0).toString(16);
}
