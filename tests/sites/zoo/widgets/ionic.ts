import '@ionic/core/css/core.css';
import { initialize } from '@ionic/core/components';
import { defineCustomElement as defineAlert } from '@ionic/core/components/ion-alert.js';
import { defineCustomElement as defineApp } from '@ionic/core/components/ion-app.js';
import { defineCustomElement as defineItem } from '@ionic/core/components/ion-item.js';
import { defineCustomElement as defineList } from '@ionic/core/components/ion-list.js';
import { defineCustomElement as defineOption } from '@ionic/core/components/ion-select-option.js';
import { defineCustomElement as definePopover } from '@ionic/core/components/ion-popover.js';
import { defineCustomElement as defineSelect } from '@ionic/core/components/ion-select.js';
import { defineCustomElement as defineToggle } from '@ionic/core/components/ion-toggle.js';
import type { Zoo } from '../zoo.ts';

export const title = 'Pizza to go';

const PARTS = [
  defineAlert,
  defineApp,
  defineItem,
  defineList,
  defineOption,
  definePopover,
  defineSelect,
  defineToggle,
];

export async function mount(root: HTMLElement, zoo: Zoo): Promise<void> {
  initialize({ mode: 'md' });
  for (const define of PARTS) define();
  root.innerHTML = `
    <ion-list style="width: 400px">
      <ion-item>
        <ion-select label="Pizza" placeholder="Choose one" name="pizza">
          <ion-select-option value="margherita">Margherita</ion-select-option>
          <ion-select-option value="funghi">Funghi</ion-select-option>
          <ion-select-option value="diavola">Diavola</ion-select-option>
        </ion-select>
      </ion-item>
      <ion-item>
        <ion-select label="Drink" interface="popover" placeholder="Choose one" name="drink">
          <ion-select-option value="water">Water</ion-select-option>
          <ion-select-option value="cola">Cola</ion-select-option>
        </ion-select>
      </ion-item>
      <ion-item><ion-toggle name="cutlery">Cutlery</ion-toggle></ion-item>
    </ion-list>`;
  const pizza: Record<string, unknown> = { pizza: null, drink: null, cutlery: false };
  root.addEventListener('ionChange', (event) => {
    const { name } = event.target as HTMLElement & { name: string };
    const { value, checked } = (event as CustomEvent<{ value: unknown; checked?: boolean }>).detail;
    pizza[name] = checked ?? value;
  });
  zoo.state(() => pizza);
  await customElements.whenDefined('ion-select');
}
