import { click, hover, line, type ZooRow } from '../row.ts';

/** Menus that open under the pointer. */
export const HOVER_MENU_ROWS: ZooRow[] = [
  {
    id: 'radix-navigation-menu',
    library: 'Radix Primitives',
    wants: 'Go to the pans',
    steps: [hover(line('button', 'Kitchen')), click(line('link', 'Pans'))],
    state: { page: 'Pans' },
  },
  {
    id: 'antd-menu',
    library: 'Ant Design',
    wants: 'Open the yearly report',
    steps: [
      hover(line('menuitem', 'Reports')),
      hover(line('menuitem', 'More reports')),
      click(line('menuitem', 'Yearly report')),
    ],
    state: { page: 'yearly' },
  },
  {
    id: 'css-hover-menu',
    library: 'Pure.css',
    wants: 'I want to contact them by phone',
    steps: [hover(line('link', 'Contact▾')), click(line('link', 'By phone'))],
    state: { hash: '#phone' },
  },
];
