/** Bounds of a recipe document. A recipe is data from a stranger until the user has run it. */
export const RECIPE_LIMITS = {
  /** UTF-16 code units of the document as text. */
  characters: 256 * 1024,
  /** Nesting of objects and arrays. */
  depth: 12,
  /** Objects, arrays and scalars, counted over the whole document. */
  values: 20_000,
  steps: 100,
  params: 30,
  origins: 10,
  conditions: 5,
  argumentsPerStep: 10,
  partsPerTemplate: 20,
  /** Characters of a name or label that the user reads. */
  label: 120,
  /** Characters of a text that is typed, and of a parameter's value. */
  text: 2000,
  url: 2000,
} as const;
