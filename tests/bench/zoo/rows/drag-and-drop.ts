import { drag, line, type ZooRow } from '../row.ts';

/** The browser's own drag and drop, and what libraries make of pointer moves instead. */
export const DRAG_ROWS: ZooRow[] = [
  {
    id: 'sortable',
    library: 'SortableJS',
    wants: 'This week, do Print before Plant',
    steps: [drag(line('listitem', 'Print'), line('listitem', 'Plant'))],
    state: { thisWeek: ['Paint', 'Print', 'Plant', 'Polish'] },
  },
  {
    id: 'sortable/fallback',
    library: 'SortableJS',
    wants: 'Next week, do Bake after Braid',
    steps: [drag(line('listitem', 'Bake'), line('listitem', 'Braid'))],
    state: { nextWeek: ['Brew', 'Braid', 'Bake', 'Build'] },
  },
  {
    id: 'dnd-kit',
    library: 'dnd kit',
    wants: 'Play Delta first',
    steps: [drag(line('button', 'Delta'), line('button', 'Alpha'))],
    state: { songs: ['Delta', 'Alpha', 'Bravo', 'Charlie'] },
  },
  {
    id: 'hello-pangea',
    library: '@hello-pangea/dnd',
    wants: 'Close the search box',
    steps: [drag(line('button', 'Search box'), line('button', 'Footer'))],
    state: { Open: ['Login page'], Closed: ['Search box', 'Footer'] },
  },
  {
    id: 'pragmatic-drag-and-drop',
    library: 'Pragmatic drag and drop',
    wants: 'Move Fix bug to Done, a column with nothing in it yet',
    steps: [drag(line('clickable', 'Fix bug'), line('region', 'Done'))],
    state: { 'Fix bug': 'Done', 'Write tests': 'To do' },
  },
  {
    id: 'react-dnd',
    library: 'React DnD',
    wants: 'Put the towel into the backpack',
    steps: [drag(line('clickable', 'Towel'), line('region', 'Backpack'))],
    state: { Camera: 'Suitcase', Towel: 'Backpack' },
  },
];
