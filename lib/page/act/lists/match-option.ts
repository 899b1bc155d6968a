/** One thing that can be chosen, as a person and as the page knows it. */
export interface Choice<T> {
  label: string;
  value?: string | undefined;
  item: T;
}

/**
 * The choice that is meant: exact label, exact value, then without regard to case and spaces, then the only one
 * that contains the text. Undefined when there is none, or more than one and none better.
 */
export function matchOption<T>(choices: readonly Choice<T>[], wanted: string): Choice<T> | undefined {
  const exact =
    choices.find(({ label }) => label === wanted) ?? choices.find(({ value }) => value === wanted);
  if (exact) return exact;
  const plain = fold(wanted);
  if (plain === '') return undefined;
  const same =
    choices.find(({ label }) => fold(label) === plain) ??
    choices.find(({ value }) => fold(value ?? '') === plain);
  if (same) return same;
  const holding = choices.filter(({ label }) => fold(label).includes(plain));
  return holding.length === 1 ? holding[0] : undefined;
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

const LISTED = 20;

/** "France", "Spain" and 30 more: what there is to choose from, for a failure message. */
export function listChoices(choices: readonly Choice<unknown>[]): string {
  const names = choices
    .slice(0, LISTED)
    .map(({ label, value }) => JSON.stringify((label || (value ?? '')).slice(0, 80)));
  const more = choices.length - names.length;
  if (names.length === 0) return 'none';
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
