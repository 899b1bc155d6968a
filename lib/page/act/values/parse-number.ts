/**
 * The first number of a text as people write it: `1,200.50 €`, `30 %`, `-4`. Commas are taken as thousands marks when
 * three digits follow them and as a decimal mark otherwise. Undefined when there is none.
 */
export function parseNumber(text: string): number | undefined {
  const found = /[-−]?\d(?:[\d\s'’.,]*\d)?|[-−]?\.\d+/u.exec(text)?.[0];
  if (found === undefined) return undefined;
  const bare = found.replace(/[\s'’]/gu, '').replace('−', '-');
  const number = Number(unmark(bare));
  return Number.isFinite(number) ? number : undefined;
}

function unmark(digits: string): string {
  const dot = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  if (comma === -1) return digits.indexOf('.') === dot ? digits : digits.replaceAll('.', '');
  if (dot !== -1)
    return comma > dot ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '');
  return /^[-+]?\d{1,3}(,\d{3})+$/.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.');
}
