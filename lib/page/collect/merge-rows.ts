/** One row as it stands in the document. */
export interface SeenRow {
  /** Of the live document; the same element may show another row later. */
  element: Element;
  /** What it says, and where its links lead. */
  signature: string;
  /** CSS pixels from the top of what scrolls. */
  top: number;
  height: number;
  /** What the page says of its place in the whole: `aria-rowindex` and the like. */
  index?: number;
}

export interface MergedRows {
  /** Rows that were not seen before, in their order. */
  fresh: SeenRow[];
  /** Nothing ties what stands there now to what was seen: rows may be missing in between. */
  hasGap: boolean;
}

/**
 * Which rows of a list that is scrolled through, or grows, are new. Lists that draw only what is in sight use their
 * elements again and may say the same in two rows: a row is known by its place as the page tells it, else by what it says
 * where it stands, else by the longest overlap of what was seen last with what stands there now.
 */
export function mergeRows(seen: readonly SeenRow[], now: readonly SeenRow[]): MergedRows {
  if (seen.length === 0) return { fresh: [...now], hasGap: false };
  if ([...seen, ...now].every(({ index }) => index !== undefined)) return mergeByIndex(seen, now);
  const known = makeKnown(seen, now);
  const fresh = now.filter((row) => !known(row));
  if (fresh.length < now.length || now.length === 0) return { fresh, hasGap: false };
  const overlap = measureOverlap(seen, now);
  return { fresh: now.slice(overlap), hasGap: overlap === 0 };
}

function mergeByIndex(seen: readonly SeenRow[], now: readonly SeenRow[]): MergedRows {
  const taken = new Set(seen.map(({ index }) => index));
  const fresh = now.filter(({ index }) => !taken.has(index));
  const last = Math.max(...seen.map(({ index = 0 }) => index));
  const first = Math.min(...fresh.map(({ index = 0 }) => index));
  return { fresh, hasGap: fresh.length > 0 && first > last + 1 };
}

function makeKnown(seen: readonly SeenRow[], now: readonly SeenRow[]): (row: SeenRow) => boolean {
  const bySignature = Map.groupBy(seen, ({ signature }) => signature);
  const byElement = new Map(seen.map((row) => [row.element, row.signature]));
  const isReused = now.some(({ element, signature }) => (byElement.get(element) ?? signature) !== signature);
  return (row) =>
    (bySignature.get(row.signature) ?? []).some(
      (other) => standsThere(other, row) || (!isReused && other.element === row.element),
    );
}

function standsThere(one: SeenRow, other: SeenRow): boolean {
  return Math.abs(one.top - other.top) < Math.max(2, Math.min(one.height, other.height) / 2);
}

/** How many of the first rows of `now` are the last of `seen`. */
function measureOverlap(seen: readonly SeenRow[], now: readonly SeenRow[]): number {
  for (let length = Math.min(seen.length, now.length); length > 0; length--) {
    const start = seen.length - length;
    if (now.slice(0, length).every(({ signature }, at) => seen[start + at]?.signature === signature))
      return length;
  }
  return 0;
}
