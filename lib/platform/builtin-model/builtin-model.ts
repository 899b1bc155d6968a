import type {
  BuiltinAnswer,
  BuiltinFailureCode,
  BuiltinModelPort,
  BuiltinRequest,
} from '../../planners/builtin-model/builtin-model-port';
import type { ChatMessage } from '../../planners/chat-message';
import { readBuiltinModelState } from './builtin-model-state';
import { findLanguageModel, LANGUAGES, type LanguageModelSession, type Prompt } from './language-model-api';

/** Tokens where the browser does not tell: the smallest window that any has shipped with. */
const SMALLEST_WINDOW = 4_096;

/** The language model that the browser brings, wherever this runs in the extension. */
export const builtinModel: BuiltinModelPort = {
  state: readBuiltinModelState,
  contextTokens: readWindow,
  ask,
};

let knownWindow: number | undefined;

async function readWindow(): Promise<number> {
  if (knownWindow !== undefined) return knownWindow;
  try {
    const session = await findLanguageModel()?.create(LANGUAGES);
    knownWindow = session?.contextWindow ?? session?.inputQuota;
    session?.destroy();
  } catch {
    // Asked again the next time.
  }
  return knownWindow ?? SMALLEST_WINDOW;
}

async function ask(request: BuiltinRequest): Promise<BuiltinAnswer> {
  const api = findLanguageModel();
  if (api === undefined) return { ok: false, code: 'builtin-model-missing' };
  const { signal, messages, schema } = request;
  let session: LanguageModelSession | undefined;
  try {
    const earlier = messages.slice(0, -1).map(toPrompt);
    session = await api.create({ ...LANGUAGES, signal, initialPrompts: earlier });
    const constraint = schema && { responseConstraint: schema, omitResponseConstraintInput: true };
    const stream = session.promptStreaming(messages.at(-1)?.content ?? '', { ...constraint, signal });
    const text = await readAll(stream, request);
    const tokens = session.contextUsage ?? session.inputUsage;
    return { ok: true, text, ...(tokens === undefined ? {} : { tokens: Math.round(tokens) }) };
  } catch (error) {
    if (signal.aborted) return { ok: false, code: 'aborted' };
    return { ok: false, code: CODES[nameOf(error)] ?? 'builtin-model-error', reason: String(error) };
  } finally {
    session?.destroy();
  }
}

async function readAll(stream: ReadableStream<string>, { onText }: BuiltinRequest): Promise<string> {
  const reader = stream.getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
    onText(value);
  }
}

function toPrompt({ role, content }: ChatMessage): Prompt {
  return { role: role === 'tool' ? 'user' : role, content };
}

/** Names of the exceptions that the Prompt API throws. */
const CODES: Record<string, BuiltinFailureCode> = {
  QuotaExceededError: 'prompt-too-long',
  NotReadableError: 'reply-filtered',
  NotSupportedError: 'builtin-model-unable',
  NotAllowedError: 'builtin-model-download',
};

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}
