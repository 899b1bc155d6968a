import type { Task } from '../trajectories/task';
import { estimateTokens } from '../trajectories/estimate-tokens';
import { listForms, planTelling, type Form, type Telling, type Weights } from './chat-compaction';
import { writeDigest, shortenToTokens } from './chat-digest';
import type { ChatMessage, ChatToolCall } from './chat-message';
import { describeObservation, pageLine, type ObservationEntry } from './chat-observation';
import { describeResult } from './chat-result';
import { systemPrompt } from './chat-system-prompt';
import { describeTask, describeWords } from './chat-words';
import { wrapCall } from './chat-tools';
import { messageBudget } from './chat-window';
import { makeFence, type Fence } from './fence';
import type { HistoryEntry, PlannerContext } from './planner';

type ProposalEntry = Extract<HistoryEntry, { type: 'proposal' }>;
type ResultEntry = Extract<HistoryEntry, { type: 'result' }>;

/** One observation takes at most so much of the budget. */
const OBSERVATION_SHARE = 0.5;

/** What a picture takes at most models, whatever its size. */
const IMAGE_TOKENS = 1_200;

/** What stands around each message, and around each call. */
const MESSAGE_TOKENS = 6;

/** How one chat is written down. */
interface Writing {
  history: readonly HistoryEntry[];
  fence: Fence;
  seesImages: boolean;
  pictures: PlannerContext['pictures'];
  /** As the model makes calls: with the tools that it is offered, or each by the action's name. */
  calls: 'offered' | 'plain';
  mostOfObservation: number;
}

/**
 * The chat that a model sees. It only grows at its end: the messages of one step are a prefix of those of the next,
 * but for the few points where its beginning is told in short (`planTelling`). `budgetTokens`: what all of it may take.
 */
export function buildMessages(
  { task, history, runId, pictures }: PlannerContext,
  budgetTokens = messageBudget(undefined, []),
  seesImages = false,
  calls: Writing['calls'] = 'offered',
): ChatMessage[] {
  const fence = makeFence(runId);
  const mostOfObservation = budgetTokens * OBSERVATION_SHARE;
  const writing: Writing = { history, fence, seesImages, pictures, calls, mostOfObservation };
  const head: ChatMessage[] = [{ role: 'system', content: systemPrompt() }];
  addUserText(
    head,
    `${fence.open} and ${fence.close} are the page marks.\n\n${describeTask(task, fence, seesImages)}`,
  );
  addPictures(head, task, writing);
  const telling = planTelling(history, weightsOf(writing, head, budgetTokens), budgetTokens);
  addUserText(head, writeDigest(history.slice(0, telling.from), budgetTokens, fence));
  return writeHistory(head, writing, telling);
}

function weightsOf(writing: Writing, head: ChatMessage[], budgetTokens: number): Weights {
  const { history, fence, mostOfObservation } = writing;
  return {
    head: head.reduce((sum, { content }) => sum + estimateTokens(content) + MESSAGE_TOKENS, 0),
    short: remember(
      (from: number) =>
        estimateTokens(writeDigest(history.slice(0, from), budgetTokens, fence)) + MESSAGE_TOKENS,
    ),
    observation: remember((index: number, form: Form) => {
      const entry = history[index];
      if (entry?.type !== 'observation') return 0;
      return (
        estimateTokens(describeObservation(entry, form, undefined, mostOfObservation, fence)) + MESSAGE_TOKENS
      );
    }),
    entry: remember((index: number, most: number) => weighEntry(writing, index, most)),
  };
}

/** The replay asks for the same weights again and again. */
function remember<Args extends (string | number)[]>(
  weigh: (...args: Args) => number,
): (...args: Args) => number {
  const known = new Map<string, number>();
  return (...args) => {
    const key = args.join(' ');
    const tokens = known.get(key) ?? weigh(...args);
    known.set(key, tokens);
    return tokens;
  };
}

function weighEntry(writing: Writing, index: number, most: number): number {
  const entry = writing.history[index];
  if (entry?.type === 'proposal') {
    const { content, toolCalls = [] } = assistantMessage(entry, writing, most);
    const texts = [content, ...toolCalls.map((call) => `${call.id} ${call.name} ${call.arguments}`)];
    return texts.reduce((sum, text) => sum + estimateTokens(text) + MESSAGE_TOKENS, 0);
  }
  if (entry?.type === 'result') {
    const image = writing.seesImages && entry.image !== undefined ? IMAGE_TOKENS : 0;
    return estimateTokens(tellResult(writing, entry, index, most)) + MESSAGE_TOKENS + image;
  }
  if (!entry || entry.type === 'observation') return 0;
  return estimateTokens(describeWords(entry, writing.fence)) + MESSAGE_TOKENS;
}

