import { isUsed, type Dialect, type Feature } from './dialect';
import type { FailedTry } from './explain-error';

/** In the words of OpenAI, vLLM, llama.cpp, Ollama, Groq, Mistral, Gemini, chat templates … */
const REFUSALS: [Feature, RegExp][] = [
  ['usage', /stream_options|include_usage/i],
  ['schema', /response_format|json_schema|structured[ _]outputs?|\bgrammar\b|\bguided|json mode/i],
  [
    'system',
    /(system|developer)['"`]? (role|messages?) (is |are )?(not|un)|does not support ['"`]?(system|developer)/i,
  ],
  ['images', /image_url|image (input|content)|\bvision\b|multi-?modal|does not support images?|mmproj/i],
  [
    'stream',
    /\bstream(ing)?\b.{0,40}(not|un)[ -]?(supported|available|allowed|verified)|(not|n['’]t) support .{0,20}\bstream/i,
  ],
];

/** Of tool messages, or of what would have to be sent back with them and is not kept. */
const REFUSES_TOOL_MESSAGES =
  /thought_signature|reasoning_content.{0,60}(must|missing|required)|role ['"`]?tool['"`]?|unexpected role|roles must alternate|only user and assistant roles/i;

const FROM_REQUEST = new Set(['request-refused', 'endpoint-error', 'no-tool-calls', 'not-found']);

/** The feature of the last request that the endpoint refused; leaving it out may help. */
export function findRefusal({ failure }: FailedTry, dialect: Dialect): Feature | undefined {
  if (!FROM_REQUEST.has(failure.code)) return undefined;
  if (failure.code === 'no-tool-calls') return dialect.tools ? 'tools' : undefined;
  const text = failure.params?.['reason'] ?? '';
  const named = REFUSALS.find(([feature, words]) => isUsed(dialect, feature) && words.test(text));
  if (named !== undefined) return named[0];
  if (dialect.tools && REFUSES_TOOL_MESSAGES.test(text)) return 'tools';
  // Servers that cannot make a grammar of the schema say so in as many ways as there are.
  return failure.code === 'request-refused' && isUsed(dialect, 'schema') ? 'schema' : undefined;
}
