import { readTable, type TableCell } from '../read/read-table';
import { findHref, readWords } from './item-fields';
import type { Listing } from './listing';
import { findValueKind, KIND_NAMES, makeListing, type ValueColumn } from './make-listing';

/**
 * A table by its header cells; undefined when it only lays out the page. A cell that spans several rows stands in each of
 * them, one that spans several columns in the first.
 */
export function extractTable(element: Element): Listing | undefined {
  const table = readTable(element);
  if (!table) return undefined;
  const header = table.rows.slice(0, table.headerRows);
  const body = table.rows.slice(table.headerRows);
  if (body.length === 0) return undefined;
  const columns = (table.rows[0] ?? []).flatMap((_cell, index) => {
    const cells = body.map((row) => row[index]);
    return makeColumns(readHeader(header, index), cells, index);
  });
  const items = body.map(
    (row) => row.find((cell) => cell?.begins === 'here')?.element.closest('tr') ?? element,
  );
  return makeListing(columns, items, 0);
}

/** All header cells above a column, from the top: `2026 Sales`. */
function readHeader(header: readonly (TableCell | undefined)[][], index: number): string {
  const cells = header.flatMap((row) => row[index]?.element ?? []);
  return [...new Set(cells)].map(readWords).filter(Boolean).join(' ');
}

function makeColumns(header: string, cells: (TableCell | undefined)[], index: number): ValueColumn[] {
  const own = cells.map((cell) => (cell && cell.begins !== 'left' ? cell.element : undefined));
  const values = own.map((cell) => (cell ? readWords(cell) : ''));
  const kind = findValueKind(values);
  const name = header || KIND_NAMES[kind] || `column ${index + 1}`;
  const links = own.map((cell) => (cell && findHref(cell)) ?? '');
  return [
    { name, kind, values },
    { name: `${name} link`, kind: 'link', values: links },
  ];
}
