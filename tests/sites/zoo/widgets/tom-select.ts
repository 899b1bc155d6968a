import TomSelect from 'tom-select';
import 'tom-select/dist/css/tom-select.css';
import type { Zoo } from '../zoo.ts';

export const title = 'Share a document';

export function mount(root: HTMLElement, zoo: Zoo): void {
  root.innerHTML = `
    <label for="right">They may</label>
    <select id="right"><option value="read">Read it</option><option value="comment">Comment on it</option>
      <option value="edit">Edit it</option></select>
    <label for="people">Share with</label>
    <input id="people">`;
  const right = new TomSelect(root.querySelector<HTMLSelectElement>('#right')!, {});
  const people = new TomSelect(root.querySelector<HTMLInputElement>('#people')!, {
    create: true,
    options: ['Ada', 'Alan', 'Grace', 'Linus'].map((name) => ({ value: name, text: name })),
  });
  zoo.state(() => ({ right: right.getValue(), people: people.items }));
}
