import { Menu } from 'antd';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'An office with a hover menu';

const ITEMS = [
  { key: 'home', label: 'Home' },
  {
    key: 'reports',
    label: 'Reports',
    children: [
      { key: 'weekly', label: 'Weekly report' },
      { key: 'more', label: 'More reports', children: [{ key: 'yearly', label: 'Yearly report' }] },
    ],
  },
];

function Office({ zoo }: { zoo: Zoo }) {
  const [page, setPage] = useState('home');
  zoo.state(() => ({ page }));
  return <Menu mode="horizontal" items={ITEMS} selectedKeys={[page]} onClick={({ key }) => setPage(key)} />;
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Office zoo={zoo} />);
}
