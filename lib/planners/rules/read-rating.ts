const PATTERNS: RegExp[] = [
  /(\d(?:[.,]\d+)?)\s*(?:out of|\/|of|von|sur)\s*(?:5|10)(?![\d.,])/i,
  /(?:rated|rating|score|评分|评价)[^\d]{0,6}(\d(?:[.,]\d+)?)/i,
  /(\d(?:[.,]\d+)?)\s*(?:stars?\b|★|星|颗星|分(?!钟))/i,
];

/** The rating in the text of one item: "4.5 out of 5", "4,5/5", "★★★★☆", 评分 4.5. */
export function readRating(text: string): number | undefined {
  for (const pattern of PATTERNS) {
    const digits = pattern.exec(text)?.[1];
    if (digits !== undefined) return Number(digits.replace(',', '.'));
  }
  const stars = /[★⭐]{1,5}[☆✩]*/.exec(text)?.[0];
  return stars === undefined ? undefined : (stars.match(/[★⭐]/g) ?? []).length;
}
