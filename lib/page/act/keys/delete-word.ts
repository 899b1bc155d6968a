import type { ActContext } from '../actor/act-context';
import { isTextField } from '../text/editable';
import { deleteText } from '../text/insert-text';
import { wordEndAfter, wordStartBefore } from './move-caret';

/** Control+Backspace and Control+Delete: the word beside the caret, or what is selected. */
export function deleteWord(context: ActContext, target: Element, key: 'Backspace' | 'Delete'): void {
  const isBackward = key === 'Backspace';
  if (isTextField(target)) {
    const { selectionStart: start, selectionEnd: end, value } = target;
    if (start === null || end === null) return;
    if (start === end && isBackward) target.setSelectionRange(wordStartBefore(value, start), end);
    if (start === end && !isBackward) target.setSelectionRange(start, wordEndAfter(value, end));
  } else {
    const selection = context.window.getSelection();
    if (selection?.isCollapsed) selection.modify('extend', isBackward ? 'backward' : 'forward', 'word');
  }
  deleteText(context, target, isBackward ? 'deleteContentBackward' : 'deleteContentForward');
}
