import {
  type ChatRequestBody,
  type LoopbackEndpoint,
  type ScriptedReply,
  startEndpoint,
} from '../../support/loopback-endpoint.ts';

/** What a scripted model can see: the words of the request, and nothing else. */
export interface View {
  /** Every message, oldest first, as text. */
  text: string;
  /** Ref of the newest line with this role and name; throws when the request shows none. */
  ref(role: string, name: string): string;
  shows(text: string): boolean;
}

/** One answer of the model: tool calls made from what it sees. */
export type Turn = (view: View) => NonNullable<ScriptedReply['calls']>;

/** An endpoint whose model plays the turns in order, whatever the answers; more requests than turns get the last turn again. */
export function startScriptedModel(turns: Turn[], say = 'Working on it.'): Promise<LoopbackEndpoint> {
  return startEndpoint({
    answer: (body, index) => {
      const turn = turns[Math.min(index, turns.length - 1)];
      return { say, calls: turn?.(viewOf(body)) ?? [], usage: { prompt: 1000, completion: 20, cached: 500 } };
    },
  });
}

/** An endpoint whose model decides anew from what it sees, as a real one does. */
export function startSeeingModel(decide: Turn): Promise<LoopbackEndpoint> {
  return startEndpoint({ answer: (body) => ({ say: 'Looking.', calls: decide(viewOf(body)) }) });
}

export function viewOf(body: ChatRequestBody): View {
  const text = body.messages.map((message) => textOf(message.content)).join('\n');
  return {
    text,
    shows: (part) => text.includes(part),
    ref: (role, name) => {
      const line = new RegExp(`((?:f\\d+)?e\\d+) ${role} ${escape(JSON.stringify(name))}`, 'g');
      const found = [...text.matchAll(line)].at(-1)?.[1];
      if (found === undefined)
        throw new Error(`the request shows no ${role} "${name}":\n${text.slice(-4000)}`);
      return found;
    },
  };
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part: { text?: string }) => part.text ?? '').join('\n');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
