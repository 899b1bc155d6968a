import { driver } from 'driver.js';
import 'driver.js/dist/driver.css';
import type { Zoo } from '../zoo.ts';

export const title = 'A tour of the new page';

/** A tour lies over the whole page; what is under it is still there, and still looks like something to click. */
export function mount(root: HTMLElement, zoo: Zoo): void {
  let subscribed = 0;
  root.innerHTML = '<h2 id="news">News</h2><button type="button">Subscribe</button>';
  root.querySelector('button')!.addEventListener('click', () => subscribed++);
  const tour = driver({
    allowClose: false,
    animate: false,
    steps: [{ element: '#news', popover: { title: 'Welcome', description: 'This is where the news is.' } }],
  });
  tour.drive();
  zoo.state(() => ({ subscribed, isTouring: tour.isActive() }));
}
