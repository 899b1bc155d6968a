import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'Order the playlist';

function Song({ id }: { id: string }) {
  const { attributes, listeners, setNodeRef, transform, transition } = useSortable({ id });
  const style = {
    transform: transform ? `translate(${transform.x}px, ${transform.y}px)` : undefined,
    transition,
    padding: 8,
    border: '1px solid #ccc',
    maxWidth: 240,
    touchAction: 'none',
  };
  return (
    <div ref={setNodeRef} style={style} {...attributes} {...listeners}>
      {id}
    </div>
  );
}

function Playlist({ zoo }: { zoo: Zoo }) {
  const [songs, setSongs] = useState(['Alpha', 'Bravo', 'Charlie', 'Delta']);
  const sensors = useSensors(
    useSensor(PointerSensor),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  zoo.state(() => ({ songs }));
  const move = ({ active, over }: DragEndEvent): void => {
    if (!over || active.id === over.id) return;
    setSongs(arrayMove(songs, songs.indexOf(String(active.id)), songs.indexOf(String(over.id))));
  };
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={move}>
      <SortableContext items={songs} strategy={verticalListSortingStrategy}>
        {songs.map((id) => (
          <Song key={id} id={id} />
        ))}
      </SortableContext>
    </DndContext>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Playlist zoo={zoo} />);
}
