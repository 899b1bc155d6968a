import { estimateTokens } from '../trajectories/estimate-tokens';

/** What a model is taken to read when nothing is known of it: less than any hosted one does. */
const UNKNOWN_WINDOW_TOKENS = 64_000;

/** Long chats cost at every step and models lose the thread in them, however much they can read. */
const MOST_BUDGET_TOKENS = 48_000;

const MOST_REPLY_TOKENS = 4_000;

/** Other tokenizers than the one that was counted with take up to so much more. */
const MARGIN = 1.15;

/** Tokens (estimated) that the messages of a request may take, by the model's window; `tools` go with every request. */
export function messageBudget(windowTokens: number | undefined, tools: readonly unknown[]): number {
  const whole = windowTokens ?? UNKNOWN_WINDOW_TOKENS;
  const reply = Math.min(MOST_REPLY_TOKENS, Math.floor(whole / 4));
  const definitions = tools.length === 0 ? 0 : estimateTokens(JSON.stringify(tools));
  return Math.max(0, Math.min(MOST_BUDGET_TOKENS, Math.floor((whole - reply) / MARGIN - definitions)));
}

/** What an endpoint said that its model reads, in the words of a refusal; undefined when it names no number. */
export function readWindow(refusal: string): number | undefined {
  const found = WINDOW_WORDS.map((words) => words.exec(refusal)?.[1]).find((digits) => digits !== undefined);
  const tokens = Number(found?.replaceAll(/[,_. ]/g, ''));
  return tokens >= LEAST_WINDOW_TOKENS ? tokens : undefined;
}

/** Smaller ones do not hold the tools and a page. */
const LEAST_WINDOW_TOKENS = 2_000;

/** What to take for the window after a refusal of a request of `sent` tokens; undefined when there is nothing smaller of use. */
export function smallerWindow(known: number | undefined, sent: number, refusal: string): number | undefined {
  const before = Math.min(known ?? UNKNOWN_WINDOW_TOKENS, UNKNOWN_WINDOW_TOKENS);
  const named = readWindow(refusal);
  const next = named !== undefined && named < before ? named : Math.floor(Math.min(before, sent) / 2);
  return next < LEAST_WINDOW_TOKENS ? undefined : next;
}

/** OpenAI and vLLM; llama.cpp and LM Studio; Anthropic and OpenRouter. */
const WINDOW_WORDS = [
  /maximum context length (?:is|of) (\d[\d,]*)/i,
  /context (?:length|window|size) (?:is |of |\()?(?:only )?(\d[\d,]*)/i,
  /n_ctx["':= ]+(\d+)/i,
  /> (\d[\d,]*) maximum/i,
];
