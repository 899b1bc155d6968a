import { cleanText } from './clean-text';
import { getAttribute } from './dom';
import { computeName } from './names';
import type { Reading } from './reading';
import { createThing } from './thing';
import type { Thing } from './thing';

/** A frame is one line here; its own content script says what is in it. */
export function readFrame(reading: Reading, element: Element): Thing {
  const thing = createThing('frame', element);
  thing.name = cleanText(computeName(reading, element));
  thing.frame = {
    index: findFrameIndex(reading.window, element),
    place: describePlace(element, reading.document.baseURI),
  };
  return thing;
}

/**
 * Index among `window.frames`: the same object is found there even when the frame is of another origin. -1 for a frame in a
 * shadow tree, which the HTML standard leaves out of that list.
 */
function findFrameIndex(window: Window, element: Element): number {
  const inner = (element as HTMLIFrameElement).contentWindow;
  return inner ? indexOfFrame(window, inner) : -1;
}

function indexOfFrame(parent: Window, child: Window): number {
  for (let index = 0; index < parent.length; index++) if (parent[index] === child) return index;
  return -1;
}

function describePlace(element: Element, base: string): string {
  const sandbox = getAttribute(element, 'sandbox');
  if (sandbox !== null && !sandbox.includes('allow-same-origin')) return 'sandboxed';
  const address = getAttribute(element, 'src');
  if (!address || getAttribute(element, 'srcdoc') !== null) return 'about:blank';
  try {
    const url = new URL(address, base);
    return url.origin === 'null' ? 'about:blank' : url.origin;
  } catch {
    return 'about:blank';
  }
}

/** The way down from the top window to this one, as indices into `frames`; [] for the top window itself. */
export function findFramePath(window: Window): number[] {
  const path: number[] = [];
  for (let at: Window = window; at.parent !== at; at = at.parent) path.unshift(indexOfFrame(at.parent, at));
  return path;
}
