import { viewOf, type View } from '../../e2e/support/scripted-model.ts';
import { startEndpoint, type ChatRequestBody } from '../../support/loopback-endpoint.ts';
import type { ScriptedReply } from '../../support/scripted-reply.ts';
import type { Line, Step } from './row.ts';

type Call = NonNullable<ScriptedReply['calls']>[number];

/** A chat model on the loopback address that plays one row's steps, one for each request. */
export interface ZooModel {
  baseUrl: string;
  /** The next requests are answered with these steps, then with `finish`. */
  play(steps: readonly Step[]): void;
  /** Why the script could not go on: a line that the model was not shown. */
  trouble(): string | undefined;
  /** The newest words of each request since `play`: what the model was shown. */
  shown(): string[];
  close(): Promise<void>;
}

export async function startZooModel(): Promise<ZooModel> {
  const script = { steps: [] as readonly Step[], next: 0, trouble: undefined as string | undefined };
  let shown: string[] = [];
  const endpoint = await startEndpoint({
    answer: (body) => {
      shown.push(newestWords(body));
      return { say: 'Working on it.', calls: [nextCall(script, viewOf(body))] };
    },
  });
  return {
    baseUrl: endpoint.baseUrl,
    play: (steps) => {
      Object.assign(script, { steps, next: 0, trouble: undefined });
      shown = [];
    },
    trouble: () => script.trouble,
    shown: () => shown,
    close: () => endpoint.close(),
  };
}

function nextCall(
  script: { steps: readonly Step[]; next: number; trouble: string | undefined },
  view: View,
): Call {
  const step = script.steps[script.next];
  script.next += 1;
  if (!step) return { name: 'finish', args: { success: true, answer: 'Done.' } };
  try {
    return { name: step.name, args: withRefs(step.args, view) as Record<string, unknown> };
  } catch (error) {
    script.trouble ??= (error as Error).message;
    return { name: 'finish', args: { success: false, answer: script.trouble } };
  }
}

/** The same arguments with the ref that the model reads in place of each line. */
function withRefs(value: unknown, view: View): unknown {
  if (isLine(value)) return findRef(value, view);
  if (Array.isArray(value)) return value.map((item) => withRefs(item, view));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withRefs(item, view)]));
}

function isLine(value: unknown): value is Line {
  return typeof value === 'object' && value !== null && 'line' in value;
}

function findRef({ line: { role, name } }: Line, view: View): string {
  if (name === undefined || name === '') {
    const rest = name === undefined ? '\\b' : '(?! ")';
    const found = [...view.text.matchAll(new RegExp(`((?:f\\d+)?e\\d+) ${role}${rest}`, 'g'))].at(-1)?.[1];
    if (found !== undefined) return found;
    throw new Error(`The model is shown no ${role}${name === undefined ? '' : ' without a name'}.`);
  }
  try {
    return view.ref(role, name);
  } catch {
    throw new Error(`The model is shown no ${role} "${name}".`);
  }
}

function newestWords({ messages }: ChatRequestBody): string {
  const newest = messages.slice(messages.findLastIndex(({ role }) => role === 'assistant') + 1);
  return newest
    .filter(({ role }) => role !== 'system')
    .map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content)))
    .join('\n');
}
