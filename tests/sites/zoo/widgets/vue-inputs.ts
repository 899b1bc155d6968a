import { createApp, defineComponent, reactive } from 'vue';
import type { Zoo } from '../zoo.ts';

export const title = 'Report a lost parcel';

export function mount(root: HTMLElement, zoo: Zoo): void {
  const parcel = reactive({ number: '', weight: 0, reason: '', kinds: [] as string[], details: '' });
  zoo.state(() => parcel);
  const Report = defineComponent({
    setup: () => ({ parcel }),
    template: `
      <label>Parcel number <input v-model.trim="parcel.number"></label>
      <label>Weight in kg <input type="number" step="0.1" v-model.number="parcel.weight"></label>
      <label>Reason
        <select v-model="parcel.reason">
          <option disabled value="">Please select one</option>
          <option value="late">It is late</option>
          <option value="damaged">It came damaged</option>
        </select>
      </label>
      <label><input type="checkbox" value="fragile" v-model="parcel.kinds"> Fragile</label>
      <label><input type="checkbox" value="liquid" v-model="parcel.kinds"> Liquid</label>
      <label>Details <textarea v-model.lazy="parcel.details"></textarea></label>`,
  });
  createApp(Report).mount(root);
}
