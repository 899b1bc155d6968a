import Quill from 'quill';
import 'quill/dist/quill.snow.css';
import type { Zoo } from '../zoo.ts';

export const title = 'Review a book';

/** As Quill's documentation mounts it: its editor has no name of its own. */
export function mount(root: HTMLElement, zoo: Zoo): void {
  root.innerHTML = '<div id="editor"><p>Old review.</p></div>';
  const quill = new Quill('#editor', { theme: 'snow' });
  zoo.state(() => ({ lines: quill.getText().trimEnd().split('\n') }));
}
