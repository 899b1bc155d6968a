import type { Failure } from '../../trajectories/failure';
import type { ChatEndpoint } from './chat-model-settings';

/** Every way in which a chat endpoint can let us down; each has a sentence for the user under `failure.<code>`. */
export const PLANNER_FAILURE_MESSAGES = {
  'no-endpoint-configured': 'No chat endpoint is configured.',
  'no-model-configured': 'No model is configured for the chat endpoint.',
  'bad-base-url': 'The base URL of the chat endpoint is not an http(s) URL.',
  'endpoint-unreachable': 'The chat endpoint could not be reached.',
  'origin-refused':
    'The chat endpoint refused the request without a word, as local servers do to browser extensions.',
  'wrong-key': 'The chat endpoint refused the API key.',
  'out-of-credit': 'The account at the chat endpoint has no credit left.',
  'unknown-model': 'The chat endpoint does not know the model.',
  'not-found': 'The chat endpoint has no chat completions at this address; base URLs usually end in /v1.',
  'no-tool-calls': 'The chat endpoint or its model does not support tool calls.',
  'rate-limited': 'The chat endpoint limits the rate of requests.',
  'prompt-too-long': 'The request is longer than the model can read.',
  'request-refused': 'The chat endpoint refused the request.',
  'endpoint-error': 'The chat endpoint had an internal error.',
  'reply-cut': 'The reply ended before it was complete; nothing of it was used.',
  'reply-garbled': 'The reply could not be understood, twice; nothing of it was used.',
  'reply-too-long': 'The reply reached the length limit before it was complete; nothing of it was used.',
  'reply-filtered': "The endpoint's content filter stopped the reply.",
  'reply-empty': 'The reply held neither text nor tool calls.',
  'not-an-api': 'The address answers with a web page, not with an API.',
  'too-many-calls': 'The reply held far too many tool calls, twice; nothing of it was used.',
  'connect-timeout': 'The chat endpoint did not begin to answer in time.',
  'first-byte-timeout': 'The chat endpoint accepted the request and sent nothing.',
  stalled: 'The reply stopped in the middle; nothing of it was used.',
  timeout: 'The reply did not come to its end in time; nothing of it was used.',
  aborted: 'The request was stopped.',
} as const;

export type PlannerFailureCode = keyof typeof PLANNER_FAILURE_MESSAGES;

const REASON_LENGTH = 200;

/** Makes failures about one endpoint. The API key never gets into them, even when the endpoint echoes it. */
export function createFailureMaker(endpoint: ChatEndpoint) {
  return (
    code: PlannerFailureCode,
    details: { reason?: string; status?: number; seconds?: number } = {},
  ): Failure => {
    const reason = details.reason === undefined ? '' : cleanReason(details.reason, endpoint.apiKey);
    const base = PLANNER_FAILURE_MESSAGES[code];
    return {
      code,
      message: reason === '' ? base : `${base} It said: ${reason}`,
      params: {
        endpoint: displayUrl(endpoint.baseUrl),
        model: endpoint.model,
        reason,
        status: details.status === undefined ? '' : String(details.status),
        seconds: details.seconds === undefined ? '' : String(details.seconds),
      },
    };
  };
}

export type MakeFailure = ReturnType<typeof createFailureMaker>;

/** Without user info, query and fragment: any of them may hold a secret. */
function displayUrl(baseUrl: string): string {
  try {
    const url = new URL(baseUrl);
    return url.origin === 'null' ? '' : url.origin + url.pathname;
  } catch {
    return '';
  }
}

function cleanReason(reason: string, apiKey: string): string {
  const withoutKey = apiKey === '' ? reason : reason.replaceAll(apiKey, '…');
  // Providers echo a masked key ("sk-ab***yz"): the visible ends are still part of a secret.
  const withoutMasked = withoutKey.replace(/\b(?:sk|key|gsk|xai|or)-[\w*.…-]{4,}/gi, '…');
  const line = withoutMasked.replace(/\s+/g, ' ').trim();
  return line.length > REASON_LENGTH ? `${line.slice(0, REASON_LENGTH)}…` : line;
}
