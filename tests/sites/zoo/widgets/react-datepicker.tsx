import { useState } from 'react';
import DatePicker from 'react-datepicker';
import 'react-datepicker/dist/react-datepicker.css';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'See a doctor';

function Appointment({ zoo }: { zoo: Zoo }) {
  const [day, setDay] = useState<Date | null>(null);
  zoo.state(() => ({ day: day?.toLocaleDateString('sv') ?? null }));
  return (
    <>
      <label htmlFor="appointment">Appointment</label>
      <DatePicker
        id="appointment"
        selected={day}
        onChange={setDay}
        dateFormat="dd.MM.yyyy"
        showMonthDropdown
        showYearDropdown
        dropdownMode="select"
      />
    </>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Appointment zoo={zoo} />);
}
