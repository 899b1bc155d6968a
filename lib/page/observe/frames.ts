import type { FrameKeys, FrameMarks, FrameObservation } from '../types';
import { cleanText } from './clean-text';
import { getAttribute, getClientHeight, getClientWidth } from './dom';
import { computeName } from './names';
import type { Reading } from './reading';
import { createThing } from './thing';
import type { Thing } from './thing';

/** A frame is one line here; its own content script says what is in it. */
export function readFrame(reading: Reading, element: Element): Thing {
  const thing = createThing('frame', element);
  thing.name = computeName(reading, element) || cleanText(getAttribute(element, 'name') ?? '');
  thing.frame = { place: describePlace(element, reading.document.baseURI) };
  return thing;
}

function describePlace(element: Element, base: string): string {
  const sandbox = getAttribute(element, 'sandbox');
  if (sandbox !== null && !/(^|\s)allow-same-origin(\s|$)/i.test(sandbox)) return 'sandboxed';
  const address = getAttribute(element, 'src');
  if (!address || getAttribute(element, 'srcdoc') !== null) return 'about:blank';
  try {
    const url = new URL(address, base);
    return url.origin === 'null' ? 'about:blank' : url.origin;
  } catch {
    return 'about:blank';
  }
}

/** Line of a frame among those that were printed, and the element. */
export interface PrintedFrame {
  element: Element;
  line: number;
  indent: number;
}

/** What whoever puts the texts together needs to find the document that each printed frame shows. */
export function describeSlots(
  window: Window,
  printed: PrintedFrame[],
  keys: FrameKeys | undefined,
): FrameObservation['frameSlots'] {
  return printed.map(({ element, line, indent }) => {
    const inner = (element as HTMLIFrameElement).contentWindow;
    const key = keys?.keyInside(element);
    return {
      line,
      indent,
      index: inner ? indexOfFrame(window, inner) : -1,
      marks: {
        name: getAttribute(element, 'name') ?? '',
        width: getClientWidth(element),
        height: getClientHeight(element),
      },
      ...(key === undefined ? {} : { key }),
    };
  });
}

/** The same from within the frame. */
export function describeOwnFrame(
  window: Window,
  keys: FrameKeys | undefined,
): Pick<FrameObservation, 'framePath' | 'frameMarks' | 'frameKey' | 'parentKey'> {
  const own = keys?.own();
  const parent = keys?.ofParent();
  const marks: FrameMarks = { name: window.name, width: window.innerWidth, height: window.innerHeight };
  return {
    framePath: findFramePath(window),
    frameMarks: marks,
    ...(own === undefined ? {} : { frameKey: own }),
    ...(parent === undefined ? {} : { parentKey: parent }),
  };
}

/** The way down from the top window to this one, as indices into `frames`; [] for the top window itself. */
export function findFramePath(window: Window): number[] {
  const path: number[] = [];
  for (let at: Window = window; at.parent !== at; at = at.parent) path.unshift(indexOfFrame(at.parent, at));
  return path;
}

/**
 * Index among `window.frames`: the same object is found there even when the frame is of another origin. -1 for a frame in a
 * shadow tree, which the HTML standard leaves out of that list ("document-tree child navigables").
 */
function indexOfFrame(parent: Window, child: Window): number {
  for (let index = 0; index < parent.length; index++) if (parent[index] === child) return index;
  return -1;
}
