import type { ChatMessage } from '../chat-message';
import type { AssembledReply } from '../chat-model/assemble-reply';
import { DEFAULT_TIMEOUTS, type ChatModelPorts } from '../chat-model/chat-model-settings';
import { startDeadlines } from '../chat-model/deadlines';
import { readReply, type ReadReply } from '../chat-model/read-reply';
import type { OnToken } from '../planner';
import type { DescribedTool } from '../replies/describe-tools';
import type { CheckCall } from '../replies/find-problem';
import { proposalSchema } from '../replies/json-proposal';
import { createSayFilter } from '../replies/say-filter';
import type { BuiltinAnswer, BuiltinModelPort } from './builtin-model-port';

export interface BuiltinAsking extends Pick<ChatModelPorts, 'wait'> {
  model: BuiltinModelPort;
  tools: readonly DescribedTool[];
  checkCall: CheckCall;
  signal: AbortSignal;
  onToken: OnToken;
}

export type BuiltinTry =
  { ok: true; reply: AssembledReply; read: ReadReply } | Extract<BuiltinAnswer, { ok: false }>;

/** Asks the browser's own model once and reads its JSON. */
export async function askBuiltinModel(asking: BuiltinAsking, messages: ChatMessage[]): Promise<BuiltinTry> {
  const { model, tools, checkCall, signal, onToken } = asking;
  const deadlines = startDeadlines(signal, DEFAULT_TIMEOUTS, asking);
  const say = createSayFilter();
  const onText = (piece: string): void => {
    deadlines.bytesCame();
    const words = say.push(piece);
    if (words !== '') onToken(words);
  };
  const answer = await model.ask({
    messages,
    schema: proposalSchema(tools),
    signal: deadlines.signal,
    onText,
  });
  const why = deadlines.why();
  deadlines.end();
  if (why !== undefined) return { ok: false, code: why === 'aborted' ? 'aborted' : 'builtin-model-slow' };
  if (!answer.ok) return answer;
  const reply = toReply(answer);
  const names = new Set(tools.map((tool) => tool.function.name));
  const read = readReply(reply, { asJson: true, isAction: (name) => names.has(name), checkCall });
  return { ok: true, reply, read };
}

/** The browser tells tokens of prompt and reply together; what the reply took is estimated. */
function toReply({ text, tokens = 0 }: Extract<BuiltinAnswer, { ok: true }>): AssembledReply {
  const completionTokens = Math.min(tokens, Math.ceil(text.length / 4));
  return {
    content: text,
    thinking: '',
    toolCalls: [],
    finishReason: 'stop',
    usage: { promptTokens: tokens - completionTokens, cachedTokens: 0, completionTokens },
  };
}
