import noUiSlider from 'nouislider';
import 'nouislider/dist/nouislider.css';
import type { Zoo } from '../zoo.ts';

export const title = 'Filter by price';

/** Two thumbs on one bar; the values count when a thumb is let go. */
export function mount(root: HTMLElement, zoo: Zoo): void {
  root.innerHTML = '<div id="price" style="margin: 48px"></div>';
  const slider = noUiSlider.create(root.querySelector<HTMLElement>('#price')!, {
    start: [20, 80],
    connect: true,
    step: 5,
    range: { min: 0, max: 100 },
    handleAttributes: [{ 'aria-label': 'Lowest price' }, { 'aria-label': 'Highest price' }],
  });
  let price = [20, 80];
  slider.on('change', (values) => (price = values.map(Number)));
  zoo.state(() => ({ price }));
}
