import { shortHash } from '../trajectories/short-hash';

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
  // It need not be strong, only unknown to pages.
  const word = shortHash(runId);
  const open = `<page-${word}>`;
  const close = `</page-${word}>`;
  return { open, close, wrap: (text) => `${open}\n${text.replaceAll(word, '…')}\n${close}` };
}
