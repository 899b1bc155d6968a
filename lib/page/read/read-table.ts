/** One place of a table. */
export interface TableCell {
  element: Element;
  /** Where the cell that covers this place begins: here, or further left or up. */
  begins: 'here' | 'left' | 'above';
}

/** Cells of a table in a rectangle; undefined where a row has none. */
export interface TableCells {
  caption: Element | undefined;
  /** The first rows, as many as are header cells only. */
  headerRows: number;
  rows: (TableCell | undefined)[][];
}

const ROW_HOLDERS = new Set(['thead', 'tbody', 'tfoot', 'div', 'span']);
/** Cells that one cell may span; a page can claim any number. */
const WIDEST_SPAN = 200;

/** Undefined for a table that only lays things out: one column, one cell, or a table inside of it. */
export function readTable(table: Element): TableCells | undefined {
  if (table.querySelector('table')) return undefined;
  const rows = spreadRows(listRows(table));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns < 2 || rows.length === 0) return undefined;
  for (const row of rows) while (row.length < columns) row.push(undefined);
  const firstOfBody = rows.findIndex((row) => !row.every(isHeader));
  return {
    caption: table.querySelector('caption') ?? undefined,
    headerRows: firstOfBody < 0 ? 1 : firstOfBody,
    rows,
  };
}

function isHeader(cell: TableCell | undefined): boolean {
  return !cell || cell.element.localName === 'th' || cell.element.closest('thead') !== null;
}

function listRows(parent: Element): Element[] {
  return Array.from(parent.children).flatMap((child) => {
    if (child.localName === 'tr') return [child];
    return ROW_HOLDERS.has(child.localName) ? listRows(child) : [];
  });
}

function spreadRows(rows: readonly Element[]): (TableCell | undefined)[][] {
  /** For each column, the cell that stands in it from above, and in how many more rows. */
  const above: { element: Element; left: number }[] = [];
  return rows
    .map((row) => spreadRow(row, above))
    .filter((cells) => cells.some((cell) => cell?.begins === 'here'));
}

function spreadRow(row: Element, above: { element: Element; left: number }[]): (TableCell | undefined)[] {
  const cells: (TableCell | undefined)[] = [];
  const takeFromAbove = (): void => {
    for (let from = above[cells.length]; from && from.left > 0; from = above[cells.length]) {
      from.left--;
      cells.push({ element: from.element, begins: 'above' });
    }
  };
  for (const element of row.children) {
    takeFromAbove();
    const left = readSpan(element, 'rowspan') - 1;
    for (let across = 0; across < readSpan(element, 'colspan'); across++) {
      above[cells.length] = { element, left };
      cells.push({ element, begins: across === 0 ? 'here' : 'left' });
    }
  }
  takeFromAbove();
  return cells;
}

function readSpan(cell: Element, name: 'colspan' | 'rowspan'): number {
  return Math.min(WIDEST_SPAN, Math.max(1, Math.trunc(Number(cell.getAttribute(name))) || 1));
}
