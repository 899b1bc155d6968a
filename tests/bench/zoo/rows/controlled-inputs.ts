import { choose, fillForm, line, setChecked, typeText, type ZooRow } from '../row.ts';

/** Fields whose value a framework holds: what is typed counts only when the framework has heard of it. */
export const CONTROLLED_INPUT_ROWS: ZooRow[] = [
  {
    id: 'react-inputs',
    library: 'React',
    wants: 'Make my name Ada Lovelace, write two lines about me, move me to Peru and send me news',
    steps: [
      typeText(line('textbox', 'Full name'), 'Ada Lovelace'),
      typeText(line('textbox', 'About you'), 'Countess.\nWrites programs.'),
      choose(line('combobox', 'Country'), 'Peru'),
      setChecked(line('checkbox', 'Send me news'), true),
    ],
    state: { name: 'Ada Lovelace', bio: 'Countess.\nWrites programs.', country: 'Peru', news: true },
  },
  {
    id: 'react-inputs/form',
    library: 'React',
    wants: 'Fill in the form: Ada Lovelace, "Countess.", Kenya, with news',
    steps: [
      fillForm(
        [line('textbox', 'Full name'), 'Ada Lovelace'],
        [line('textbox', 'About you'), 'Countess.'],
        [line('combobox', 'Country'), 'Kenya'],
        [line('checkbox', 'Send me news'), 'yes'],
      ),
    ],
    state: { name: 'Ada Lovelace', bio: 'Countess.', country: 'Kenya', news: true },
  },
];
