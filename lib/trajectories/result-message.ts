/** A result's message with one more thing that came of the action; advice on dialogs stays at its end. */
export function addNews(message: string, news: string): string {
  const [did = '', advice] = message
    .replace(/[;,.]? ?nothing changed(?=\.|$)/i, '')
    .split(/\. (?=To answer otherwise)/);
  const whole = `${did.replace(/\.$/, '')}; ${news}`;
  return advice === undefined ? whole : `${whole}. ${advice}`;
}
