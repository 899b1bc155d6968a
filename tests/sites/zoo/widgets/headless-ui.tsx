import {
  Combobox,
  ComboboxInput,
  ComboboxOption,
  ComboboxOptions,
  Field,
  Label,
  Listbox,
  ListboxButton,
  ListboxOption,
  ListboxOptions,
  Switch,
} from '@headlessui/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'Assign an issue';

const PEOPLE = ['Durward Reynolds', 'Kenton Towne', 'Therese Wunsch', 'Benedict Kessler', 'Katelyn Rohan'];

function Assignment({ zoo }: { zoo: Zoo }) {
  const [priority, setPriority] = useState('Normal');
  const [person, setPerson] = useState<string | null>(null);
  const [query, setQuery] = useState('');
  const [urgent, setUrgent] = useState(false);
  zoo.state(() => ({ priority, person, urgent }));
  const found = PEOPLE.filter((name) => name.toLowerCase().includes(query.toLowerCase()));
  return (
    <>
      <Field>
        <Label>Priority</Label>
        <Listbox value={priority} onChange={setPriority}>
          <ListboxButton>{priority}</ListboxButton>
          <ListboxOptions anchor="bottom" style={{ background: 'white' }}>
            {['Low', 'Normal', 'High'].map((name) => (
              <ListboxOption key={name} value={name}>
                {name}
              </ListboxOption>
            ))}
          </ListboxOptions>
        </Listbox>
      </Field>
      <Field>
        <Label>Assignee</Label>
        <Combobox value={person} onChange={setPerson} onClose={() => setQuery('')}>
          <ComboboxInput onChange={(event) => setQuery(event.target.value)} />
          <ComboboxOptions anchor="bottom" style={{ background: 'white' }}>
            {found.map((name) => (
              <ComboboxOption key={name} value={name}>
                {name}
              </ComboboxOption>
            ))}
          </ComboboxOptions>
        </Combobox>
      </Field>
      <Field>
        <Label>Urgent</Label>
        <Switch checked={urgent} onChange={setUrgent} style={{ width: 40, height: 24 }} />
      </Field>
    </>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Assignment zoo={zoo} />);
}
