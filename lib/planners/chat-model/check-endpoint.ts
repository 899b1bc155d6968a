import type { ChatEndpoint } from './chat-model-settings';
import type { PlannerFailureCode } from './planner-failures';

/** What is wrong with the settings themselves, before any request. */
export function checkEndpoint(endpoint: ChatEndpoint): PlannerFailureCode | undefined {
  if (endpoint.baseUrl.trim() === '') return 'no-endpoint-configured';
  if (!isHttpUrl(endpoint.baseUrl)) return 'bad-base-url';
  return endpoint.model.trim() === '' ? 'no-model-configured' : undefined;
}

function isHttpUrl(text: string): boolean {
  try {
    const { protocol } = new URL(text.trim());
    return protocol === 'http:' || protocol === 'https:';
  } catch {
    return false;
  }
}
