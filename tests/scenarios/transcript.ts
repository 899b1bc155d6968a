import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ChatRequestBody, ScriptedReply } from '../support/scripted-reply.ts';

const FOLDER = new URL('./transcripts/', import.meta.url);

const callSchema = z.strictObject({ name: z.string(), args: z.record(z.string(), z.unknown()) });

/** One answer of the model: its calls, and the lines of the page that their refs stood in (`button "Save"`). */
const turnSchema = z.strictObject({
  say: z.string(),
  calls: z.array(callSchema),
  saw: z.record(z.string(), z.string()),
});

/** What a model answered while somebody did a scenario, request by request. */
const transcriptSchema = z.strictObject({
  schema: z.literal('errand-transcript'),
  version: z.literal(1),
  scenario: z.string(),
  turns: z.array(turnSchema),
});

export type Turn = z.infer<typeof turnSchema>;

export async function readTurns(scenario: string): Promise<Turn[]> {
  const text = await readFile(new URL(`${scenario}.json`, FOLDER), 'utf8');
  return transcriptSchema.parse(JSON.parse(text)).turns;
}

export async function writeTurns(scenario: string, turns: Turn[]): Promise<void> {
  const document = { schema: 'errand-transcript', version: 1, scenario, turns };
  await writeFile(new URL(`${scenario}.json`, FOLDER), `${JSON.stringify(document, undefined, 2)}\n`);
}

/** The turn to keep of an answer that was given to this request. */
export function turnOf(body: ChatRequestBody, reply: ScriptedReply): Turn {
  const calls = (reply.calls ?? []).map(({ name, args }) => ({ name, args: args ?? {} }));
  const lines = shownLines(body);
  const saw = [...new Set(calls.flatMap(({ args }) => refsIn(args)))].flatMap((ref) => {
    const line = lines.get(ref);
    return line === undefined ? [] : [[ref, line] as const];
  });
  return { say: reply.say ?? '', calls, saw: Object.fromEntries(saw) };
}

/**
 * The answer that the turn is to this request: refs are those of the lines that the model saw then, of several such
 * lines the one that was told last. Throws `NotShown` when the request shows none.
 */
export function replyOf(body: ChatRequestBody, turn: Turn): ScriptedReply {
  const lines = shownLines(body);
  const refs = new Map(Object.entries(turn.saw).map(([ref, line]) => [ref, findRef(lines, ref, line)]));
  return {
    say: turn.say,
    calls: turn.calls.map(({ name, args }) => ({
      name,
      args: replaceRefs(args, refs) as Record<string, unknown>,
    })),
  };
}

function findRef(lines: ReadonlyMap<string, string>, ref: string, line: string): string {
  const isSame = (other: string): boolean => other === line;
  // Balances and counts may still be on their way when a page is read.
  const isAlike = (other: string): boolean => withoutNumbers(other) === withoutNumbers(line);
  const shown = lines.get(ref) ?? '';
  // A role alone says too little for a ref to mean the same by chance.
  if (isSame(shown) && line.includes('"')) return ref;
  const found = listRefs(lines, isSame).at(-1) ?? (isAlike(shown) ? ref : listRefs(lines, isAlike).at(-1));
  if (found !== undefined) return found;
  throw new NotShown(ref, line);
}

/** The page does not show, or does not show yet, what it showed when this was recorded. */
export class NotShown extends Error {
  override name = 'NotShown';
  /** Arguments of a `wait_for` that waits for it. */
  readonly wait: Record<string, unknown>;

  constructor(ref: string, line: string) {
    super(`no line shows ${line}, which was ${ref} when this was recorded`);
    const words = (/"(.*)"/.exec(line)?.[1] ?? '').split(/-?\d[\d.,]*|\\"/);
    const text = words.map((word) => word.trim()).sort((a, b) => b.length - a.length)[0] ?? '';
    this.wait = text === '' ? { seconds: 1 } : { text, seconds: 10 };
  }
}

function listRefs(lines: ReadonlyMap<string, string>, test: (line: string) => boolean): string[] {
  return [...lines].flatMap(([ref, line]) => (test(line) ? [ref] : []));
}

function withoutNumbers(line: string): string {
  return line.replace(/-?\d[\d.,]*/g, '#');
}

const REF = /^(?:f\d+)?e\d+$/;
const LINE = /(?:^([-+~])?|\s)\s*((?:f\d+)?e\d+) ([a-z][\w-]*(?: "(?:[^"\\]|\\.)*")?)/gm;

/** What sums up things that were left out ends in the ref that shows them. */
const FOLD = /; expand ((?:f\d+)?e\d+)/g;

/** Role and name of every element that the request tells of, by ref; what was told last counts. */
function shownLines(body: ChatRequestBody): Map<string, string> {
  const lines = new Map<string, string>();
  for (const { content } of body.messages) {
    if (typeof content !== 'string') continue;
    for (const [, sign = '', ref = '', line = ''] of content.matchAll(LINE)) {
      lines.delete(ref);
      // What went away is told with a minus. What was told last comes last.
      if (sign !== '-') lines.set(ref, line);
    }
    for (const [, ref = ''] of content.matchAll(FOLD)) lines.set(ref, 'fold');
  }
  return lines;
}

function refsIn(value: unknown): string[] {
  if (typeof value === 'string') return REF.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(refsIn);
}

function replaceRefs(value: unknown, refs: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return refs.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item: unknown) => replaceRefs(item, refs));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceRefs(item, refs)]));
}
