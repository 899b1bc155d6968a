import type { ChatMessage } from '../chat-message';

const CHARACTERS_PER_TOKEN = 3.5;

/** What was left out so far: the messages before `upTo`, in a few sentences. */
export interface LeftOut {
  upTo: number;
  summary: string;
}

/** Makes sentences of what is left out; '' when that cannot be done. */
export type Summarize = (text: string) => Promise<string>;

/** The first two, system prompt and task, are always told. */
const ALWAYS_TOLD = 2;

/**
 * Leaves out the oldest steps of a chat (system, task, then assistant and user by turns) that does not fit, and tells them in
 * short at the end of the task. What was left out once stays so, and its summary is made once.
 */
export async function fitWindow(
  messages: readonly ChatMessage[],
  budgetTokens: number,
  before: LeftOut | undefined,
  summarize: Summarize,
  wrap: (text: string) => string,
): Promise<{ messages: ChatMessage[]; leftOut: LeftOut | undefined }> {
  let leftOut = before !== undefined && before.upTo < messages.length ? before : undefined;
  const from = firstKept(messages, budgetTokens, leftOut);
  const start = leftOut?.upTo ?? ALWAYS_TOLD;
  if (from > start) {
    const told = messages.slice(start, from).map(({ role, content }) => `${role}: ${content}`);
    const summary = await summarize([leftOut?.summary ?? '', ...told].join('\n').trim());
    leftOut = { upTo: from, summary };
  }
  if (leftOut === undefined) return { messages: [...messages], leftOut };
  return { messages: withSummary(messages, leftOut, wrap), leftOut };
}

/** Steps are left out two messages at a time, so that roles go on alternating. */
function firstKept(messages: readonly ChatMessage[], budget: number, leftOut: LeftOut | undefined): number {
  const head = countTokens(messages.slice(0, ALWAYS_TOLD)) + countText(leftOut?.summary ?? '');
  let from = leftOut?.upTo ?? ALWAYS_TOLD;
  while (from + 2 < messages.length && head + countTokens(messages.slice(from)) > budget) from += 2;
  return from;
}

function withSummary(
  messages: readonly ChatMessage[],
  { upTo, summary }: LeftOut,
  wrap: (text: string) => string,
): ChatMessage[] {
  const [system, task] = messages;
  if (system === undefined || task === undefined) return [...messages];
  const short =
    summary === '' ? 'Steps before this one are left out.' : `Steps before, in short:\n${wrap(summary)}`;
  return [system, { ...task, content: `${task.content}\n\n${short}` }, ...messages.slice(upTo)];
}

function countTokens(messages: readonly ChatMessage[]): number {
  return messages.reduce((sum, { content }) => sum + countText(content), 0);
}

function countText(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}
