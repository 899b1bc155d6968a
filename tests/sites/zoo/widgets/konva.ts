import Konva from 'konva';
import type { Zoo } from '../zoo.ts';

export const title = 'Book a seat';

/** Everything is painted: only the pointer's place tells which seat is meant, or which piece is moved. */
export function mount(root: HTMLElement, zoo: Zoo): void {
  root.innerHTML = '<div id="hall"></div>';
  const stage = new Konva.Stage({ container: 'hall', width: 400, height: 200 });
  const layer = new Konva.Layer();
  stage.add(layer);
  const booked: string[] = [];
  for (const [index, seat] of ['A', 'B', 'C'].entries()) {
    const circle = new Konva.Circle({ x: 60 + index * 80, y: 60, radius: 24, fill: 'steelblue' });
    circle.on('click', () => booked.push(seat));
    layer.add(circle);
  }
  const bag = new Konva.Rect({ x: 40, y: 140, width: 40, height: 40, fill: 'tomato', draggable: true });
  layer.add(bag);
  zoo.state(() => ({ booked, bagMoved: Math.round(bag.x() - 40) }));
}
