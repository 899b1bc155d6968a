import type { Usage } from '../../trajectories/proposal';
import type { ChatEndpoint } from './chat-model-settings';
import { isLocalEndpoint } from './local-endpoint';

/** What one model costs at one endpoint, in US dollars per million tokens. */
export interface ModelPrice {
  baseUrl: string;
  model: string;
  prompt: number;
  /** Of prompt tokens that the endpoint had in its cache; absent: as much as any other. */
  cached?: number;
  completion: number;
}

/** A row of the user's table, and who said it; `endpoint`: its own list of models. */
export type StoredPrice = ModelPrice & { source: 'user' | 'endpoint' };

type Named = Pick<ChatEndpoint, 'baseUrl' | 'model'>;

const TOKENS_PER_PRICE = 1_000_000;

/**
 * US dollars that a reply cost by the table; undefined when nobody knows. A model on the user's own machine or network
 * costs nothing, unless the table says otherwise (a relay to one that is paid for).
 */
export function costByTable(
  usage: Usage,
  endpoint: Named,
  prices: readonly ModelPrice[],
): number | undefined {
  const price = findPrice(prices, endpoint);
  if (price === undefined) return isLocalEndpoint(endpoint.baseUrl) ? 0 : undefined;
  // An endpoint that reports no tokens has not given them away.
  const isFree = price.prompt + (price.cached ?? 0) + price.completion === 0;
  if (usage.promptTokens + usage.completionTokens === 0) return isFree ? 0 : undefined;
  const cachedTokens = Math.min(usage.cachedTokens, usage.promptTokens);
  const cost =
    (usage.promptTokens - cachedTokens) * price.prompt +
    cachedTokens * (price.cached ?? price.prompt) +
    usage.completionTokens * price.completion;
  return cost / TOKENS_PER_PRICE;
}

/** The row of this model at this endpoint. */
export function findPrice<T extends Named>(prices: readonly T[], { baseUrl, model }: Named): T | undefined {
  const name = nameOfEndpoint(baseUrl);
  return prices.find((price) => price.model === model && nameOfEndpoint(price.baseUrl) === name);
}

/** A base URL with and without a slash at its end is the same. */
function nameOfEndpoint(baseUrl: string): string {
  return baseUrl.trim().replace(/\/+$/, '');
}
