import type { ZooRow } from './row.ts';
import type { RowResult } from './run-row.ts';
import type { BrowserName } from './zoo-browser.ts';

export interface TableRow {
  row: ZooRow;
  results: Partial<Record<BrowserName, RowResult>>;
}

export interface Summary {
  rows: number;
  libraries: number;
  /** Ids of the rows that failed, in Chromium when it ran. */
  failed: string[];
  handed: string[];
  /** Of the rows that ran in Firefox, the share that passed or was handed over; null: it did not run. */
  firefoxShare: number | null;
}

/** Rows that may need the user's own click. */
const MOST_HANDED = 3;
const LEAST_FIREFOX_SHARE = 0.9;

export function summarise(table: readonly TableRow[]): Summary {
  const inFirefox = table.flatMap(({ results }) => results.firefox ?? []);
  const idsOf = (outcome: RowResult['outcome']): string[] =>
    table
      .filter(({ results }) => (results.chromium ?? results.firefox)?.outcome === outcome)
      .map(({ row }) => row.id);
  return {
    rows: table.length,
    libraries: new Set(table.map(({ row }) => row.library)).size,
    failed: idsOf('failed'),
    handed: idsOf('handed'),
    firefoxShare:
      inFirefox.length === 0
        ? null
        : Number(
            (inFirefox.filter(({ outcome }) => outcome !== 'failed').length / inFirefox.length).toFixed(3),
          ),
  };
}

/** Whether the zoo's bar is reached by what ran. */
export function isReached(table: readonly TableRow[], summary: Summary): boolean {
  const chromiumFailed = table.some(({ results }) => results.chromium?.outcome === 'failed');
  const firefoxFailed = summary.firefoxShare !== null && summary.firefoxShare < LEAST_FIREFOX_SHARE;
  return table.length > 0 && !chromiumFailed && !firefoxFailed && summary.handed.length <= MOST_HANDED;
}

const WIDTHS = { id: 30, library: 24, outcome: 16 };

export function formatHead(): string {
  return formatCells('id', 'library', 'chromium', 'firefox');
}

/** A line for the row and, indented, one for each thing that went wrong. */
export function formatRow({ row, results }: TableRow): string {
  const { chromium, firefox } = results;
  return [
    formatCells(row.id, row.library, formatOutcome(chromium), formatOutcome(firefox)),
    ...wrongLines(results).map((text) => `    ${text}`),
  ].join('\n');
}

function formatCells(id: string, library: string, chromium: string, firefox: string): string {
  const { outcome } = WIDTHS;
  const cells = [id.padEnd(WIDTHS.id), library.padEnd(WIDTHS.library), chromium.padEnd(outcome), firefox];
  return cells.join(' ');
}

function formatOutcome(result: RowResult | undefined): string {
  return result ? `${result.outcome} ${(result.ms / 1000).toFixed(1)} s` : '-';
}

function wrongLines(results: TableRow['results']): string[] {
  return Object.entries(results).flatMap(([browser, result]) =>
    [...result.notes, ...result.wrong, ...lastWords(result)].map(
      (text) => `${browser}: ${text.replace(/\s+/g, ' ').slice(0, 400)}`,
    ),
  );
}

/** What the actions of a failed row reported before. */
function lastWords({ wrong, messages }: RowResult): string[] {
  if (wrong.length === 0) return [];
  const unremarkable = messages.filter((said) => !/FAILED|^finish/.test(said));
  return unremarkable.slice(-3).map((said) => `said: ${said}`);
}

export function renderMarkdown(table: readonly TableRow[], summary: Summary): string {
  const rows = table.map(({ row, results }) => {
    const wrong = wrongLines(results).map((text) => text.replaceAll('|', '\\|'));
    return `| ${row.id} | ${row.library} | ${results.chromium?.outcome ?? '-'} | ${results.firefox?.outcome ?? '-'} | ${wrong.join('<br>')} |`;
  });
  return [
    '# The widget zoo',
    '',
    '| row | library | Chromium | Firefox | what went wrong |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    `${summary.rows} rows, ${summary.libraries} libraries, ${summary.failed.length} failed, ${summary.handed.length} handed to the user.`,
    '',
  ].join('\n');
}
