/**
 * Marks where text of a web page begins and ends. The page cannot forge the mark: it carries a word that is derived
 * from the run's id, which no page knows, and that word is taken out of whatever the page says.
 */
export interface Fence {
  open: string;
  close: string;
  /** The text between the marks, on lines of its own. */
  wrap(text: string): string;
}

export function makeFence(runId: string): Fence {
  const word = fenceWord(runId);
  const open = `<page-${word}>`;
  const close = `</page-${word}>`;
  return { open, close, wrap: (text) => `${open}\n${text.replaceAll(word, '…')}\n${close}` };
}

/** FNV-1a over the id, twice with different offsets: 16 hex digits. It need not be strong, only unknown to pages. */
function fenceWord(runId: string): string {
  return hash(runId, 0x811c9dc5) + hash(runId, 0x01234567);
}

function hash(text: string, offset: number): string {
  let value = offset;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}