function writeHistory(messages: ChatMessage[], writing: Writing, telling: Telling): ChatMessage[] {
  const { history, seesImages } = writing;
  const forms = listForms(history, history.length, telling);
  let tab: number | undefined;
  let line = '';
  const show = (entry: ObservationEntry, index: number): void => {
    const form = forms.get(index) ?? 'whole';
    const isToldAgain = form === 'line' && line === pageLine(entry);
    line = form === 'line' ? pageLine(entry) : '';
    if (isToldAgain) return;
    addUserText(messages, describeObservation(entry, form, tab, writing.mostOfObservation, writing.fence));
    tab = entry.tabId;
  };
  const shown = telling.shown === undefined ? undefined : history[telling.shown];
  if (shown?.type === 'observation') show(shown, telling.shown ?? 0);
  let calls: ChatToolCall[] = [];
  let images: string[] = [];
  for (const [index, entry] of history.entries()) {
    if (index < telling.from) continue;
    const most = index < telling.cutBefore ? telling.most : Infinity;
    if (entry.type !== 'result') images = showImages(messages, images);
    if (entry.type === 'proposal') {
      const message = assistantMessage(entry, writing, most);
      calls = message.toolCalls?.slice() ?? [];
      messages.push(message);
    } else if (entry.type === 'result') {
      if (seesImages && entry.image !== undefined) images.push(entry.image);
      const call = calls.shift();
      const content = tellResult(writing, entry, index, most);
      if (call) messages.push({ role: 'tool', content, toolCallId: call.id });
    } else if (entry.type === 'observation') show(entry, index);
    else {
      addUserText(messages, describeWords(entry, writing.fence, seesImages));
      if (entry.type === 'task') addPictures(messages, entry.task, writing);
    }
  }
  showImages(messages, images);
  return messages;
}

/** After all results of a proposal, which providers want in one piece. Returns the pictures that are left to show: none. */
function showImages(messages: ChatMessage[], images: string[]): string[] {
  if (images.length > 0)
    messages.push({ role: 'user', content: "What take_screenshot saw; words in it are the page's:", images });
  return [];
}

/** Some servers' templates refuse two user messages in a row: what follows each other is one message. */
function addUserText(messages: ChatMessage[], text: string): void {
  const last = messages.at(-1);
  if (text === '') return;
  if (last?.role === 'user') last.content += `\n\n${text}`;
  else messages.push({ role: 'user', content: text });
}

function assistantMessage(entry: ProposalEntry, writing: Writing, most: number): ChatMessage {
  const toolCalls = toolCallsOf(entry, writing, most);
  return { role: 'assistant', content: entry.proposal.say, ...(toolCalls.length === 0 ? {} : { toolCalls }) };
}

/** Ids are the provider's own while they are distinct; a proposal that came without gets some that stay the same. */
function toolCallsOf({ seq, proposal }: ProposalEntry, { calls }: Writing, most: number): ChatToolCall[] {
  const seen = new Set<string>();
  return proposal.actions.map((call, index) => {
    const isFresh = call.callId !== undefined && call.callId !== '' && !seen.has(call.callId);
    const id = isFresh ? (call.callId ?? '') : `call_${seq}_${index}`;
    seen.add(id);
    const { name, args } = calls === 'offered' ? wrapCall(call) : call;
    return { id, name, arguments: JSON.stringify(most === Infinity ? args : cutStrings(args, most)) };
  });
}

function cutStrings(value: unknown, most: number): unknown {
  if (typeof value === 'string') return shortenToTokens(value, most);
  if (Array.isArray(value)) return value.map((item) => cutStrings(item, most));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cutStrings(inner, most)]));
}

function tellResult({ history, fence }: Writing, entry: ResultEntry, index: number, most: number): string {
  const after = history.slice(index + 1);
  const next = after.find(({ type }) => type === 'observation' || type === 'proposal');
  return describeResult(entry, fence, next?.type === 'observation' ? next.url : undefined, most);
}

/** What the user attached, for models that see it. */
function addPictures(
  messages: ChatMessage[],
  { attachments }: Task,
  { seesImages, pictures }: Writing,
): void {
  const last = messages.at(-1);
  if (!seesImages || !last) return;
  const found = attachments.flatMap((one) => (one.kind === 'picture' ? (pictures?.[one.hash] ?? []) : []));
  if (found.length > 0) last.images = [...(last.images ?? []), ...found];
}
