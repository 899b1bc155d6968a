import { z } from 'zod';
import { findPrice, type ModelPrice, type StoredPrice } from '../planners/chat-model/prices';
import { browser } from './browser';

const usd = z.number().nonnegative().max(1_000_000);

/** A row of the price table: what it says, and who said it. */
export const storedPriceSchema = z.object({
  baseUrl: z.string().min(1),
  model: z.string().min(1),
  prompt: usd,
  cached: usd.optional(),
  completion: usd,
  /** `endpoint`: taken from its own list of models. */
  source: z.enum(['user', 'endpoint']).default('user'),
});

const KEY = 'modelPrices';

/** The price table. It ships empty: a list of prices that nobody keeps up is worse than none (decision 0016). */
export async function readPrices(): Promise<StoredPrice[]> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  const rows: unknown[] = Array.isArray(stored) ? stored : [];
  return rows.flatMap((row) => {
    const parsed = storedPriceSchema.safeParse(row);
    return parsed.success ? [dropAbsent(parsed.data)] : [];
  });
}

export async function writePrices(prices: readonly StoredPrice[]): Promise<void> {
  await browser.storage.local.set({ [KEY]: prices });
}

/** Keeps a price that the endpoint itself lists, in place of what it listed before; the user's own word stays. */
export async function noteListedPrice(price: ModelPrice): Promise<void> {
  const prices = await readPrices();
  const known = findPrice(prices, price);
  if (known?.source === 'user') return;
  await writePrices([...prices.filter((row) => row !== known), { ...price, source: 'endpoint' }]);
}

/** Calls back with the table now and after each change. Returns the way to stop. */
export function watchPrices(callback: (prices: StoredPrice[]) => void): () => void {
  const read = () => void readPrices().then(callback);
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) read();
  };
  browser.storage.onChanged.addListener(onChanged);
  read();
  return () => browser.storage.onChanged.removeListener(onChanged);
}

function dropAbsent({ cached, ...row }: z.infer<typeof storedPriceSchema>): StoredPrice {
  return cached === undefined ? row : { ...row, cached };
}
