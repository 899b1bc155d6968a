import { mount as mountComponent } from 'svelte';
import Newsletter from '../parts/newsletter.svelte';
import type { Zoo } from '../zoo.ts';

export const title = 'Newsletter';

export function mount(root: HTMLElement, zoo: Zoo): void {
  mountComponent(Newsletter, { target: root, props: { zoo } });
}
