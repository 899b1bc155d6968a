import { exampleSetup } from 'prosemirror-example-setup';
import 'prosemirror-example-setup/style/style.css';
import 'prosemirror-menu/style/menu.css';
import { DOMParser } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import 'prosemirror-view/style/prosemirror.css';
import type { Zoo } from '../zoo.ts';

export const title = 'Answer a letter';

export function mount(root: HTMLElement, zoo: Zoo): void {
  const draft = document.createElement('div');
  draft.innerHTML = '<p>Old draft.</p><p>Second line of it.</p>';
  const view = new EditorView(root, {
    state: EditorState.create({
      doc: DOMParser.fromSchema(schema).parse(draft),
      plugins: exampleSetup({ schema }),
    }),
    attributes: { 'aria-label': 'Letter' },
  });
  zoo.state(() => ({ paragraphs: view.state.doc.children.map(({ textContent }) => textContent) }));
}
