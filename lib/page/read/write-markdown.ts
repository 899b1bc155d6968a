import { readTable, type TableCell } from './read-table';
import { shortenUrl } from './shorten-url';

/** Blocks that are finished, and the words of the paragraph that is not. `\n` in it is a line break of the page. */
interface Sink {
  blocks: string[];
  run: string;
}

/** Tags that run on in a line. Everything else begins a block. */
const INLINE = new Set(
  'span a strong b em i del s code kbd samp sup sub q time img br label button'.split(' '),
);
const BLOCK_SELECTOR = `:not(${[...INLINE].join(',')})`;
const EMPHASIS: Readonly<Record<string, string>> = {
  strong: '**',
  b: '**',
  em: '*',
  i: '*',
  del: '~~',
  s: '~~',
};

/**
 * Markdown (CommonMark with tables) of a document of our own, in one pass. Only what would change the structure is
 * escaped, because a reader copies names and codes from it: `snake_case` stays as it is.
 */
export function writeMarkdown(root: Element): string {
  return writeBlocks(root).join('\n\n');
}

function writeBlocks(parent: Element): string[] {
  const sink: Sink = { blocks: [], run: '' };
  addChildren(sink, parent);
  flush(sink);
  return sink.blocks;
}

function addChildren(sink: Sink, parent: Element): void {
  for (const child of parent.childNodes) {
    if (child instanceof Element) addElement(sink, child);
    else sink.run += child.nodeValue ?? '';
  }
}

function addElement(sink: Sink, element: Element): void {
  const tag = element.localName;
  if (INLINE.has(tag) && !element.querySelector(BLOCK_SELECTOR)) {
    sink.run += writeInline(element);
    return;
  }
  flush(sink);
  const write = BLOCK_WRITERS[tag];
  if (write) sink.blocks.push(...write(element).filter(Boolean));
  else addChildren(sink, element);
  flush(sink);
}

const BLOCK_WRITERS: Readonly<Record<string, (element: Element) => string[]>> = {
  h1: writeHeading,
  h2: writeHeading,
  h3: writeHeading,
  h4: writeHeading,
  h5: writeHeading,
  h6: writeHeading,
  ul: writeList,
  ol: writeList,
  dl: writeTerms,
  a: writeBlockLink,
  pre: writeCode,
  hr: () => ['---'],
  blockquote: (element) => [prefixLines(writeBlocks(element).join('\n\n'), '> ')],
  table: writeTable,
};

