import '@material/web/checkbox/checkbox.js';
import '@material/web/radio/radio.js';
import '@material/web/select/outlined-select.js';
import '@material/web/select/select-option.js';
import '@material/web/textfield/outlined-text-field.js';
import type { Zoo } from '../zoo.ts';

export const title = 'Plant a tree';

export async function mount(root: HTMLElement, zoo: Zoo): Promise<void> {
  root.innerHTML = `
    <md-outlined-text-field label="Your town" name="town"></md-outlined-text-field>
    <md-outlined-select label="Tree" name="tree">
      <md-select-option value="oak"><div slot="headline">Oak</div></md-select-option>
      <md-select-option value="lime"><div slot="headline">Lime</div></md-select-option>
      <md-select-option value="beech"><div slot="headline">Beech</div></md-select-option>
    </md-outlined-select>
    <label><md-checkbox touch-target="wrapper" name="watered"></md-checkbox> Water it for me</label>`;
  const tree: Record<string, unknown> = { town: '', tree: '', watered: false };
  root.addEventListener('input', (event) => {
    const { name, value } = event.target as HTMLInputElement;
    if (name === 'town') tree.town = value;
  });
  root.addEventListener('change', (event) => {
    const { name, value, checked } = event.target as HTMLInputElement;
    if (name === 'watered') tree.watered = checked;
    else tree[name] = value;
  });
  zoo.state(() => tree);
  await customElements.whenDefined('md-outlined-select');
}
