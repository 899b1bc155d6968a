import type { ActContext } from '../actor/act-context';
import { editingHostOf, isRichText, isTextField } from './editable';

/** Selects the whole content of a field or editor. */
export function selectAllIn(context: ActContext, element: Element): void {
  if (isTextField(element)) return element.select();
  if (isRichText(element)) selectEditorText(context, editingHostOf(element));
}

/**
 * Selects from the first to the last text node: editors that keep their own model of the document ignore a range
 * that is anchored in elements. False when there is no text.
 */
export function selectEditorText(context: ActContext, host: Element): boolean {
  const texts = listTextNodes(context, host);
  const first = texts[0];
  const last = texts.at(-1);
  const selection = selectionAround(context, host);
  if (!selection) return false;
  if (!first || !last) {
    selection.selectAllChildren(host);
    return false;
  }
  selection.setBaseAndExtent(first, 0, last, last.data.length);
  return true;
}

/** Puts the caret behind the last character. */
export function placeCaretAtEnd(context: ActContext, host: Element): void {
  const last = listTextNodes(context, host).at(-1);
  const selection = selectionAround(context, host);
  if (last) selection?.collapse(last, last.data.length);
  else selection?.selectAllChildren(host);
}

function listTextNodes(context: ActContext, host: Element): Text[] {
  const walker = context.document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  return texts;
}

interface SelectionRoot {
  getSelection?: () => Selection | null;
}

/** Chrome keeps a selection per shadow root. */
function selectionAround(context: ActContext, host: Element): Selection | null {
  const root = host.getRootNode() as SelectionRoot;
  return root.getSelection?.() ?? context.window.getSelection();
}
