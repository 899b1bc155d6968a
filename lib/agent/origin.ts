/** Origin of a web page (http or https); undefined for every other URL, and for ''. */
export function findOrigin(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'http:' && parsed?.protocol !== 'https:') return undefined;
  return parsed.origin;
}

/** Whether two URLs are different documents: they differ in more than the fragment. */
export function isOtherDocument(before: string, after: string): boolean {
  return withoutFragment(before) !== withoutFragment(after);
}

function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash === -1 ? url : url.slice(0, hash);
}
