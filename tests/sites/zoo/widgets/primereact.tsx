import 'primereact/resources/themes/lara-light-blue/theme.css';
import { Calendar } from 'primereact/calendar';
import { Dropdown } from 'primereact/dropdown';
import { MultiSelect } from 'primereact/multiselect';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'City trip';

const CITIES = ['New York', 'Rome', 'London', 'Istanbul', 'Paris'].map((name) => ({
  name,
  code: name.slice(0, 2),
}));

function Trip({ zoo }: { zoo: Zoo }) {
  const [city, setCity] = useState<{ name: string } | null>(null);
  const [sights, setSights] = useState<string[]>([]);
  const [day, setDay] = useState<Date | null | undefined>(null);
  zoo.state(() => ({ city: city?.name ?? null, sights, day: day?.toLocaleDateString('sv') ?? null }));
  return (
    <>
      <label htmlFor="city">City</label>
      <Dropdown
        inputId="city"
        value={city}
        onChange={(event) => setCity(event.value)}
        options={CITIES}
        optionLabel="name"
        placeholder="Select a city"
      />
      <label htmlFor="sights">Sights</label>
      <MultiSelect
        inputId="sights"
        value={sights}
        onChange={(event) => setSights(event.value)}
        options={['Museum', 'Castle', 'Market', 'Harbour']}
        filter
        placeholder="Select sights"
      />
      <label htmlFor="travel-day">Travel day</label>
      <Calendar
        inputId="travel-day"
        value={day}
        onChange={(event) => setDay(event.value)}
        dateFormat="dd/mm/yy"
      />
    </>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Trip zoo={zoo} />);
}
