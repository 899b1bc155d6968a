import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, type Key } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'Assign the ticket';

interface Person {
  id: string;
  name: string;
}

const PEOPLE: Person[] = ['Ada Lovelace', 'Alan Turing', 'Anita Borg', 'Annie Easley'].map((name) => ({
  id: name.toLowerCase().replace(' ', '-'),
  name,
}));
const PAUSE_MS = 250;
const ANSWER_MS = 200;

function useSearch(query: string): Person[] {
  const [found, setFound] = useState<Person[]>([]);
  const [asked, setAsked] = useState<{ query: string; timer: ReturnType<typeof setTimeout> }>();
  if (asked?.query !== query) {
    clearTimeout(asked?.timer);
    const answer = (): void =>
      setFound(PEOPLE.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase())));
    setAsked({ query, timer: setTimeout(answer, PAUSE_MS + ANSWER_MS) });
  }
  return found;
}

function Assignee({ zoo }: { zoo: Zoo }) {
  const [query, setQuery] = useState('');
  const [assignee, setAssignee] = useState<Key | null>(null);
  const people = useSearch(query);
  zoo.state(() => ({ assignee }));
  // Where both values are the application's, it says what is shown once one is chosen.
  const assign = (id: Key | null): void => {
    setAssignee(id);
    setQuery(PEOPLE.find((person) => person.id === id)?.name ?? '');
  };
  return (
    <ComboBox
      items={people}
      inputValue={query}
      onInputChange={setQuery}
      selectedKey={assignee}
      onSelectionChange={assign}
      allowsEmptyCollection
    >
      <Label>Assignee</Label>
      <Input />
      <Popover>
        <ListBox<Person>>{({ id, name }) => <ListBoxItem id={id}>{name}</ListBoxItem>}</ListBox>
      </Popover>
    </ComboBox>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Assignee zoo={zoo} />);
}
