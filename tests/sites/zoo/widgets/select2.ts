import jQuery from 'jquery';
import installSelect2 from 'select2';
import 'select2/dist/css/select2.css';
import type { Zoo } from '../zoo.ts';

export const title = 'Ship to';

const STATES = ['Alabama', 'Alaska', 'Oregon', 'Texas', 'Vermont', 'Wyoming'];

/** The element with the plugin on it. */
function select2(element: Element, options: Record<string, unknown> = {}): ReturnType<typeof jQuery> {
  if (!('select2' in jQuery.fn)) installSelect2(window, jQuery);
  const wrapped = jQuery(element) as ReturnType<typeof jQuery> & { select2(given: object): void };
  wrapped.select2(options);
  return wrapped;
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  const options = STATES.map((name) => `<option>${name}</option>`).join('');
  root.innerHTML = `
    <label for="state">State</label>
    <select id="state" style="width: 300px">${options}</select>
    <label for="tags">Labels</label>
    <select id="tags" multiple style="width: 300px"><option>Fragile</option><option>Heavy</option><option>Gift</option></select>`;
  const held = { state: 'Alabama' as unknown, labels: [] as unknown };
  const state = select2(root.querySelector('#state')!);
  state.on('change', () => (held.state = state.val()));
  const labels = select2(root.querySelector('#tags')!, { tags: true });
  labels.on('change', () => (held.labels = labels.val()));
  zoo.state(() => held);
}
