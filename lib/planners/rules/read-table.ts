import { compareWords, coverage } from './compare-words';
import { descendants, type PageNode, type PageTree } from './read-observation';

/** A table as text: the heads of its columns and the cells of its rows. */
export interface Table {
  heads: string[];
  rows: { node: PageNode; cells: string[]; text: string }[];
}

const CELLS = new Set(['cell', 'gridcell', 'rowheader', 'columnheader']);

/** Every table of the page that has column heads. Rows are one line each, cells joined by ` | `. */
export function readTables(page: PageTree): Table[] {
  return page.nodes
    .filter(({ role }) => role === 'table' || role === 'grid' || role === 'treegrid')
    .flatMap((table) => {
      const rows = descendants(table).filter(({ role }) => role === 'row');
      const head = rows.find((row) => row.states.has('header'));
      if (head === undefined) return [];
      const heads = cellsOf(head);
      return [
        {
          heads,
          rows: rows
            .filter((row) => row !== head)
            .map((node) => ({ node, cells: fillCells(node, heads.length), text: rowText(node) })),
        },
      ];
    });
}

/** The cell at a named column of a named row; without a row, the only row that has one. */
export function findCell(
  table: Table,
  column: string,
  row: string | undefined,
): { value: string; line: string } | undefined {
  const at = findColumn(table, column);
  if (at === -1) return undefined;
  const named = row === undefined ? table.rows : bestRows(table, row);
  const full = named.filter(({ cells }) => (cells[at] ?? '') !== '' && cells.length > at);
  const own =
    row === undefined
      ? full.filter(
          ({ cells }) => cells.filter((cell) => cell !== '').length >= Math.min(3, table.heads.length),
        )
      : full;
  const found = own[0];
  if (found === undefined || (row === undefined && own.length !== 1)) return undefined;
  return { value: found.cells[at] ?? '', line: found.text };
}

function findColumn({ heads }: Table, column: string): number {
  const scored = heads.map((head, index) => ({ index, score: compareWords(column, head) }));
  const best = scored.sort((one, other) => other.score - one.score)[0];
  return best !== undefined && best.score > 0.7 ? best.index : -1;
}

function bestRows({ rows }: Table, words: string): Table['rows'] {
  const scored = rows.map((row) => ({
    row,
    score: coverage(words, row.text) + Math.max(0, ...row.cells.map((cell) => compareWords(words, cell))) / 2,
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best < 0.7 ? [] : scored.filter(({ score }) => score > best - 0.01).map(({ row }) => row);
}

function cellsOf(row: PageNode): string[] {
  const cells = row.children.filter(({ role }) => CELLS.has(role));
  if (cells.length > 0) return cells.map(({ name }) => name);
  const texts = row.name.split(' | ').map((cell) => cell.trim());
  return row.name === '' ? row.children.map(({ name }) => name) : texts;
}

/** A cell that holds only a control is empty in the row's text: the controls fill the gaps, in order. */
function fillCells(row: PageNode, columns: number): string[] {
  const cells = cellsOf(row);
  const controls = row.children.filter(({ ref }) => ref !== undefined);
  const filled = cells.map((cell) => {
    if (cell !== '') return cell;
    const control = controls.shift();
    return control?.value ?? control?.name ?? '';
  });
  while (filled.length < columns && controls.length > 0) {
    const control = controls.shift();
    filled.push(control?.value ?? control?.name ?? '');
  }
  return filled;
}

function rowText(row: PageNode): string {
  return [row, ...descendants(row)]
    .flatMap((node) => [node.name, node.value ?? ''])
    .filter((text) => text !== '')
    .join(' | ');
}
