import flatpickr from 'flatpickr';
import 'flatpickr/dist/flatpickr.css';
import type { Zoo } from '../zoo.ts';

export const title = 'Plan a delivery';

/** As the page's server would see the day, whatever the time zone. */
function isoDay(date: Date): string {
  return flatpickr.formatDate(date, 'Y-m-d');
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  root.innerHTML = `
    <label for="day">Delivery day</label><input id="day" placeholder="Select a day">
    <label for="away">Away from home</label><input id="away" placeholder="From - to">`;
  const day = flatpickr(root.querySelector<HTMLInputElement>('#day')!, { dateFormat: 'F j, Y' });
  const away = flatpickr(root.querySelector<HTMLInputElement>('#away')!, { mode: 'range' });
  zoo.state(() => ({ day: day.selectedDates.map(isoDay), away: away.selectedDates.map(isoDay) }));
}
