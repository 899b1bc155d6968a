import { computed, effect, signal } from '@preact/signals';
import type {
  PlaygroundFrame,
  PlaygroundReading,
  ReadRequest,
} from '../../components/playground/playground-props';
import { FIXTURES } from './fixtures';

/** While somebody types, the page is shown and read once they pause. */
const TYPING_PAUSE_MS = 250;

export const html = signal(FIXTURES[0]?.html ?? '');
export const fixture = signal(FIXTURES[0]?.id ?? '');
export const scope = signal<ReadRequest['scope']>('near');
export const budget = signal('');
export const areRefsShown = signal(true);
export const reading = signal<PlaygroundReading | undefined>(undefined);
export const line = signal<number | undefined>(undefined);
const frame = signal<PlaygroundFrame | undefined>(undefined);

/** Tokens; undefined for the default, NaN for what is no number. */
const tokens = computed(() => {
  const written = budget.value.trim();
  if (written === '') return undefined;
  return /^\d{1,7}$/.test(written) && Number(written) > 0 ? Number(written) : NaN;
});
export const isBudgetBad = computed(() => Number.isNaN(tokens.value));

/** The frame has loaded: shows the page in it and keeps the reading up to date. */
export function connect(loaded: PlaygroundFrame): void {
  loaded.listen(choosePicked);
  frame.value = loaded;
}

export function chooseFixture(id: string): void {
  fixture.value = id;
  const chosen = FIXTURES.find((one) => one.id === id);
  if (chosen) html.value = chosen.html;
}

export function typeHtml(text: string): void {
  fixture.value = '';
  html.value = text;
}

export function chooseLine(index: number): void {
  line.value = index;
  const [ref] = reading.value?.lines[index]?.refs ?? [];
  if (ref !== undefined) frame.value?.scrollTo(ref);
}

/** The line of an element that was clicked in the page. */
function choosePicked(ref: string): void {
  const index = reading.value?.lines.findIndex(({ refs }) => refs.includes(ref)) ?? -1;
  if (index >= 0) line.value = index;
}

effect(() => {
  const loaded = frame.value;
  const text = html.value;
  const request = { scope: scope.value, ...(tokens.value === undefined ? {} : { budget: tokens.value }) };
  if (!loaded || isBudgetBad.value) return undefined;
  const timer = setTimeout(
    () => void read(loaded, text, request),
    fixture.value === '' ? TYPING_PAUSE_MS : 0,
  );
  return () => clearTimeout(timer);
});

async function read(loaded: PlaygroundFrame, text: string, request: ReadRequest): Promise<void> {
  loaded.show(text);
  reading.value = await loaded.read(request);
  line.value = undefined;
}

effect(() => {
  const chosen = line.value === undefined ? [] : (reading.value?.lines[line.value]?.refs ?? []);
  if (reading.value) frame.value?.mark(areRefsShown.value, chosen);
});
