import Dropzone from 'dropzone';
import 'dropzone/dist/dropzone.css';
import type { Zoo } from '../zoo.ts';

export const title = 'Hand in homework';

export function mount(root: HTMLElement, zoo: Zoo): void {
  root.innerHTML = '<form id="homework" class="dropzone" action="/upload"></form>';
  const zone = new Dropzone('#homework', { autoProcessQueue: false });
  zoo.state(() => ({ files: zone.getAcceptedFiles().map(({ name, size }) => ({ name, size })) }));
}
