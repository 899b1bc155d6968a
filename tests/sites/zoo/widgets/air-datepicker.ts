import AirDatepicker from 'air-datepicker';
import 'air-datepicker/air-datepicker.css';
import localeEn from 'air-datepicker/locale/en';
import type { Zoo } from '../zoo.ts';

export const title = 'Hire a boat';

export function mount(root: HTMLElement, zoo: Zoo): void {
  root.innerHTML = '<label for="start">First day</label><input id="start" readonly>';
  const start = new AirDatepicker(root.querySelector<HTMLInputElement>('#start')!, {
    locale: (localeEn as unknown as { default?: typeof localeEn }).default ?? localeEn,
    dateFormat: 'd MMM yyyy',
  });
  zoo.state(() => ({ start: start.selectedDates.map((date) => date.toLocaleDateString('sv')) }));
}
