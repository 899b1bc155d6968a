import type { ChatMessage } from '../chat-message';
import { buildMessages } from '../chat-messages';
import { offerTools } from '../chat-tools';
import { messageBudget } from '../chat-window';
import type { PlannerContext } from '../planner';
import { jsonInstructions, proposalSchema } from '../replies/json-proposal';
import { plainMessages } from '../replies/plain-messages';
import type { ToolDefinition } from './chat-model-settings';
import type { Dialect } from './dialect';
import type { ReplyRequest } from './request-reply';

/** What a second request adds to the first; `asJson`: it is written in the plain form already. */
export interface Addition {
  messages: ChatMessage[];
  asJson: boolean;
}

type WhatIsAsked = Pick<ReplyRequest, 'messages' | 'tools' | 'wantUsage' | 'stream' | 'responseSchema'>;

/** What is asked for one proposal, in the dialect of the endpoint. `windowTokens`: what the model reads, where that is known. */
export function buildRequest(
  context: PlannerContext,
  tools: ToolDefinition[],
  dialect: Dialect,
  addition: Addition | undefined,
  windowTokens?: number,
): WhatIsAsked {
  const files = hasFiles(context);
  const offered = dialect.tools ? offerTools(tools, { files, images: dialect.images }) : [];
  const budget = messageBudget(windowTokens, dialect.tools ? offered : tools);
  const messages = buildMessages(context, budget, dialect.images, dialect.tools ? 'offered' : 'plain');
  const written = dialect.tools
    ? [...messages, ...(addition?.messages ?? [])]
    : writePlainly(messages, jsonInstructions(tools), addition);
  return {
    messages: dialect.system ? written : withoutSystemRole(written),
    tools: offered,
    wantUsage: dialect.usage,
    stream: dialect.stream,
    ...(!dialect.tools && dialect.schema ? { responseSchema: proposalSchema(tools) } : {}),
  };
}

function writePlainly(
  messages: ChatMessage[],
  instructions: string,
  addition: Addition | undefined,
): ChatMessage[] {
  if (addition?.asJson) return [...plainMessages(messages, instructions), ...addition.messages];
  return plainMessages([...messages, ...(addition?.messages ?? [])], instructions);
}

/** Some chat templates know user and assistant only: what the system says begins the first message of the user. */
function withoutSystemRole(messages: ChatMessage[]): ChatMessage[] {
  const [system, user, ...rest] = messages;
  if (system?.role !== 'system' || user?.role !== 'user') return messages;
  return [{ ...user, content: `${system.content}\n\n${user.content}` }, ...rest];
}

/** Also when they came with a task that followed. */
function hasFiles({ task, history }: PlannerContext): boolean {
  const tasks = [task, ...history.flatMap((entry) => (entry.type === 'task' ? [entry.task] : []))];
  return tasks.some(({ attachments }) => attachments.some(({ kind }) => kind === 'file'));
}
