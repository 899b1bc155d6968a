import type { FrameKeys } from '../../page/types';
import { browser } from '../browser';
import { readClaim } from './claim-document';

/**
 * How our scripts recognise a document from inside and outside of its frame without a trace in the page (a message to the
 * frame would be heard by it). Firefox says the id of any frame. Chrome does not, but there frames of one origin
 * share our isolated world, so the mark of the one can be read in the other. See docs/decisions/0006.
 */
export function createFrameKeys(): FrameKeys {
  return 'getFrameId' in browser.runtime ? KEYS_BY_ID : KEYS_BY_CLAIM;
}

const KEYS_BY_ID: FrameKeys = {
  own: () => keyOfTarget(window),
  ofParent: () => (window.parent === window ? undefined : keyOfTarget(window.parent)),
  keyInside: (frame) => keyOfTarget(frame),
};

function keyOfTarget(target: Window | Element): string | undefined {
  const id = browser.runtime.getFrameId(target);
  return id < 0 ? undefined : `frame-${id}`;
}

const KEYS_BY_CLAIM: FrameKeys = {
  own: () => readClaim(globalThis),
  // Null as well when the document around is of another origin.
  ofParent: () => (window.frameElement === null ? undefined : readClaim(window.parent)),
  keyInside: (frame) => {
    const { contentDocument, contentWindow } = frame as HTMLIFrameElement;
    return contentDocument && contentWindow ? readClaim(contentWindow) : undefined;
  },
};
