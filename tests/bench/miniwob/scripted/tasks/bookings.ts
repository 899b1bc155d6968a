import { middleOf, type Place } from '../places.ts';
import { click, pressKeys, stroke, typeText, type Scripts } from '../script.ts';
import type { Sight } from '../sight.ts';

/** A flight, and an hour in a calendar. */
export const BOOKING_SCRIPTS: Scripts = {
  'book-flight': bookFlight,
  'book-flight-nodelay': bookFlight,
  'daily-calendar': async function* (sight) {
    const [, amount = '', unit = '', name = '', from = '', to = ''] =
      /Create a (\S+) (\w+) event named "(.*)", between (\w+) and (\w+)/.exec(sight.task) ?? [];
    const halves = unit.startsWith('min') ? Number(amount) / 30 : Number(amount) * 2;
    for (let turn = 0; turn < 20; turn += 1) {
      const { free, area } = await seeHalfHours(sight);
      const [start, end] = [halfHourOf(from), halfHourOf(to)];
      const first = free.find(({ index, place }) => {
        const wanted = free.filter((one) => one.index >= index && one.index < index + halves);
        const isSeen =
          place.top >= area.top && (wanted.at(-1)?.place.top ?? 0) + place.height <= area.top + area.height;
        return index >= start && index + halves <= end && wanted.length === halves && isSeen;
      });
      if (first === undefined) {
        yield [{ name: 'scroll', args: { direction: 'down', pages: 0.5 } }];
        continue;
      }
      const [x, y] = middleOf(first.place);
      const height =
        (free.find(({ index }) => index === first.index + 1)?.place.top ?? first.place.top + 20) -
        first.place.top;
      const last = y + (halves - 1) * height;
      // Once more where it ends: by then the new event lies under the pointer and takes the release.
      yield [stroke([x, y], [x, last + 3], [x, last + 6])];
      break;
    }
    yield [typeText(sight.things('textbox').at(-1)?.ref ?? '', name), click(sight.refOf('button', 'Create'))];
  },
};

async function* bookFlight(sight: Sight) {
  const [, wanted = '', from = '', to = '', month = '', day = '', year = ''] =
    /the (\w+) one-way flight from: (.*) to: (.*) on (\d+)\/(\d+)\/(\d+)/.exec(sight.task) ?? [];
  const [origin, destination, date] = sight.things('textbox').map(({ ref }) => ref);
  const set = { name: 'set_date', args: { ref: date ?? '', date: `${year}-${month}-${day}` } };
  yield* complete(sight, origin ?? '', from);
  yield* complete(sight, destination ?? '', to);
  yield [set, click(sight.refOf('button', 'Search'))];
  const flights = sight.things('button').filter(({ name }) => name.startsWith('Book flight'));
  const durations = [...sight.news.matchAll(/(\d+)h (\d+)m/g)].map(([, h, m]) => Number(h) * 60 + Number(m));
  const costs = flights.map(({ name }) => Number(/\$(\d+)/.exec(name)?.[1]));
  const measures = wanted === 'cheapest' ? costs : durations;
  yield [click(flights[measures.indexOf(Math.min(...measures))]?.ref ?? '')];
}

/** Key by key, because a field that is left closes its list; then down to what is meant of what is suggested. */
async function* complete(sight: Sight, field: string, text: string) {
  const keys = [...text].map((key) => (key === ' ' ? 'Space' : key)).join(' ');
  yield [pressKeys(keys, field), { name: 'wait_for', args: { seconds: 1 } }];
  const lines = sight.news.split('\n').filter((line) => line.includes('listitem'));
  const offered = lines.flatMap((line) => [...line.matchAll(/"(.*?)"/g)].map(([, name = '']) => name));
  const place = offered.findIndex((name) => name.startsWith(text) || name.includes(`(${text})`));
  yield [pressKeys(`${'ArrowDown '.repeat(place + 1)}Enter`, field)];
}

/** "12PM" as the number of half hours since midnight. */
function halfHourOf(time: string): number {
  const [, hour = '', half = ''] = /(\d+)(AM|PM)/i.exec(time) ?? [];
  return ((Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0)) * 2;
}

/** Lines of the calendar without an event on them. */
function seeHalfHours(sight: Sight): Promise<{ free: { index: number; place: Place }[]; area: Place }> {
  return sight.look(() => {
    const placeOf = (element: Element) => element.getBoundingClientRect().toJSON() as Place;
    const events = [...document.querySelectorAll('.event')].map(placeOf);
    const isFree = ({ top, height }: Place) =>
      events.every((event) => event.top >= top + height - 2 || event.top + event.height <= top + 2);
    const free = [...document.querySelectorAll('.half-hour')]
      .map((line, index) => ({ index, place: placeOf(line) }))
      .filter(({ place }) => isFree(place));
    return { free, area: placeOf(document.querySelector('#area') as Element) };
  });
}
