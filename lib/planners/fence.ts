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
  // It need not be strong, only unknown to pages, and short: it stands in every message.
  const word = syllables(shortHash(runId));
  const open = `<page-${word}>`;
  const close = `</page-${word}>`;
  return { open, close, wrap: (text) => `${open}\n${text.replaceAll(word, '…')}\n${close}` };
}

const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aeiouy';

/** Four syllables for eight hex digits: half as many tokens as the digits. One of 85 million. */
function syllables(digits: string): string {
  const pairs = [...digits.slice(0, 8).matchAll(/(.)(.)/g)];
  return pairs.map(([, one = '0', other = '0']) => CONSONANTS[parseInt(one, 16)] + pickVowel(other)).join('');
}

function pickVowel(digit: string): string {
  return VOWELS[parseInt(digit, 16) % VOWELS.length] ?? 'a';
}
