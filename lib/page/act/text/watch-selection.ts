import type { ActContext } from '../actor/act-context';
import { focusedElementOf } from '../actor/native-dom';
import { quoteShort } from '../actor/name-element';
import { isTextField } from './editable';

/** What of the page's text an action has selected: words for the planner, nothing when it is as it was before. */
export function watchSelection(context: ActContext): () => { said: string; value?: string } {
  const before = readSelected(context);
  return () => {
    const value = readSelected(context);
    return value === '' || value === before
      ? { said: '' }
      : { said: `; ${quoteShort(value)} is selected now`, value };
  };
}

/** Without what is selected in a field, which may be a secret. */
function readSelected({ window, document }: ActContext): string {
  const focused = focusedElementOf(document);
  if (focused && isTextField(focused)) return '';
  return String(window.getSelection() ?? '').trim();
}
