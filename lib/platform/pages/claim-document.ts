/** Name of the mark in the isolated world (the page cannot see it) that says: this document has our script. */
export const READY_MARK = 'errandPageReady';

/** True the first time it is called in a document, false for every later injection. */
export function claimDocument(): boolean {
  if (READY_MARK in globalThis) return false;
  Object.defineProperty(globalThis, READY_MARK, { value: true });
  return true;
}
