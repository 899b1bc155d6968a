import ace from 'ace-builds';
import 'ace-builds/src-noconflict/mode-text';
import 'ace-builds/src-noconflict/theme-textmate';
import type { Zoo } from '../zoo.ts';

export const title = 'Edit a query';

export function mount(root: HTMLElement, zoo: Zoo): void {
  root.style.height = '240px';
  const editor = ace.edit(root, { value: 'select 1;\nselect 2;' });
  zoo.state(() => ({ lines: editor.session.getDocument().getAllLines() }));
}
