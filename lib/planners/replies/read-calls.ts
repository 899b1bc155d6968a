import type { ActionCall } from '../../trajectories/action';
import { isRecord, parseJson } from './parse-json';

/** What a JSON value says, when it is a proposal in one of the shapes that models write. */
export interface ReadValue {
  /** Words for the user; '' when the value has none. */
  say: string;
  calls: ActionCall[];
}

/** Whether a name is one of the actions that were offered. */
export type IsAction = (name: string) => boolean;

const LISTS = ['calls', 'actions', 'tool_calls', 'toolCalls', 'action', 'tool_call', 'function_call', 'call'];
const NAMES = ['name', 'tool', 'tool_name', 'function', 'action', 'type'];
const ARGUMENTS = ['args', 'arguments', 'parameters', 'params', 'input', 'action_input', 'tool_input'];
const WORDS = ['say', 'message', 'content', 'text'];

/** Reads a proposal, a call or a list of calls; undefined for anything else. */
export function readCalls(value: unknown, isAction: IsAction): ReadValue | undefined {
  if (Array.isArray(value)) {
    const calls = readList(value, isAction);
    return calls === undefined ? undefined : { say: '', calls };
  }
  if (!isRecord(value)) return undefined;
  const call = readCall(value, isAction);
  if (call !== undefined) return { say: findString(value, ['say']) ?? '', calls: [call] };
  return readProposal(value, isAction);
}

/** `{ "say": "…", "calls": […] }`, or the same by other names. */
function readProposal(value: Record<string, unknown>, isAction: IsAction): ReadValue | undefined {
  const say = findString(value, WORDS) ?? '';
  for (const key of LISTS) {
    const inner = value[key];
    if (inner === undefined || inner === null) continue;
    const calls = readList(Array.isArray(inner) ? inner : [inner], isAction);
    if (calls !== undefined) return { say, calls };
  }
  // Words alone are a proposal only by the name that was asked for: any JSON may have a `text`.
  return typeof value['say'] === 'string' ? { say, calls: [] } : undefined;
}

/** One value that is no call makes the whole list none: half of a list might be the opposite of what was meant. */
function readList(values: unknown[], isAction: IsAction): ActionCall[] | undefined {
  const calls = values.map((value) => (isRecord(value) ? readCall(value, isAction) : undefined));
  return calls.every((call) => call !== undefined) ? calls : undefined;
}

function readCall(value: Record<string, unknown>, isAction: IsAction): ActionCall | undefined {
  const wrapped = value['function'];
  if (isRecord(wrapped)) return withId(readCall(wrapped, isAction), value);
  const name = findString(value, NAMES);
  if (name === undefined) return readKeyedCall(value, isAction);
  const key = ARGUMENTS.find((candidate) => candidate in value);
  if (key === undefined) return isAction(name) ? readFlatCall(value, name) : undefined;
  const args = readArguments(value[key]);
  return args === undefined ? undefined : withId({ name, args }, value);
}

/** `{ "click": { "ref": "e1" } }` */
function readKeyedCall(value: Record<string, unknown>, isAction: IsAction): ActionCall | undefined {
  const [entry, ...others] = Object.entries(value);
  if (entry === undefined || others.length > 0 || !isAction(entry[0])) return undefined;
  const args = readArguments(entry[1]);
  return args === undefined ? undefined : { name: entry[0], args };
}

/** `{ "action": "click", "ref": "e1" }` */
function readFlatCall(value: Record<string, unknown>, name: string): ActionCall {
  const nameKey = NAMES.find((key) => value[key] === name);
  const args = Object.entries(value).filter(([key]) => ![nameKey, 'id', 'say'].includes(key));
  return { name, args: Object.fromEntries(args) };
}

/** No arguments at all are none; a string that holds JSON is unwrapped once. */
function readArguments(value: unknown): Record<string, unknown> | undefined {
  if (value === null || value === undefined || value === '') return {};
  const inner = typeof value === 'string' ? parseJson(value)?.value : value;
  return isRecord(inner) ? inner : undefined;
}

function withId(call: ActionCall | undefined, { id }: Record<string, unknown>): ActionCall | undefined {
  return call !== undefined && typeof id === 'string' && id !== '' ? { ...call, callId: id } : call;
}

function findString(value: Record<string, unknown>, keys: string[]): string | undefined {
  const key = keys.find((candidate) => typeof value[candidate] === 'string' && value[candidate] !== '');
  return key === undefined ? undefined : String(value[key]);
}
