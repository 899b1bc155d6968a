import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import Select, { type MultiValue, type SingleValue } from 'react-select';
import CreatableSelect from 'react-select/creatable';
import type { Zoo } from '../zoo.ts';

export const title = 'Order ice cream';

interface Option {
  value: string;
  label: string;
}

const FLAVOURS: Option[] = ['Chocolate', 'Strawberry', 'Vanilla', 'Pistachio', 'Salted caramel'].map(
  (label) => ({
    value: label.toLowerCase(),
    label,
  }),
);
const TOPPINGS: Option[] = ['Nuts', 'Sprinkles', 'Whipped cream', 'Cherries'].map((label) => ({
  value: label.toLowerCase(),
  label,
}));

function Order({ zoo }: { zoo: Zoo }) {
  const [flavour, setFlavour] = useState<SingleValue<Option>>(null);
  const [toppings, setToppings] = useState<MultiValue<Option>>([]);
  const [allergies, setAllergies] = useState<MultiValue<Option>>([]);
  zoo.state(() => ({
    flavour: flavour?.value ?? null,
    toppings: toppings.map(({ value }) => value),
    allergies: allergies.map(({ value }) => value),
  }));
  return (
    <>
      <label htmlFor="flavour">Flavour</label>
      <Select inputId="flavour" options={FLAVOURS} value={flavour} onChange={setFlavour} />
      <label htmlFor="toppings">Toppings</label>
      <Select isMulti inputId="toppings" options={TOPPINGS} value={toppings} onChange={setToppings} />
      <label htmlFor="allergies">Allergies</label>
      <CreatableSelect isMulti inputId="allergies" options={[]} value={allergies} onChange={setAllergies} />
    </>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Order zoo={zoo} />);
}
