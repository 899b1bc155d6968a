import { useState } from 'react';
import { DndProvider, useDrag, useDrop } from 'react-dnd';
import { HTML5Backend } from 'react-dnd-html5-backend';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'Pack the bags';

const BOX = { padding: 8, margin: 8, border: '1px solid #999' };

function Thing({ name }: { name: string }) {
  const [, drag] = useDrag(() => ({ type: 'thing', item: { name } }), [name]);
  return (
    <div ref={(element) => void drag(element)} style={BOX}>
      {name}
    </div>
  );
}

function Bag(props: { name: string; things: string[]; take: (thing: string) => void }) {
  const [{ isOver }, drop] = useDrop(
    () => ({
      accept: 'thing',
      drop: (item: { name: string }) => props.take(item.name),
      collect: (monitor) => ({ isOver: monitor.isOver() }),
    }),
    [props.take],
  );
  return (
    <div
      role="region"
      aria-label={props.name}
      ref={(element) => void drop(element)}
      style={{ ...BOX, width: 200, minHeight: 160, background: isOver ? '#eef' : undefined }}
    >
      {props.name}
      {props.things.map((thing) => (
        <Thing key={thing} name={thing} />
      ))}
    </div>
  );
}

function Packing({ zoo }: { zoo: Zoo }) {
  const [bagOf, setBagOf] = useState<Record<string, string>>({ Camera: 'Suitcase', Towel: 'Suitcase' });
  zoo.state(() => bagOf);
  return (
    <DndProvider backend={HTML5Backend}>
      {['Suitcase', 'Backpack'].map((bag) => (
        <Bag
          key={bag}
          name={bag}
          things={Object.keys(bagOf).filter((thing) => bagOf[thing] === bag)}
          take={(thing) => setBagOf((now) => ({ ...now, [thing]: bag }))}
        />
      ))}
    </DndProvider>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Packing zoo={zoo} />);
}