/** Ends the paragraph; two line breaks in a row end one, too. */
function flush(sink: Sink): void {
  for (const paragraph of sink.run.split(/\n\s*\n/)) {
    const text = paragraph
      .replace(/ +/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    if (text !== '') sink.blocks.push(escapeStart(text).replaceAll('\n', '  \n'));
  }
  sink.run = '';
}

/** Words that would begin a heading, quotation or list. */
function escapeStart(text: string): string {
  return text.replace(/^([#>+-]|\d+[.)])(?=\s)/, (mark) =>
    mark.length === 1 ? `\\${mark}` : `${mark.slice(0, -1)}\\${mark.slice(-1)}`,
  );
}

/** Everything in the element on one line. */
function writeLine(element: Element, between = ' '): string {
  return writeBlocks(element)
    .join(between)
    .replace(/\s*\n+/g, between)
    .trim();
}

function writeInline(element: Element): string {
  const tag = element.localName;
  if (tag === 'br') return '\n';
  if (tag === 'img') return `![${element.getAttribute('alt') ?? ''}]`;
  if (tag === 'code' || tag === 'kbd' || tag === 'samp')
    return wrapWords(element.textContent ?? '', chooseTicks(element.textContent ?? ''));
  let content = '';
  for (const child of element.childNodes)
    content += child instanceof Element ? writeInline(child) : (child.nodeValue ?? '');
  if (tag === 'button') return ` ${content.trim()} `;
  if (tag === 'a') return writeLink(content, element.getAttribute('href'));
  if (tag === 'q') return `“${content.trim()}”`;
  if (tag === 'sup' || tag === 'sub')
    return content.trim() === '' ? '' : `<${tag}>${content.trim()}</${tag}>`;
  const mark = EMPHASIS[tag];
  return mark === undefined || content.includes(mark) ? content : wrapWords(content, mark);
}

function chooseTicks(text: string): string {
  return text.includes('`') ? '``' : '`';
}

/** The mark right at the words; spaces stay outside. */
function wrapWords(content: string, mark: string): string {
  const words = content.trim();
  if (words === '') return content;
  const [before = '', after = ''] = content.split(words);
  return `${before}${mark}${words}${mark}${after}`;
}

function writeLink(content: string, href: string | null): string {
  const words = content.replace(/\s+/g, ' ').trim();
  const url = href === null ? '' : shortenUrl(href);
  if (url === '' || words === '') return content;
  const [before = '', after = ''] = [/^\s/.test(content) ? ' ' : '', /\s$/.test(content) ? ' ' : ''];
  return `${before}${words === url ? `<${url}>` : `[${words}](${url})`}${after}`;
}

/** A card that is a link as a whole: its first block carries the address. */
function writeBlockLink(element: Element): string[] {
  const [first, ...others] = writeBlocks(element);
  if (first === undefined) return [];
  const [, mark = '', words = first] = /^(#+ )?(.*)$/s.exec(first) ?? [];
  const linked =
    words.includes('\n') || words.includes('](') ? words : writeLink(words, element.getAttribute('href'));
  return [mark + linked, ...others];
}

function writeHeading(element: Element): string[] {
  const words = writeLine(element);
  return words === '' ? [] : [`${'#'.repeat(Number(element.localName.slice(1)))} ${words}`];
}

function writeList(list: Element): string[] {
  const first = Number(list.getAttribute('start') ?? 1) || 1;
  const lines: string[] = [];
  for (const child of list.children) {
    const nested = child.localName === 'ul' || child.localName === 'ol';
    const blocks = nested ? writeList(child) : writeBlocks(child);
    if (blocks.length === 0) continue;
    const mark = list.localName === 'ol' ? `${first + lines.length}. ` : '- ';
    if (nested) lines.push(prefixLines(blocks.join('\n'), '  '));
    else lines.push(mark + prefixLines(joinItem(blocks), ' '.repeat(mark.length)).trimStart());
  }
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/** A list follows its item's words at once, another paragraph after an empty line. */
function joinItem(blocks: readonly string[]): string {
  return blocks.reduce((item, block) => `${item}${/^(- |\d+\. )/.test(block) ? '\n' : '\n\n'}${block}`);
}

function writeTerms(list: Element): string[] {
  const lines: string[] = [];
  for (const part of list.querySelectorAll(
    ':scope > dt, :scope > dd, :scope > div > dt, :scope > div > dd',
  )) {
    const words = writeLine(part);
    if (part.localName === 'dt') lines.push(`- **${words}**`);
    else if (words !== '') lines[Math.max(0, lines.length - 1)] = `${lines.at(-1) ?? '-'}: ${words}`;
  }
  return [lines.join('\n')];
}

function writeCode(element: Element): string[] {
  const text = (element.textContent ?? '').replace(/^\n|\s+$/g, '');
  if (text.trim() === '') return [];
  const classes = `${element.className} ${element.querySelector('code')?.className ?? ''}`;
  const language = /(?:^|\s)(?:lang(?:uage)?|highlight-source)-([\w+#-]+)/.exec(classes)?.[1] ?? '';
  const longest = Math.max(0, ...(text.match(/`{3,}/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return [`${fence}${language}\n${text}\n${fence}`];
}

/** A table that lays out the page is read cell by cell. A table without header cells gets an empty header, which Markdown asks for. */
function writeTable(element: Element): string[] {
  const table = readTable(element);
  if (!table) return writeBlocks(element);
  const rows = table.rows.map((row) => row.map(writeCell));
  const header = table.headerRows > 0 ? (rows.shift() ?? []) : (table.rows[0] ?? []).map(() => '');
  const rule = header.map(() => '---');
  const lines = [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const caption = table.caption && writeLine(table.caption);
  return [...(caption ? [`**${caption}**`] : []), lines.join('\n')];
}

function writeCell(cell: TableCell | undefined): string {
  return cell?.begins === 'here' ? writeLine(cell.element, '<br>').replaceAll('|', '\\|') : '';
}

function prefixLines(text: string, prefix: string): string {
  return text.replace(/^(?=.)/gm, prefix);
}
