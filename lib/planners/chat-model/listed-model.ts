import { z } from '../../trajectories/zod-config';
import type { ModelPrice } from './prices';

/** A model as the endpoint's own list tells of it. What the list does not say is absent. */
export interface ListedModel {
  id: string;
  /** Tokens that prompt and reply may take together. */
  contextTokens?: number;
  /** It takes pictures. */
  images?: boolean;
  /** US dollars per million tokens. */
  price?: Pick<ModelPrice, 'prompt' | 'cached' | 'completion'>;
}

const size = z.number().int().positive().optional().catch(undefined);
/** US dollars per token, as text at OpenRouter; -1 there means that it depends. */
const perToken = z.coerce.number().nonnegative().optional().catch(undefined);

/** Only what is used of the many ways in which servers describe their models. */
const rowSchema = z.object({
  id: z.string().min(1),
  /** OpenRouter, Together. */
  context_length: size,
  /** vLLM, SGLang. */
  max_model_len: size,
  /** Mistral. */
  max_context_length: size,
  /** Groq. */
  context_window: size,
  /** llama.cpp: what the server was started with, and what the model was made for. */
  meta: z.object({ n_ctx: size }).nullish().catch(undefined),
  pricing: z
    .object({ prompt: perToken, completion: perToken, input_cache_read: perToken })
    .nullish()
    .catch(undefined),
  architecture: z
    .object({ input_modalities: z.array(z.string()) })
    .nullish()
    .catch(undefined),
  owned_by: z.string().optional().catch(undefined),
});

export type ModelRow = z.infer<typeof rowSchema>;

/** The rows of `/models`: `{ data: […] }` by OpenAI's rules, a bare array at some. Anything else has none. */
export function readModelRows(document: unknown): ModelRow[] {
  const data = Array.isArray(document) ? document : (document as { data?: unknown } | null)?.data;
  const rows: unknown[] = Array.isArray(data) ? data : [];
  return rows.flatMap((row) => {
    const parsed = rowSchema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}

export function describeModel(row: ModelRow): ListedModel {
  const contextTokens =
    row.max_model_len ??
    row.meta?.n_ctx ??
    row.context_length ??
    row.max_context_length ??
    row.context_window;
  const price = readPrice(row.pricing);
  const modalities = row.architecture?.input_modalities;
  return {
    id: row.id,
    ...(contextTokens === undefined ? {} : { contextTokens }),
    ...(modalities === undefined ? {} : { images: modalities.includes('image') }),
    ...(price === undefined ? {} : { price }),
  };
}

function readPrice(pricing: ModelRow['pricing']): ListedModel['price'] {
  if (pricing?.prompt === undefined || pricing.completion === undefined) return undefined;
  const { prompt, completion, input_cache_read: cached } = pricing;
  return {
    prompt: perMillion(prompt),
    ...(cached === undefined ? {} : { cached: perMillion(cached) }),
    completion: perMillion(completion),
  };
}

/** Rounded to a millionth of a dollar, so that 0.00000015 becomes 0.15. */
function perMillion(usd: number): number {
  return Math.round(usd * 1e12) / 1e6;
}
