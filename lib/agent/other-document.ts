/** Whether two URLs are different documents: they differ in more than the fragment. */
export function isOtherDocument(before: string, after: string): boolean {
  return withoutFragment(before) !== withoutFragment(after);
}

function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash === -1 ? url : url.slice(0, hash);
}
