/** Tokens when nobody asks for another budget. */
export const DEFAULT_BUDGET = { near: 1_150, page: 16_000, part: 4_000 } as const;
