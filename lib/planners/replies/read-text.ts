import type { ActionCall } from '../../trajectories/action';
import { findJson, type JsonSpan } from './find-json';
import { isRecord, parseJson } from './parse-json';
import { readCalls, type IsAction, type ReadValue } from './read-calls';
import { findTaggedCalls } from './tagged-calls';

/** What a reply's text says. */
export type ReadText =
  | { kind: 'calls'; say: string; calls: ActionCall[]; isRepaired: boolean }
  /** No call is in it. `isCut`: one began that does not end. */
  | { kind: 'words'; say: string; isCut: boolean };

/** Code fences and the marks of chat templates that stand before and after a call. */
const MARKS = /```[\w-]*|<\/?tool_calls?>|<\/?function[\w=.-]*>|\[\/?TOOL_CALLS\]|<\|[\w ]*\|>|functools/g;

/**
 * Finds the calls in a text: JSON with prose or code fences around it, in the shapes that models write, or the tags of local
 * models' templates. Strict, for replies of models that do have tool calls: only actions that were offered, and only
 * at the reply's end, so that JSON which a reply merely quotes starts nothing.
 */
export function readText(text: string, isAction: IsAction, isStrict: boolean): ReadText {
  const tagged = findTaggedCalls(text, isAction);
  if (tagged !== undefined && !(isStrict && hasWords(text.slice(tagged.end)))) {
    return {
      kind: 'calls',
      say: wordsOf(text.slice(0, tagged.start)),
      calls: tagged.calls,
      isRepaired: true,
    };
  }
  const found = findJson(text);
  const read = found.isCut ? [] : readSpans(text, found.spans, isAction, isStrict);
  const [first] = read;
  const last = read.at(-1);
  const isAside =
    first === undefined || last === undefined || (isStrict && hasWords(text.slice(last.span.end)));
  if (isAside) return { kind: 'words', say: text.trim(), isCut: found.isCut };
  const before = wordsOf(withoutName(text.slice(0, first.span.start), isAction));
  return {
    kind: 'calls',
    say: read.find(({ value }) => value.say !== '')?.value.say ?? before,
    calls: read.flatMap(({ value }) => value.calls),
    isRepaired: read.some(({ isRepaired }) => isRepaired),
  };
}

interface ReadSpan {
  span: JsonSpan;
  value: ReadValue;
  isRepaired: boolean;
}

function readSpans(text: string, spans: JsonSpan[], isAction: IsAction, isStrict: boolean): ReadSpan[] {
  return spans.flatMap((span) => {
    const parsed = parseJson(text.slice(span.start, span.end));
    if (parsed === undefined) return [];
    const value = readNamed(text, span, parsed.value, isAction) ?? readCalls(parsed.value, isAction);
    if (value === undefined) return [];
    const isUnknown = value.calls.length === 0 || !value.calls.every(({ name }) => isAction(name));
    return isStrict && isUnknown ? [] : [{ span, value, isRepaired: parsed.isRepaired }];
  });
}

/** `click({"ref":"e1"})`, `<function=click>{"ref":"e1"}`, `click[ARGS]{"ref":"e1"}` */
const NAME_BEFORE = /([\w.-]+)(?:\[ARGS\]|["'>(\s])*$/;

/** Characters before a value in which its name may stand. */
const NAME_ROOM = 60;

function readNamed(text: string, span: JsonSpan, value: unknown, isAction: IsAction): ReadValue | undefined {
  const name = NAME_BEFORE.exec(text.slice(Math.max(0, span.start - NAME_ROOM), span.start))?.[1];
  if (name === undefined || !isAction(name) || !isRecord(value) || readCalls(value, isAction))
    return undefined;
  return { say: '', calls: [{ name, args: value }] };
}

function withoutName(before: string, isAction: IsAction): string {
  const match = NAME_BEFORE.exec(before.slice(-NAME_ROOM));
  if (!match || !isAction(match[1] ?? '')) return before;
  return before.slice(0, before.length - match[0].length);
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(MARKS, ''));
}

function wordsOf(text: string): string {
  return text.replace(MARKS, '').trim();
}
