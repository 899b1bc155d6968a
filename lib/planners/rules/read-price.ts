/** An amount of money found in text. */
export interface Price {
  amount: number;
  /** As printed: `$`, `EUR`; empty when the text names none. */
  currency: string;
  /** As printed, with its currency. */
  text: string;
  index: number;
}

const CURRENCY = String.raw`US\$|[$€£¥￥₹₩₽₺฿]|(?:USD|EUR|GBP|CNY|RMB|JPY|CHF|CAD|AUD|SEK|NOK|DKK|PLN|kr|zł|Kč|元|圆|块)(?![a-z])`;
const AMOUNT = String.raw`\d(?:[\d.,'’\u00a0\u202f]*\d)?`;
const WITH_CURRENCY = new RegExp(`(?:(${CURRENCY})\\s?(${AMOUNT}))|(?:(${AMOUNT})\\s?(${CURRENCY}))`, 'gi');
const PLAIN_DECIMAL = /(?<![\d.,])\d[\d.,]*[.,]\d{2}(?![\d.,]*\d|%)/g;

/** Words before or after an amount that make it something other than the price to pay for one. */
const OTHER_BEFORE =
  /(?:was|list price|rrp|msrp|save|saving|discount|shipping|delivery|instead of|原价|市场价|运费|节省|立减|优惠|省)[^\d|]{0,12}$/i;
const OTHER_AFTER =
  /^\s*(?:off|\/\s*\d*\s*(?:100|g|kg|ml|l|oz|lb)\b|per\s+\d*\s*(?:g|kg|ml|l|oz|lb)\b|shipping|delivery|运费|优惠)/i;

/**
 * Reads an amount in either convention: 1,299.00 and 1.299,00 and 1 299,00 and 1'299. A single separator before
 * exactly three digits groups thousands; before any other number of digits it is the decimal mark.
 */
export function readAmount(text: string): number | undefined {
  const compact = text.replace(/[\s\u00a0\u202f'’]/g, '');
  if (!/^\d[\d.,]*$/.test(compact)) return undefined;
  const mark = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','));
  if (mark === -1) return Number(compact);
  const separator = compact[mark] ?? '.';
  const both = compact.includes('.') && compact.includes(',');
  const groups = !both && (compact.split(separator).length > 2 || /^[1-9]\d{0,2}[.,]\d{3}$/.test(compact));
  if (groups) return Number(compact.replace(/[.,]/g, ''));
  return Number(
    `${compact.slice(0, mark).replace(/[.,]/g, '')}.${compact.slice(mark + 1).replace(/[.,]/g, '')}`,
  );
}

/** Every amount that carries a currency, in order of appearance. */
export function findPrices(text: string): Price[] {
  const prices: Price[] = [];
  for (const match of text.matchAll(WITH_CURRENCY)) {
    const amount = readAmount(match[2] ?? match[3] ?? '');
    if (amount === undefined) continue;
    prices.push({ amount, currency: match[1] ?? match[4] ?? '', text: match[0].trim(), index: match.index });
  }
  return prices;
}

/** The price to pay in the text of one item: not the former price, the saving, the shipping or a price per kilo. */
export function findItemPrice(text: string): Price | undefined {
  const prices = findPrices(text);
  const usual = prices.filter((price) => {
    const after = text.slice(price.index + price.text.length);
    return !OTHER_BEFORE.test(text.slice(0, price.index)) && !OTHER_AFTER.test(after);
  });
  const now = usual.find((price) =>
    /(?:now|sale price|现价|特价|到手价|促销价)[^\d]{0,12}$/i.test(text.slice(0, price.index)),
  );
  return now ?? usual[0] ?? prices[0] ?? findPlainDecimal(text);
}

/** A column "Price" often prints `12.50` alone. */
function findPlainDecimal(text: string): Price | undefined {
  const match = text.matchAll(PLAIN_DECIMAL).next().value;
  const amount = match === undefined ? undefined : readAmount(match[0]);
  return match === undefined || amount === undefined
    ? undefined
    : { amount, currency: '', text: match[0], index: match.index };
}
