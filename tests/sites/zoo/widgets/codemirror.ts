import { javascript } from '@codemirror/lang-javascript';
import { basicSetup, EditorView } from 'codemirror';
import type { Zoo } from '../zoo.ts';

export const title = 'Edit a script';

export function mount(root: HTMLElement, zoo: Zoo): void {
  const view = new EditorView({
    parent: root,
    doc: 'const answer = 41;\nconsole.log(answer);\n',
    extensions: [basicSetup, javascript(), EditorView.contentAttributes.of({ 'aria-label': 'Script' })],
  });
  zoo.state(() => ({ lines: view.state.doc.toJSON() }));
}
