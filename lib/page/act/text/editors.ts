import { findSurface } from './drawn-surface';
import type { ActContext } from '../actor/act-context';
import { sleep } from '../effect/wait';
import { pressDocumentEnd, pressSelectAll } from './press-shortcut';
import { readEditor } from './read-editor';
import { readRows } from './read-rows';
import { isAllSelected, placeCaretAtEnd, selectTextOf } from './select-text';

/** Editors with a model of their own (Slate, Draft.js) read the selection of the browser with a delay of up to 100 ms. */
export const EDITOR_SELECTION_MS = 120;

/** Something that holds text without being a field: a contenteditable, or an editor that draws its text itself. */
export interface Editor {
  /** Takes the focus and the events of keyboard and clipboard. */
  target: HTMLElement;
  /** Its text is drawn elsewhere than in the target, and perhaps not all of it. */
  drawn: boolean;
  /** What a person sees of its text. */
  readShown(): string;
  selectAll(): Promise<void>;
  caretToEnd(): Promise<void>;
}

/** A contenteditable: the text is its own content. */
export function editorOf(context: ActContext, host: HTMLElement): Editor {
  const synchronise = (): Promise<void> => sleep(context.window, EDITOR_SELECTION_MS, context.signal);
  return {
    target: host,
    drawn: false,
    readShown: () => readEditor(host),
    async selectAll() {
      if ((await pressSelectAll(context, host)) && isAllSelected(context, host)) return;
      selectTextOf(context, host);
      await synchronise();
    },
    async caretToEnd() {
      if (await pressDocumentEnd(context, host)) return;
      placeCaretAtEnd(context, host);
      await synchronise();
    },
  };
}

/** An editor that shows its text in `surface` and takes keys in a hidden element. */
export function drawnEditorOf(context: ActContext, sink: HTMLElement): Editor {
  const surface = findSurface(sink) ?? sink;
  return {
    target: sink,
    drawn: true,
    readShown: () => readRows(surface),
    async selectAll() {
      await pressSelectAll(context, sink);
    },
    async caretToEnd() {
      await pressDocumentEnd(context, sink);
    },
  };
}

/** A text box that is nothing but handlers of keys. */
export function keyedEditorOf(context: ActContext, target: HTMLElement): Editor {
  return {
    target,
    drawn: false,
    readShown: () => readEditor(target),
    async selectAll() {
      await pressSelectAll(context, target);
    },
    async caretToEnd() {
      await pressDocumentEnd(context, target);
    },
  };
}
