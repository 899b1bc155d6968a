import type { ActContext } from '../actor/act-context';
import { isTextField, isRichText, editingHostOf } from './editable';
import { foldSpace } from './same-text';
import { listEditableTexts, readEditor } from './read-editor';

/** Selects the whole content of a field or editor. */
export function selectAllIn(context: ActContext, element: Element): void {
  if (isTextField(element)) return element.select();
  if (isRichText(element)) selectTextOf(context, editingHostOf(element));
}

/**
 * Selects from the first to the last text node: editors that keep their own model of the document ignore a range
 * that is anchored in elements.
 */
export function selectTextOf(context: ActContext, host: Element): void {
  const texts = listEditableTexts(host);
  const first = texts[0];
  const last = texts.at(-1);
  const selection = selectionAround(context, host);
  if (!first || !last) selection?.selectAllChildren(host);
  else selection?.setBaseAndExtent(first, 0, last, last.data.length);
}

/** Whether everything that the editor shows is selected. */
export function isAllSelected(context: ActContext, host: Element): boolean {
  const selected = foldSpace(String(selectionAround(context, host) ?? ''));
  return selected !== '' && selected === foldSpace(readEditor(host));
}

/** Puts the caret behind the last character. */
export function placeCaretAtEnd(context: ActContext, host: Element): void {
  const last = listEditableTexts(host).at(-1);
  const selection = selectionAround(context, host);
  if (last) return selection?.collapse(last, last.data.length);
  selection?.selectAllChildren(host);
  selection?.collapseToEnd();
}

interface SelectionRoot {
  getSelection?: () => Selection | null;
}

/** Chrome keeps a selection per shadow root. */
function selectionAround(context: ActContext, host: Element): Selection | null {
  const root = host.getRootNode() as SelectionRoot;
  return root.getSelection?.() ?? context.window.getSelection();
}
