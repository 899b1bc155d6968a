import { Accordion, AlertDialog, Checkbox, DropdownMenu, Label, Select, Tabs } from 'radix-ui';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'Photo settings';

function Photos({ zoo }: { zoo: Zoo }) {
  const [size, setSize] = useState('');
  const [done, setDone] = useState<string[]>([]);
  const [grid, setGrid] = useState(false);
  const [keep, setKeep] = useState<boolean | 'indeterminate'>(false);
  const [tab, setTab] = useState('general');
  const [section, setSection] = useState('');
  zoo.state(() => ({ size, done, grid, keep, tab, section }));
  const note = (what: string) => () => setDone((before) => [...before, what]);
  return (
    <>
      <p id="size-label">Size</p>
      <Select.Root value={size} onValueChange={setSize}>
        <Select.Trigger aria-labelledby="size-label">
          <Select.Value placeholder="Select a size…" />
        </Select.Trigger>
        <Select.Portal>
          <Select.Content>
            <Select.Viewport>
              {['Small', 'Medium', 'Large'].map((name) => (
                <Select.Item key={name} value={name.toLowerCase()}>
                  <Select.ItemText>{name}</Select.ItemText>
                </Select.Item>
              ))}
            </Select.Viewport>
          </Select.Content>
        </Select.Portal>
      </Select.Root>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger>More actions</DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content>
            <DropdownMenu.Item onSelect={note('rotated')}>Rotate</DropdownMenu.Item>
            <DropdownMenu.CheckboxItem checked={grid} onCheckedChange={setGrid}>
              Show grid
            </DropdownMenu.CheckboxItem>
            <DropdownMenu.Sub>
              <DropdownMenu.SubTrigger>Export as</DropdownMenu.SubTrigger>
              <DropdownMenu.Portal>
                <DropdownMenu.SubContent>
                  <DropdownMenu.Item onSelect={note('exported png')}>PNG</DropdownMenu.Item>
                  <DropdownMenu.Item onSelect={note('exported webp')}>WebP</DropdownMenu.Item>
                </DropdownMenu.SubContent>
              </DropdownMenu.Portal>
            </DropdownMenu.Sub>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <div>
        <Checkbox.Root id="keep" checked={keep} onCheckedChange={setKeep}>
          <Checkbox.Indicator>✓</Checkbox.Indicator>
        </Checkbox.Root>
        <Label.Root htmlFor="keep">Keep the original</Label.Root>
      </div>
      <AlertDialog.Root>
        <AlertDialog.Trigger>Empty the album</AlertDialog.Trigger>
        <AlertDialog.Portal>
          <AlertDialog.Overlay style={{ position: 'fixed', inset: 0, background: 'rgb(0 0 0 / 40%)' }} />
          <AlertDialog.Content
            style={{ position: 'fixed', top: '40%', left: '30%', background: 'white', padding: 24 }}
          >
            <AlertDialog.Title>Empty the album?</AlertDialog.Title>
            <AlertDialog.Description>The pictures stay in your library.</AlertDialog.Description>
            <AlertDialog.Cancel>Cancel</AlertDialog.Cancel>
            <AlertDialog.Action onClick={note('emptied')}>Yes, empty it</AlertDialog.Action>
          </AlertDialog.Content>
        </AlertDialog.Portal>
      </AlertDialog.Root>
      <Tabs.Root value={tab} onValueChange={setTab}>
        <Tabs.List aria-label="Sections">
          <Tabs.Trigger value="general">General</Tabs.Trigger>
          <Tabs.Trigger value="colours">Colours</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="general">Ordinary things.</Tabs.Content>
        <Tabs.Content value="colours">Brightness and contrast.</Tabs.Content>
      </Tabs.Root>
      <Accordion.Root type="single" collapsible value={section} onValueChange={setSection}>
        {['Where are my pictures?', 'Who can see them?'].map((question) => (
          <Accordion.Item key={question} value={question}>
            <Accordion.Header>
              <Accordion.Trigger>{question}</Accordion.Trigger>
            </Accordion.Header>
            <Accordion.Content>On this machine only.</Accordion.Content>
          </Accordion.Item>
        ))}
      </Accordion.Root>
    </>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Photos zoo={zoo} />);
}
