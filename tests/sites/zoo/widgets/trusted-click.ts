import type { Zoo } from '../zoo.ts';

export const title = 'Confirm the payment';

/** Takes only what a person's own hand does. */
export function mount(root: HTMLElement, zoo: Zoo): void {
  let paid = false;
  root.innerHTML = '<button type="button">Confirm</button>';
  root.querySelector('button')!.addEventListener('click', (event) => {
    if (event.isTrusted) paid = true;
  });
  zoo.state(() => ({ paid }));
}
