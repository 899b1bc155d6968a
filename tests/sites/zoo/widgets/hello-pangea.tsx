import { DragDropContext, Draggable, Droppable, type DropResult } from '@hello-pangea/dnd';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'Plan the sprint';

type Board = Record<string, string[]>;

function Column({ name, cards }: { name: string; cards: string[] }) {
  return (
    <Droppable droppableId={name}>
      {(provided) => (
        <section
          aria-label={name}
          ref={provided.innerRef}
          {...provided.droppableProps}
          style={{ width: 200, minHeight: 240, padding: 8, border: '1px solid #ccc' }}
        >
          <h2>{name}</h2>
          {cards.map((card, index) => (
            <Draggable key={card} draggableId={card} index={index}>
              {(drag) => (
                <div ref={drag.innerRef} {...drag.draggableProps} {...drag.dragHandleProps}>
                  <p>{card}</p>
                </div>
              )}
            </Draggable>
          ))}
          {provided.placeholder}
        </section>
      )}
    </Droppable>
  );
}

function Sprint({ zoo }: { zoo: Zoo }) {
  const [board, setBoard] = useState<Board>({ Open: ['Login page', 'Search box'], Closed: ['Footer'] });
  zoo.state(() => board);
  const move = ({ source, destination, draggableId }: DropResult): void => {
    if (!destination) return;
    const next: Board = { ...board };
    next[source.droppableId] = next[source.droppableId]!.filter((card) => card !== draggableId);
    next[destination.droppableId] = next[destination.droppableId]!.toSpliced(
      destination.index,
      0,
      draggableId,
    );
    setBoard(next);
  };
  return (
    <DragDropContext onDragEnd={move}>
      <div style={{ display: 'flex', gap: 16 }}>
        {Object.entries(board).map(([name, cards]) => (
          <Column key={name} name={name} cards={cards} />
        ))}
      </div>
    </DragDropContext>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Sprint zoo={zoo} />);
}
