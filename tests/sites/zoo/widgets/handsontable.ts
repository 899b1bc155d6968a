import Handsontable from 'handsontable';
import 'handsontable/styles/handsontable.css';
import 'handsontable/styles/ht-theme-main.css';
import type { Zoo } from '../zoo.ts';

export const title = 'Time sheet';

export function mount(root: HTMLElement, zoo: Zoo): void {
  const table = new Handsontable(root, {
    data: [
      ['Ada', 7.5, 'office'],
      ['Grace', 8, 'home'],
      ['Edsger', 6, 'office'],
    ],
    colHeaders: ['Name', 'Hours', 'Place'],
    columns: [{}, { type: 'numeric' }, { type: 'dropdown', source: ['office', 'home', 'field'] }],
    rowHeaders: true,
    themeName: 'ht-theme-main',
    licenseKey: 'non-commercial-and-evaluation',
  });
  zoo.state(() => ({ rows: table.getData() }));
}
