import { browser } from '../browser';
import { withDeadline } from './deadline';

const READ_TIMEOUT_MS = 3_000;
/** More than this is a page, and read as one. */
const MAX_LENGTH = 20_000;

/** What the user has selected in the tab, in whichever frame; '' for nothing. Rejects with the browser's error. */
export async function readSelection(tabId: number): Promise<string> {
  const target = { tabId, allFrames: true };
  const asked = browser.scripting.executeScript({ target, func: readSelected, injectImmediately: true });
  const found = await withDeadline(asked, READ_TIMEOUT_MS);
  const texts = found.map(({ result }) => (typeof result === 'string' ? result.trim() : ''));
  return (texts.find((text) => text !== '') ?? '').slice(0, MAX_LENGTH);
}

/** Runs in the page's isolated world, cut off from this file. A password is never read. */
function readSelected(): string {
  const field = document.activeElement;
  if (
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && field.type !== 'password')
  ) {
    const { selectionStart, selectionEnd } = field;
    if (selectionStart !== null && selectionEnd !== null && selectionStart < selectionEnd)
      return field.value.slice(selectionStart, selectionEnd);
  }
  return String(document.getSelection() ?? '');
}
