import '@shoelace-style/shoelace/dist/themes/light.css';
import '@shoelace-style/shoelace/dist/components/input/input.js';
import '@shoelace-style/shoelace/dist/components/option/option.js';
import '@shoelace-style/shoelace/dist/components/select/select.js';
import '@shoelace-style/shoelace/dist/components/switch/switch.js';
import '@shoelace-style/shoelace/dist/components/rating/rating.js';
import type { Zoo } from '../zoo.ts';

export const title = 'Coffee machine';

export async function mount(root: HTMLElement, zoo: Zoo): Promise<void> {
  root.innerHTML = `
    <sl-input label="Cup name" name="name"></sl-input>
    <sl-select label="Drink" name="drink">
      <sl-option value="espresso">Espresso</sl-option>
      <sl-option value="cappuccino">Cappuccino</sl-option>
      <sl-option value="flat-white">Flat white</sl-option>
    </sl-select>
    <p><sl-switch name="milk">Oat milk</sl-switch></p>
    <sl-rating label="Strength" max="5"></sl-rating>`;
  const coffee: Record<string, unknown> = { name: '', drink: '', milk: false, strength: 0 };
  const note = (
    selector: string,
    event: string,
    read: (element: { value: unknown; checked: unknown }) => void,
  ) => root.querySelector(selector)?.addEventListener(event, (sent) => read(sent.target as never));
  note('sl-input', 'sl-input', ({ value }) => (coffee.name = value));
  note('sl-select', 'sl-change', ({ value }) => (coffee.drink = value));
  note('sl-switch', 'sl-change', ({ checked }) => (coffee.milk = checked));
  note('sl-rating', 'sl-change', ({ value }) => (coffee.strength = value));
  zoo.state(() => coffee);
  await Promise.all(['sl-input', 'sl-select', 'sl-switch'].map((name) => customElements.whenDefined(name)));
}
