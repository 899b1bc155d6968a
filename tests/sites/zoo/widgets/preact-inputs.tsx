/** @jsxImportSource preact */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import type { Zoo } from '../zoo.ts';

export const title = 'Book a table';

function Booking({ zoo }: { zoo: Zoo }) {
  const [guests, setGuests] = useState(2);
  const [seat, setSeat] = useState('inside');
  const [wish, setWish] = useState('');
  zoo.state(() => ({ guests, seat, wish }));
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <label>
        Guests{' '}
        <input
          type="number"
          min={1}
          max={12}
          value={guests}
          onInput={(event) => setGuests(event.currentTarget.valueAsNumber)}
        />
      </label>
      <fieldset>
        <legend>Seat</legend>
        {['inside', 'terrace'].map((place) => (
          <label key={place}>
            <input type="radio" name="seat" checked={seat === place} onChange={() => setSeat(place)} />{' '}
            {place}
          </label>
        ))}
      </fieldset>
      <label>
        Special wishes <input value={wish} onInput={(event) => setWish(event.currentTarget.value)} />
      </label>
    </form>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  render(<Booking zoo={zoo} />, root);
}
