import type { ActionCall } from '../../trajectories/action';
import { isRecord, parseJson, parseStrictly } from './parse-json';
import type { IsAction } from './read-calls';

/** `<function=click>…</function>`, `<invoke name="click">…</invoke>`; the body is JSON or has a tag per parameter. */
const ELEMENT = /<(function|invoke)(?:=|\s+name=)"?([\w.-]+)"?\s*>([\s\S]*?)<\/\1>/g;
/** `<parameter=ref>e1</parameter>`, `<parameter name="ref">e1</parameter>` */
const PARAMETER = /<parameter(?:=|\s+name=)"?([\w.-]+)"?[^>]*>([\s\S]*?)<\/parameter>/g;
/** `<tool_call>click <arg_key>ref</arg_key><arg_value>e1</arg_value></tool_call>` */
const PAIRED = /<tool_call>\s*([\w.-]+)\s*((?:<arg_key>[\s\S]*?)?)<\/tool_call>/g;
const PAIR = /<arg_key>([\s\S]*?)<\/arg_key>\s*<arg_value>([\s\S]*?)<\/arg_value>/g;

/** For each tag that opens the text is searched for the one that closes it: what is longer is no call. */
const LONGEST_TEXT = 40_000;

/** Calls in the tags of local models' templates, where those hold no JSON; `start` is where the first one begins. */
export function findTaggedCalls(
  text: string,
  isAction: IsAction,
): { calls: ActionCall[]; start: number; end: number } | undefined {
  const searched = text.slice(0, LONGEST_TEXT);
  const found = [
    ...matchAll(searched, ELEMENT, ([, , name = '', body = '']) => ({ name, args: readBody(body) })),
    ...matchAll(searched, PAIRED, ([, name = '', body = '']) => ({ name, args: readPairs(body, PAIR) })),
  ].filter(({ call }) => isAction(call.name));
  const [first] = found;
  const last = found.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { calls: found.map(({ call }) => call), start: first.start, end: last.end };
}

function matchAll(
  text: string,
  pattern: RegExp,
  read: (match: RegExpMatchArray) => ActionCall,
): { call: ActionCall; start: number; end: number }[] {
  return [...text.matchAll(pattern)].map((match) => ({
    call: read(match),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function readBody(body: string): Record<string, unknown> {
  const value = parseJson(body.trim())?.value;
  return isRecord(value) ? value : readPairs(body, PARAMETER);
}

/** Values are written bare: `true`, `3` and lists are what they look like, anything else is text. */
function readPairs(body: string, pattern: RegExp): Record<string, unknown> {
  const pairs = [...body.matchAll(pattern)].map(([, key = '', value = '']) => {
    const text = value.trim();
    const parsed = parseStrictly(text);
    return [key.trim(), parsed === undefined ? text : parsed] as const;
  });
  return Object.fromEntries(pairs);
}
