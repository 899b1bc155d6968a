import AutoComplete from '@tarekraafat/autocomplete.js';
import '@tarekraafat/autocomplete.js/dist/css/autoComplete.02.css';
import type { Zoo } from '../zoo.ts';

export const title = 'Find a station';

const STATIONS = ['Basel', 'Berlin', 'Bern', 'Bergen', 'Bologna', 'Bordeaux', 'Brussels'];
const ANSWER_MS = 200;

/** Searched for on a slow server, once the typing has paused. */
async function findStations(query: string): Promise<string[]> {
  await new Promise((answered) => setTimeout(answered, ANSWER_MS));
  return STATIONS.filter((station) => station.toLowerCase().startsWith(query.toLowerCase()));
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  root.innerHTML =
    '<label for="station">Station</label><input id="station" type="search" autocomplete="off">';
  let station: string | null = null;
  const field: AutoComplete = new AutoComplete({
    selector: '#station',
    debounce: 300,
    data: { src: findStations, cache: false },
    resultItem: { highlight: true },
    events: {
      input: {
        selection: ({ detail }: CustomEvent<{ selection: { value: string } }>) => {
          station = detail.selection.value;
          field.input.value = station;
        },
      },
    },
  });
  zoo.state(() => ({ station }));
}
