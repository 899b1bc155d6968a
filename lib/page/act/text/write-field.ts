import { getAttribute, getLocalName } from '../../observe/dom';
import { type ActContext, expectNotStopped } from '../actor/act-context';
import { nextTask } from '../effect/next-task';
import { waitUntil } from '../effect/wait';
import { sendChange } from './announce-change';
import type { TextField } from './editable';
import { traceField } from './follow-field';
import { coreOf, countKept, holds } from './same-text';
import { type Surroundings, watchSurroundings } from './taken-up';
import { type Attempt, byCommand, byKeys, byKeysAlone, byPaste, byValue, type Way } from './write-ways';

/** Longer texts are written at once: nobody waits for a thousand keys. */
const MAX_KEYS = 200;
/** How long a page may take to put the value back that it holds itself. */
const ANSWER_MS = 120;

/** What became of a text that was typed into a field. */
export interface Written {
  /** What the field holds, or all fields together that the page led on to. */
  value: string;
  /** Pieces of the text that the page has taken out of the field and shows beside it. */
  taken: string[];
  /** The field as it is in the page now. */
  field: TextField;
  /** Whether the page has taken any of the text. */
  took: boolean;
}

interface Goal extends Attempt {
  before: string;
  wanted: string;
  surroundings: Surroundings;
  /** The field at the start. */
  first: TextField;
}

interface Tried {
  way: Way;
  written: Written;
  /** The page keeps keys for itself. */
  handled: boolean;
  /** WHOLE, or the share of the text that was kept. */
  score: number;
}

const WHOLE = 1;

/**
 * Types into an input or textarea and reads back what the page holds then. Key by key first, as a hand would; then all
 * at once by the editing command, whose `input` event the page cannot tell from a person's; then the value itself; then
 * by paste; then by keys alone. The first way that leaves the whole text ends it.
 */
export async function writeField(
  context: ActContext,
  field: TextField,
  text: string,
  append: boolean,
): Promise<Written> {
  const before = field.value;
  const typed = normalizeFor(field, text);
  const goal: Goal = {
    context,
    trace: traceField(context, field),
    text: typed,
    append,
    before,
    wanted: append ? before + typed : typed,
    surroundings: watchSurroundings(field),
    first: field,
  };
  const written = await tryWays(
    goal,
    typed.length > MAX_KEYS ? [byCommand, byValue] : [byKeys, ...FALLBACKS],
  );
  // Frameworks that wait for the field to be left (`v-model.lazy`, plain onchange) hear of it without a blur.
  if (written.value !== before) sendChange(context, written.field);
  return written;
}

const FALLBACKS: readonly Way[] = [byCommand, byValue, byPaste, byKeysAlone];

async function tryWays(goal: Goal, ways: readonly Way[]): Promise<Written> {
  let best: Tried | undefined;
  let attempt: Attempt = goal;
  const queue = [...ways];
  for (let way = queue.shift(); way; way = queue.shift()) {
    expectNotStopped(goal.context.signal);
    const tried = await tryWay(goal, attempt, way);
    if (tried.score === WHOLE) return tried.written;
    if (!best || tried.score > best.score) best = tried;
    // Where the page writes down the keys itself, all else would only change what is drawn.
    if (way === byKeys && tried.handled) queue.unshift(byKeysAlone);
    // Half of a text must not be followed by the whole of it.
    attempt = { ...goal, text: goal.wanted, append: false };
  }
  // The way that was tried last is not the one that came nearest: that one is gone again.
  if (best && best.score > 0) return (await tryWay(goal, attempt, best.way)).written;
  return restore(goal);
}

/** Nothing was taken: what stood there before is put back, should it be gone. */
async function restore(goal: Goal): Promise<Written> {
  const left = read(goal, []);
  if (left.value === goal.before || goal.before === '') return { ...left, took: false };
  await tryWay(goal, { ...goal, text: goal.before, append: false }, byCommand);
  return { ...read(goal, []), took: false };
}

async function tryWay(goal: Goal, attempt: Attempt, way: Way): Promise<Tried> {
  const { context } = goal;
  const { visited, handled } = await way(attempt);
  await nextTask(context.window);
  const look = (): Tried => {
    const written = read(goal, visited);
    return { way, written, handled, score: rate(goal, written) };
  };
  const whole = (): Tried | undefined => {
    const tried = look();
    return tried.score === WHOLE ? tried : undefined;
  };
  return (await waitUntil(context.window, ANSWER_MS, context.signal, whole)) ?? look();
}

function read(goal: Goal, visited: readonly TextField[]): Written {
  const { trace, first, surroundings, text } = goal;
  const field = trace.find() ?? visited.at(-1) ?? first;
  const last = visited.at(-1);
  const ledOn = visited.length > 1 && last !== field;
  const joined = ledOn ? visited.map(({ value }) => value).join('') : field.value;
  const value = ledOn && last && holds(last.value, goal.wanted) ? last.value : joined;
  return { value, field, took: true, taken: surroundings.findTaken(text, value) };
}

function rate({ before, wanted }: Goal, { value, field, taken }: Written): number {
  if (taken.length > 0 || holds(value, wanted) || isAllItTakes(field, value, wanted)) return WHOLE;
  if (wanted === '' && coreOf(value) === '') return WHOLE;
  if (value === before) return 0;
  if (addsAround(value, wanted, before)) return WHOLE;
  return Math.min(0.99, countKept(value.toLowerCase(), wanted.toLowerCase()) / Math.max(1, wanted.length));
}

/** Cut off by `maxlength`. */
function isAllItTakes(field: TextField, value: string, wanted: string): boolean {
  const limit = Number.parseInt(getAttribute(field, 'maxlength') ?? '', 10);
  return limit > 0 && wanted.length > limit && value === wanted.slice(0, limit);
}

/** A mask has put a country code or a unit around it; the old text is gone. */
function addsAround(value: string, wanted: string, before: string): boolean {
  const [core, wantedCore, oldCore] = [coreOf(value), coreOf(wanted), coreOf(before)];
  if (wantedCore === '' || !core.includes(wantedCore)) return false;
  return oldCore === '' || wantedCore.includes(oldCore) || !core.includes(oldCore);
}

function normalizeFor(field: TextField, text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return getLocalName(field) === 'textarea' ? lines : lines.replaceAll('\n', ' ');
}
