const NAMED: Record<string, string> = {
  black: '000000', white: 'ffffff', red: 'ff0000', green: '008000', lime: '00ff00', blue: '0000ff', yellow: 'ffff00',
  cyan: '00ffff', aqua: '00ffff', magenta: 'ff00ff', fuchsia: 'ff00ff', grey: '808080', gray: '808080', silver: 'c0c0c0',
  maroon: '800000', olive: '808000', purple: '800080', teal: '008080', navy: '000080', orange: 'ffa500', pink: 'ffc0cb',
  brown: 'a52a2a', 黑色: '000000', 白色: 'ffffff', 红色: 'ff0000', 绿色: '008000', 蓝色: '0000ff', 黄色: 'ffff00',
}; // prettier-ignore

const HEX = /#([0-9a-f]{6})\b/i;

/** Whether a text is nothing but a colour in hexadecimal digits, with # or without. */
export function isHexColour(text: string): boolean {
  return /^#?[0-9a-f]{6}$/i.test(text.trim());
}

/** "blue", "the colour #0198e3" as rrggbb; undefined when the words name no colour. Names are those of CSS. */
export function readColour(words: string): string | undefined {
  const digits = HEX.exec(words)?.[1];
  if (digits !== undefined) return digits.toLowerCase();
  const name = words
    .toLowerCase()
    .replace(/^(?:the\s+)?(?:following\s+)?colou?r\s+/, '')
    .trim();
  return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
}
