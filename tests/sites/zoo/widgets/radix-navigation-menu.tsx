import { NavigationMenu } from 'radix-ui';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'A shop with a mega-menu';

const DEPARTMENTS = {
  Garden: ['Spades', 'Seeds', 'Lanterns'],
  Kitchen: ['Kettles', 'Pans', 'Knives'],
};

function Shop({ zoo }: { zoo: Zoo }) {
  const [page, setPage] = useState('Home');
  zoo.state(() => ({ page }));
  return (
    <>
      <NavigationMenu.Root aria-label="Departments">
        <NavigationMenu.List style={{ display: 'flex', listStyle: 'none' }}>
          {Object.entries(DEPARTMENTS).map(([department, pages]) => (
            <NavigationMenu.Item key={department}>
              {/* A click closes what the pointer has opened; the menu is meant to be hovered. */}
              <NavigationMenu.Trigger>{department}</NavigationMenu.Trigger>
              <NavigationMenu.Content>
                {pages.map((name) => (
                  <NavigationMenu.Link key={name} href={`#${name}`} onSelect={() => setPage(name)} asChild>
                    <a style={{ display: 'block' }}>{name}</a>
                  </NavigationMenu.Link>
                ))}
              </NavigationMenu.Content>
            </NavigationMenu.Item>
          ))}
        </NavigationMenu.List>
        <NavigationMenu.Viewport />
      </NavigationMenu.Root>
      <p>You are at: {page}</p>
    </>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Shop zoo={zoo} />);
}
