/** Every word of the filter occurs in one of the texts, whatever the case. An empty filter matches all. */
export function matchesFilter(filter: string, texts: string[]): boolean {
  const haystack = texts.join('\n').toLocaleLowerCase();
  return filter
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}
