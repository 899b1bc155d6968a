import Choices from 'choices.js';
import 'choices.js/public/assets/styles/choices.css';
import type { Zoo } from '../zoo.ts';

export const title = 'Choose instruments';

export function mount(root: HTMLElement, zoo: Zoo): void {
  root.innerHTML = `
    <label for="instrument">Main instrument</label>
    <select id="instrument">
      <option value="">Please choose</option>
      <option value="cello">Cello</option><option value="oboe">Oboe</option><option value="horn">French horn</option>
    </select>
    <label for="others">Other instruments</label>
    <select id="others" multiple>
      <option value="drums">Drums</option><option value="flute">Flute</option><option value="harp">Harp</option>
    </select>`;
  const main = new Choices(root.querySelector<HTMLSelectElement>('#instrument')!, { shouldSort: false });
  const others = new Choices(root.querySelector<HTMLSelectElement>('#others')!, { removeItemButton: true });
  zoo.state(() => ({ main: main.getValue(true), others: others.getValue(true) }));
}
