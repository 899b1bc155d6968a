import * as monaco from 'monaco-editor/editor.js';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import type { Zoo } from '../zoo.ts';

export const title = 'Edit the settings file';

export function mount(root: HTMLElement, zoo: Zoo): void {
  globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() };
  root.style.height = '320px';
  const editor = monaco.editor.create(root, {
    value: 'port = 80\nname = old\n',
    language: 'plaintext',
    ariaLabel: 'Settings file',
  });
  zoo.state(() => ({ lines: editor.getValue().split('\n') }));
}
