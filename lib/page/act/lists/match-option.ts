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
  const whole = matchWholly(choices, wanted);
  const plain = foldLabel(wanted);
  if (whole || plain === '') return whole;
  const holding = choices.filter(({ label }) => foldLabel(label).includes(plain));
  return holding.length === 1 ? holding[0] : undefined;
}

/** The same without guessing: another choice of the list, not yet seen, cannot fit better. */
export function matchWholly<T>(choices: readonly Choice<T>[], wanted: string): Choice<T> | undefined {
  const exact =
    choices.find(({ label }) => label === wanted) ?? choices.find(({ value }) => value === wanted);
  const plain = foldLabel(wanted);
  if (exact || plain === '') return exact;
  return (
    choices.find(({ label }) => foldLabel(label) === plain) ??
    choices.find(({ value }) => foldLabel(value ?? '') === plain)
  );
}

/** A label without regard to case, width and spaces. */
export function foldLabel(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** The levels of `A / B / C`; undefined for a text of one level. */
export function splitPath(text: string): string[] | undefined {
  const levels = text.split(/\s+[/›>→]\s+/u).map((level) => level.trim());
  return levels.length > 1 && levels.every((level) => level !== '') ? levels : undefined;
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
