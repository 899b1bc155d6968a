import { useState } from 'react';
import { Tree } from 'react-arborist';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'Move to a folder';

interface Folder {
  id: string;
  name: string;
  children?: Folder[];
}

const FOLDERS: Folder[] = [
  { id: 'inbox', name: 'Inbox' },
  {
    id: 'projects',
    name: 'Projects',
    children: [
      { id: 'bridge', name: 'Bridge' },
      { id: 'tunnel', name: 'Tunnel' },
    ],
  },
  { id: 'archive', name: 'Archive', children: [{ id: 'old', name: 'Old letters' }] },
];

function FolderTree({ zoo }: { zoo: Zoo }) {
  const [chosen, setChosen] = useState<string | null>(null);
  zoo.state(() => ({ chosen }));
  return (
    <Tree<Folder>
      data={FOLDERS}
      openByDefault={false}
      onSelect={(nodes) => setChosen(nodes[0]?.id ?? null)}
      width={400}
      height={300}
    />
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<FolderTree zoo={zoo} />);
}
