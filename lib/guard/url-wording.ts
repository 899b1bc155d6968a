/** Path segments and query values by which sites do things on a mere GET. Matched whole, so that slugs are not. */
const SPENDING = new Set(['pay', 'purchase', 'place-order', 'placeorder', 'submit-order']);
const SENDING = new Set([
  'delete',
  'destroy',
  'unsubscribe',
  'deactivate',
  'revoke',
  'publish',
  'transfer',
  'close-account',
  'delete-account',
]);

/** What the address says that opening it does. Never throws. */
export function readAddress(url: string): 'spends' | 'sends' | undefined {
  const parsed = URL.parse(url);
  if (parsed === null) return undefined;
  const parts = [...parsed.pathname.split('/'), ...parsed.searchParams.values()].map((part) =>
    decode(part).toLowerCase(),
  );
  if (parts.some((part) => SPENDING.has(part))) return 'spends';
  return parts.some((part) => SENDING.has(part)) ? 'sends' : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
