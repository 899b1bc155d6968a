import Slider from 'rc-slider';
import 'rc-slider/assets/index.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'Set the heating';

function Heating({ zoo }: { zoo: Zoo }) {
  const [temperature, setTemperature] = useState(18);
  const [hours, setHours] = useState([6, 22]);
  zoo.state(() => ({ temperature, hours }));
  return (
    <div style={{ margin: 48 }}>
      <Slider
        min={10}
        max={30}
        step={0.5}
        value={temperature}
        onChange={(value) => setTemperature(value as number)}
        ariaLabelForHandle="Temperature"
      />
      <br />
      <Slider
        range
        max={24}
        value={hours}
        onChange={(value) => setHours(value as number[])}
        ariaLabelForHandle={['On from', 'Off from']}
      />
    </div>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Heating zoo={zoo} />);
}
