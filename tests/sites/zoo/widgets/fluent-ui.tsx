import {
  Combobox,
  Dropdown,
  Field,
  FluentProvider,
  Option,
  SpinButton,
  webLightTheme,
} from '@fluentui/react-components';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'Adopt a pet';

const ANIMALS = ['Cat', 'Caterpillar', 'Dog', 'Ferret', 'Fish', 'Hamster', 'Snake'];

function Adoption({ zoo }: { zoo: Zoo }) {
  const [animal, setAnimal] = useState('');
  const [shelter, setShelter] = useState('');
  const [age, setAge] = useState<number | null | undefined>(1);
  zoo.state(() => ({ animal, shelter, age }));
  return (
    <FluentProvider theme={webLightTheme}>
      <Field label="Animal">
        <Dropdown
          placeholder="Select an animal"
          onOptionSelect={(_, { optionText }) => setAnimal(optionText ?? '')}
        >
          {ANIMALS.map((name) => (
            <Option key={name}>{name}</Option>
          ))}
        </Dropdown>
      </Field>
      <Field label="Shelter">
        <Combobox
          placeholder="Select a shelter"
          onOptionSelect={(_, { optionText }) => setShelter(optionText ?? '')}
        >
          {['Harbour', 'Old Mill', 'Station'].map((name) => (
            <Option key={name}>{name}</Option>
          ))}
        </Combobox>
      </Field>
      <Field label="Age">
        <SpinButton
          value={age ?? null}
          min={0}
          max={20}
          onChange={(_, { value, displayValue }) => setAge(value ?? Number(displayValue))}
        />
      </Field>
    </FluentProvider>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Adoption zoo={zoo} />);
}
