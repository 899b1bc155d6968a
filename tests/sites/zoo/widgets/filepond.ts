import * as FilePond from 'filepond';
import 'filepond/dist/filepond.min.css';
import type { Zoo } from '../zoo.ts';

export const title = 'Add receipts';

export function mount(root: HTMLElement, zoo: Zoo): void {
  root.innerHTML = '<input type="file" id="receipts" multiple>';
  const pond = FilePond.create(root.querySelector<HTMLInputElement>('#receipts')!, { allowMultiple: true });
  zoo.state(() => ({
    files: pond.getFiles().map(({ filename, fileSize }) => ({ name: filename, size: fileSize })),
  }));
}
