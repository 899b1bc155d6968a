import { choose, fillForm, line, setChecked, setDate, setValue, typeText, type ZooRow } from '../row.ts';

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
        [line('checkbox', 'Send me news'), true],
      ),
    ],
    state: { name: 'Ada Lovelace', bio: 'Countess.', country: 'Kenya', news: true },
  },
  {
    id: 'preact-inputs',
    library: 'Preact',
    wants: 'Seven guests on the terrace, with candles',
    steps: [
      typeText(line('spinbutton', 'Guests'), '7'),
      setChecked(line('radio', 'terrace'), true),
      typeText(line('textbox', 'Special wishes'), 'Candles'),
    ],
    state: { guests: 7, seat: 'terrace', wish: 'Candles' },
  },
  {
    id: 'vue-inputs',
    library: 'Vue',
    wants: 'Parcel AB 12, 2.5 kg, came damaged, fragile',
    steps: [
      typeText(line('textbox', 'Parcel number'), 'AB 12'),
      typeText(line('spinbutton', 'Weight in kg'), '2.5'),
      choose(line('combobox', 'Reason'), 'It came damaged'),
      setChecked(line('checkbox', 'Fragile'), true),
    ],
    state: { number: 'AB 12', weight: 2.5, reason: 'damaged', kinds: ['fragile'] },
  },
  {
    id: 'vue-inputs/lazy',
    library: 'Vue',
    wants: 'Details: the box is wet',
    steps: [typeText(line('textbox', 'Details'), 'The box is wet.')],
    state: { details: 'The box is wet.' },
  },
  {
    id: 'svelte-inputs',
    library: 'Svelte',
    wants: 'Send films and music every month to ada@example.org, 35 stories each',
    steps: [
      typeText(line('textbox', 'Email'), 'ada@example.org'),
      choose(line('combobox', 'How often'), 'Every month'),
      setChecked(line('checkbox', 'Music'), true),
      setChecked(line('checkbox', 'Films'), true),
      setValue(line('slider', 'Stories per letter'), '35'),
    ],
    state: { email: 'ada@example.org', interval: 'monthly', topics: ['music', 'films'], volume: 35 },
  },
  {
    id: 'angular-inputs',
    library: 'Angular',
    wants: 'Register the green bicycle F-77 of Ada, bought on 1 May 2026, stolen',
    steps: [
      typeText(line('textbox', 'Frame number'), 'F-77'),
      choose(line('combobox', 'Colour'), 'Green'),
      setDate(line('textbox', 'Bought on'), '2026-05-01'),
      setChecked(line('checkbox', 'It was stolen'), true),
      typeText(line('textbox', 'Owner'), 'Ada'),
    ],
    state: { frame: 'F-77', colour: 'green', bought: '2026-05-01', stolen: true, owner: 'Ada' },
  },
  {
    id: 'lit-inputs',
    library: 'Lit',
    wants: 'The room is the study, 4.2 m wide, heated',
    steps: [
      typeText(line('textbox', 'Room'), 'Study'),
      typeText(line('textbox', 'Width in metres'), '4.2'),
      setChecked(line('checkbox', 'Heated'), true),
    ],
    state: { name: 'Study', width: '4.2', heated: true },
  },
];
