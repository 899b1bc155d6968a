/** A result's message with one more thing that came of the action. */
export function withNews(message: string, news: string): string {
  const [did = '', advice] = message
    .replace(/[;,.]? ?nothing changed(?=\.|$)/i, '')
    .split(/\. (?=To answer )/);
  const whole = `${did.replace(/\.$/, '')}; ${news}`;
  return advice === undefined ? whole : `${whole}. ${advice}`;
}
