/** Whether a field holds the text, up to what masks, trimming and letter case add and take away. */
export function holds(value: string, wanted: string): boolean {
  if (value === wanted) return true;
  return coreOf(wanted) !== '' && coreOf(value) === coreOf(wanted);
}

/** Letters, digits and pictures alone. */
export function coreOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{So}]/gu, '').toLowerCase();
}

/** Whether an editor shows the text: how it breaks and pads its lines is its own business. */
export function says(text: string, wanted: string): boolean {
  return foldSpace(text) === foldSpace(wanted);
}

export function foldSpace(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/gu, '');
}

/** How many characters of `wanted` stand in `value`, in order. */
export function countKept(value: string, wanted: string): number {
  let at = 0;
  for (const character of value) if (at < wanted.length && character === wanted[at]) at++;
  return at;
}
