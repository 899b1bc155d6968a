/** Name of the mark in the isolated world (the page cannot see it) that says: this document has our script. */
export const READY_MARK = 'errandPageReady';

/**
 * Names this document to our scripts in other frames, and says that it has ours. An own property is asked for: an element
 * with this id or a frame with this name is a property of every window too, and would keep us out.
 */
export function claimDocument(): boolean {
  if (Object.hasOwn(globalThis, READY_MARK)) return false;
  Object.defineProperty(globalThis, READY_MARK, { value: makeKey() });
  return true;
}

/** Key of the document in a window of the same origin; undefined as long as it has none of our scripts. */
export function readClaim(window: object): string | undefined {
  const value: unknown = Object.getOwnPropertyDescriptor(window, READY_MARK)?.value;
  return typeof value === 'string' ? value : undefined;
}

function makeKey(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
}
