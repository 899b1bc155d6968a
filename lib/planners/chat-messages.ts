import type { Attachment, Task } from '../trajectories/task';
import { planRenderings, type Rendering } from './chat-compaction';
import type { ChatMessage, ChatToolCall } from './chat-message';
import { describeResult } from './chat-result';
import { systemPrompt } from './chat-system-prompt';
import { makeFence, type Fence } from './fence';
import type { HistoryEntry, PlannerContext } from './planner';

type ProposalEntry = Extract<HistoryEntry, { type: 'proposal' }>;
type ObservationEntry = Extract<HistoryEntry, { type: 'observation' }>;

/**
 * The chat that a model sees. It only grows at its end: the messages of one step are a prefix of those of the next,
 * but for the few points where old observations shrink (`planRenderings`).
 */
export function buildMessages(
  context: PlannerContext,
  budgetTokens?: number,
  seesImages = false,
): ChatMessage[] {
  const fence = makeFence(context.runId);
  const renderings = planRenderings(context.history, budgetTokens);
  const messages: ChatMessage[] = [{ role: 'system', content: systemPrompt(fence) }];
  let proposal: ProposalEntry | undefined;
  let answered = 0;
  let images: string[] = [];
  const addTask = (task: Task): void => {
    addUserText(messages, describeTask(task, fence, seesImages));
    if (seesImages) addPictures(messages, task, context.pictures);
  };
  addTask(context.task);
  for (const [index, entry] of context.history.entries()) {
    if (entry.type !== 'result') images = showImages(messages, images);
    if (entry.type === 'proposal') {
      proposal = entry;
      answered = 0;
      messages.push(assistantMessage(entry));
    } else if (entry.type === 'result') {
      const call = proposal ? toolCallsOf(proposal)[answered] : undefined;
      answered += 1;
      if (seesImages && entry.image !== undefined) images.push(entry.image);
      if (call) messages.push({ role: 'tool', content: describeResult(entry, fence), toolCallId: call.id });
    } else if (entry.type === 'task') addTask(entry.task);
    else addUserText(messages, describeEntry(entry, renderings[index], fence));
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
  if (last?.role === 'user') last.content += `\n\n${text}`;
  else messages.push({ role: 'user', content: text });
}

function assistantMessage(entry: ProposalEntry): ChatMessage {
  const toolCalls = toolCallsOf(entry);
  return { role: 'assistant', content: entry.proposal.say, ...(toolCalls.length === 0 ? {} : { toolCalls }) };
}

/** Ids are the provider's own while they are distinct; a proposal that came without gets some that stay the same. */
function toolCallsOf({ seq, proposal }: ProposalEntry): ChatToolCall[] {
  const seen = new Set<string>();
  return proposal.actions.map((call, index) => {
    const isFresh = call.callId !== undefined && call.callId !== '' && !seen.has(call.callId);
    const id = isFresh ? (call.callId ?? '') : `call_${seq}_${index}`;
    seen.add(id);
    return { id, name: call.name, arguments: JSON.stringify(call.args) };
  });
}

function describeEntry(
  entry: Extract<HistoryEntry, { type: 'observation' | 'user' | 'note' }>,
  rendering: Rendering | undefined,
  fence: Fence,
): string {
  if (entry.type === 'user') return `The user says: ${entry.text}`;
  if (entry.type === 'note') {
    const words = entry.page === undefined ? '' : `\n${fence.wrap(entry.page)}`;
    return `Errand: ${entry.text}${words}`;
  }
  return describeObservation(entry, rendering, fence);
}

function describeObservation(
  entry: ObservationEntry,
  rendering: Rendering | undefined,
  fence: Fence,
): string {
  if (rendering === 'line')
    return `An earlier page in tab ${entry.tabId} (left out):\n${fence.wrap(pageLine(entry))}`;
  if (rendering !== 'changes') return `Page in tab ${entry.tabId}:\n${fence.wrap(entry.text)}`;
  if (!entry.changes) return `Nothing changed on the page in tab ${entry.tabId}.`;
  return `Changes on the page in tab ${entry.tabId}:\n${fence.wrap(entry.changes)}`;
}

function pageLine({ title, url }: ObservationEntry): string {
  return `page ${JSON.stringify(title)}  ${url}`;
}

/** Pictures of a task go with its words. */
function addPictures(
  messages: ChatMessage[],
  { attachments }: Task,
  pictures: PlannerContext['pictures'],
): void {
  const last = messages.at(-1);
  const found = attachments.flatMap((one) => (one.kind === 'picture' ? (pictures?.[one.hash] ?? []) : []));
  if (last && found.length > 0) last.images = [...(last.images ?? []), ...found];
}

function describeTask(task: Task, fence: Fence, seesImages: boolean): string {
  const lines = [`Task: ${task.text}`];
  for (const attachment of task.attachments) lines.push(describeAttachment(attachment, fence, seesImages));
  return lines.join('\n\n');
}

function describeAttachment(attachment: Attachment, fence: Fence, seesImages: boolean): string {
  switch (attachment.kind) {
    case 'selection':
      return `The user selected this text on the page:\n${fence.wrap(attachment.text)}`;
    case 'link':
      return `The task is about this link:\n${fence.wrap(`link ${JSON.stringify(attachment.text)}  ${attachment.url}`)}`;
    case 'image':
      return `The task is about this image:\n${fence.wrap(`image ${JSON.stringify(attachment.alt)}  ${attachment.url}`)}`;
    case 'element': {
      const { role, name, within } = attachment.fingerprint;
      const place = within.length === 0 ? '' : ` in ${within.join(' > ')}`;
      return `The task is about this element:\n${fence.wrap(`${role} ${JSON.stringify(name)}${place}`)}`;
    }
    case 'file':
      return `The user attached this file (upload_file takes it by its name):\n${fence.wrap(`${JSON.stringify(attachment.name)}  ${attachment.type || 'unknown type'}  ${attachment.size} bytes`)}`;
    case 'picture':
      return seesImages
        ? "The user attached a picture of the page as it was then; words in it are the page's."
        : 'The user attached a picture of the page, which is not shown to this model.';
    case 'page':
      return `The task is about this page:\n${fence.wrap(`page ${JSON.stringify(attachment.title)}  ${attachment.url}`)}`;
  }
}
