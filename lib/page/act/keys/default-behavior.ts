import { getLocalName } from '../../observe/dom';
import type { ActContext } from '../actor/act-context';
import { executeCommand } from '../actor/native-dom';
import { scrollBy } from '../ready/scroll-area';
import { isEditable, isRichText, isTextField } from '../text/editable';
import { selectAllIn } from '../text/select-text';
import { deleteText, insertText } from '../text/insert-text';
import { extendsSelection, moveWithKey } from './arrows';
import { deleteWord } from './delete-word';
import { enter } from './enter';
import { escape } from './escape';
import type { KeyPress } from './parse-keys';
import { activatesOnSpace } from './space';
import { tab } from './tab';

const MOVES = /^(Arrow(Up|Down|Left|Right)|Home|End|PageUp|PageDown)$/;

/** Browsers act on trusted keys only; this does what a real key would have done after an unprevented keydown. */
export function behaveByDefault(context: ActContext, target: Element, press: KeyPress): void {
  const { key, modifiers } = press;
  if (modifiers.includes('Control') || modifiers.includes('Meta')) return runShortcut(context, target, press);
  if (modifiers.includes('Alt')) return;
  if (key === 'Enter') return enter(context, target);
  if (key === 'Tab') return tab(context, target, modifiers.includes('Shift'));
  if (key === 'Escape') return escape(context, target);
  if (MOVES.test(key)) return moveWithKey(context, target, press);
  if (isEditable(target)) return edit(context, target, key);
  if (key === ' ' && !activatesOnSpace(target) && getLocalName(target) !== 'select')
    scrollBy(context, target, 0, 0.9);
}

function edit(context: ActContext, target: Element, key: string): void {
  if (key === 'Backspace') deleteText(context, target, 'deleteContentBackward');
  else if (key === 'Delete') deleteText(context, target, 'deleteContentForward');
  else if (Array.from(key).length === 1) insertText(context, target, key);
}

function runShortcut(context: ActContext, target: Element, press: KeyPress): void {
  const { key, modifiers } = press;
  if (MOVES.test(key) && (isEditable(target) || extendsSelection(context, press)))
    return moveWithKey(context, target, press);
  if (isEditable(target) && (key === 'Backspace' || key === 'Delete'))
    return deleteWord(context, target, key);
  const letter = key.toLowerCase();
  if (letter === 'a' && (isTextField(target) || isRichText(target))) selectAllIn(context, target);
  else if (letter === 'a') context.window.getSelection()?.selectAllChildren(context.document.documentElement);
  else if (letter === 'z') executeCommand(context.document, modifiers.includes('Shift') ? 'redo' : 'undo');
  else if (letter === 'y') executeCommand(context.document, 'redo');
}
