import type { Failure } from '../../trajectories/failure';
import { DEFAULT_TIMEOUTS } from './chat-model-settings';
import type { ChatEndpoint } from './chat-model-settings';
import { explainError } from './explain-error';
import { describeModel, readModelRows, type ListedModel, type ModelRow } from './listed-model';
import { createOpenAiClient } from './openai-client';
import type { MakeFailure } from './planner-failures';

export interface ModelList {
  models: ListedModel[];
  rows: ModelRow[];
}

/** `ok` with an empty list: the endpoint answers, and does not tell its models. Never throws. */
export type ListTry = ({ ok: true } & ModelList) | { ok: false; failure: Failure };

/** Failures that a chat request would meet as well; anything else just means that the endpoint lists no models. */
const DECISIVE = new Set(['endpoint-unreachable', 'wrong-key', 'origin-refused', 'aborted', 'timeout']);

/** One request for the endpoint's list of models; no retries. */
export async function listModels(
  endpoint: Pick<ChatEndpoint, 'baseUrl' | 'apiKey'> & { fetch: typeof fetch; signal?: AbortSignal },
  nowMs: number,
  makeFailure: MakeFailure,
): Promise<ListTry> {
  try {
    const document = await createOpenAiClient(endpoint).get<unknown>('/models', {
      timeout: DEFAULT_TIMEOUTS.connectMs,
      ...(endpoint.signal === undefined ? {} : { signal: endpoint.signal }),
    });
    const rows = readModelRows(document);
    return { ok: true, rows, models: rows.map(describeModel) };
  } catch (error) {
    if (endpoint.signal?.aborted) return { ok: false, failure: makeFailure('aborted') };
    const { failure } = explainError(error, false, nowMs, makeFailure);
    return DECISIVE.has(failure.code) ? { ok: false, failure } : { ok: true, rows: [], models: [] };
  }
}
