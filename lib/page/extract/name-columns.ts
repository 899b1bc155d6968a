import type { AlignedColumn } from './align-fields';
import type { ColumnKind } from './listing';
import { findValueKind, KIND_NAMES } from './make-listing';

const LABEL_CLASS = /(^|[-_])(label|key|term|caption)s?$/i;

/** Words of class names and what a column of them is called. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/^(title|name|headline|heading|subject)$/, 'title'],
  [/^(price|cost|amount)$/, 'price'],
  [/^(rating|stars?|score|votes?|points)$/, 'rating'],
  [/^(reviews?|comments?)$/, 'reviews'],
  [/^(date|time|datetime|published|posted|age|ago|created|updated)$/, 'date'],
  [/^(author|byline|user|username|sender|from)$/, 'author'],
  [/^(brand|vendor|seller|company|manufacturer)$/, 'brand'],
  [/^(desc|description|summary|excerpt|snippet|teaser|abstract)$/, 'description'],
  [/^(location|place|city|address|country)$/, 'location'],
  [/^(category|categories|tags?|labels?|topics?)$/, 'category'],
  [/^(stock|availability|status|state|badge)$/, 'status'],
  [/^(rank|position|number)$/, 'rank'],
  [/^(sku|id|code)$/, 'id'],
  [
    /^(email|phone|salary|duration|size|color|colour|quantity|language|license|version|source|site|domain)$/,
    '',
  ],
];

export interface NamedColumn {
  name: string;
  kind: ColumnKind;
  column: AlignedColumn;
}

/** Names each column by its label, its markup or its values. A column of one and the same label names the next one and goes. */
export function nameColumns(columns: readonly AlignedColumn[]): NamedColumn[] {
  const named: NamedColumn[] = [];
  let label: string | undefined;
  for (const column of columns) {
    const constant = findLabel(column);
    if (constant !== undefined) {
      label = constant;
      continue;
    }
    const kind = findKind(column);
    named.push({ name: label ?? findName(column, kind), kind, column });
    label = undefined;
  }
  callFirstTitle(named);
  return named;
}

/** The same words in front of every value, marked as a label by a colon or a class. */
function findLabel({ fields }: AlignedColumn): string | undefined {
  const cells = fields.flatMap((cell) => cell ?? []);
  const [first] = cells;
  if (!first || cells.length < 2 || first.href !== undefined || first.text === '') return undefined;
  if (cells.some(({ text }) => text !== first.text)) return undefined;
  const isLabel =
    first.text.endsWith(':') || [...first.element.classList].some((name) => LABEL_CLASS.test(name));
  return isLabel ? first.text.replace(/\s*:$/, '') : undefined;
}

function findKind({ kind, fields }: AlignedColumn): ColumnKind {
  if (kind === 'image') return 'image';
  const cells = fields.flatMap((cell) => (cell && cell.some(({ text }) => text !== '') ? [cell] : []));
  const isDated = cells.length > 0 && cells.every((cell) => cell[0]?.element.closest('time'));
  return isDated ? 'date' : findValueKind(cells.flatMap((cell) => cell.map(({ text }) => text)));
}

function findName(column: AlignedColumn, kind: ColumnKind): string {
  const field = column.fields.find((cell) => cell?.[0])?.[0];
  if (!field) return 'text';
  return (
    field.label ??
    readHint(field.element) ??
    readMeaning(field.element) ??
    KIND_NAMES[kind] ??
    nameByTag(field.element)
  );
}

const HINTS = ['itemprop', 'data-label', 'data-title', 'data-th', 'data-field', 'data-column'] as const;

function readHint(element: Element): string | undefined {
  for (const at of [element, element.parentElement]) {
    for (const hint of HINTS) {
      const value = at?.getAttribute(hint)?.trim();
      if (value) return value.slice(0, 40);
    }
  }
  return undefined;
}

/** What the classes of the element, or of the one around it, say in plain words: `product-card__price--old` is "price". */
function readMeaning(element: Element): string | undefined {
  for (const at of [element, element.parentElement]) {
    if (!at || at.childElementCount > 3) continue;
    for (const className of listClassNames(at)) {
      const words = className
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .split(/[^a-z]+/);
      for (const word of words.reverse()) {
        const meaning = MEANINGS.find(([pattern]) => pattern.test(word));
        if (meaning) return meaning[1] || word;
      }
    }
  }
  return undefined;
}

function listClassNames(element: Element): string[] {
  const testId = element.getAttribute('data-testid');
  return testId === null ? [...element.classList] : [testId, ...element.classList];
}

function nameByTag(element: Element): string {
  return element.closest('h1,h2,h3,h4,h5,h6') ? 'title' : 'text';
}

/** When nothing is called a title, the first words with a link are. */
function callFirstTitle(columns: NamedColumn[]): void {
  if (columns.some(({ name }) => name === 'title' || name === 'name')) return;
  const linked = columns.find(
    ({ name, column }) =>
      name === 'text' &&
      column.fields.some((cell) => cell?.some(({ href, text }) => href !== undefined && text !== '')),
  );
  if (linked) linked.name = 'title';
}
