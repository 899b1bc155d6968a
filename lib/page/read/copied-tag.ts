import { getAttribute } from '../observe/dom';

/** Tags that mean something to Markdown or to Readability; they are kept. */
const KEPT = new Set(
  'h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd pre blockquote table caption thead tbody tfoot tr th td figure figcaption hr br a article section main header footer nav aside address details summary strong b em i del s code kbd samp sup sub q time form fieldset legend button'.split(
    ' ',
  ),
);
/** Kept tags that run on in a line; displayed as a block they are put into one. */
export const WRAPPED_WHEN_BLOCK: ReadonlySet<string> = new Set(
  'strong b em i del s code kbd samp sup sub q time'.split(' '),
);
const TAG_OF_ROLE: Readonly<Record<string, string>> = {
  list: 'ul',
  listitem: 'li',
  table: 'table',
  grid: 'table',
  treegrid: 'table',
  rowgroup: 'tbody',
  row: 'tr',
  columnheader: 'th',
  rowheader: 'th',
  cell: 'td',
  gridcell: 'td',
  paragraph: 'p',
  article: 'article',
  main: 'main',
  navigation: 'nav',
  banner: 'header',
  contentinfo: 'footer',
  complementary: 'aside',
  separator: 'hr',
  button: 'button',
  blockquote: 'blockquote',
};
/** Markup that claims to be no table, list or heading. */
const NO_ROLE = new Set(['none', 'presentation']);

/**
 * The tag of the copy: what the role says, the element's own when it means something, else `div` or `span` as it is displayed.
 * `attributed` is the element when it has attributes at all; the display is read only where it matters, because that takes the time.
 */
export function chooseTag(tag: string, attributed: Element | undefined, readDisplay: () => string): string {
  const role = (attributed && getAttribute(attributed, 'role')?.trim().split(/\s+/)[0]?.toLowerCase()) ?? '';
  if (role === 'heading') return headingTag(attributed);
  const meant = TAG_OF_ROLE[role];
  if (meant !== undefined && tag !== 'a') return meant;
  if (KEPT.has(tag) && !NO_ROLE.has(role)) return tag;
  return isBlockDisplay(readDisplay()) ? 'div' : 'span';
}

/** Level 2 unless it says another, as WAI-ARIA has it. */
function headingTag(element: Element | undefined): string {
  const level = Number(element && getAttribute(element, 'aria-level'));
  return `h${level >= 1 ? Math.min(6, Math.trunc(level)) : 2}`;
}

/** Begins and ends a line. */
export function isBlockDisplay(display: string): boolean {
  return !/^(inline|contents|ruby|none|$)/.test(display);
}
