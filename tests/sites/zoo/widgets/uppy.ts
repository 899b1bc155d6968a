import Uppy from '@uppy/core';
import '@uppy/core/css/style.min.css';
import Dashboard from '@uppy/dashboard';
import '@uppy/dashboard/css/style.min.css';
import type { Zoo } from '../zoo.ts';

export const title = 'Send photos';

export function mount(root: HTMLElement, zoo: Zoo): void {
  const uppy = new Uppy().use(Dashboard, { inline: true, target: root, height: 320 });
  zoo.state(() => ({ files: uppy.getFiles().map(({ name, size }) => ({ name, size })) }));
}
