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

const WIDTHS = { id: 30, library: 24, outcome: 9, ms: 7 };

export function formatHead(): string {
  return [
    'id'.padEnd(WIDTHS.id),
    'library'.padEnd(WIDTHS.library),
    'chromium'.padEnd(WIDTHS.outcome),
    'firefox'.padEnd(WIDTHS.outcome),
    'ms'.padStart(WIDTHS.ms),
  ].join(' ');
}

/** A line for the row and, indented, one for each thing that went wrong. */
export function formatRow({ row, results }: TableRow): string {
  const ms = (results.chromium ?? results.firefox)?.ms ?? 0;
  const cells = [
    row.id.padEnd(WIDTHS.id),
    row.library.padEnd(WIDTHS.library),
    (results.chromium?.outcome ?? '-').padEnd(WIDTHS.outcome),
    (results.firefox?.outcome ?? '-').padEnd(WIDTHS.outcome),
    String(Math.round(ms)).padStart(WIDTHS.ms),
  ].join(' ');
  return [cells, ...wrongLines(results)].join('\n');
}

function wrongLines(results: TableRow['results']): string[] {
  return Object.entries(results).flatMap(([browser, { wrong, messages }]) =>
    wrong.length === 0
      ? []
      : [
          ...wrong,
          ...messages
            .filter((said) => !/FAILED|^finish/.test(said))
            .slice(-3)
            .map((said) => `said: ${said}`),
        ].map((text) => `    ${browser}: ${text.replace(/\s+/g, ' ').slice(0, 400)}`),
  );
}

export function renderMarkdown(table: readonly TableRow[], summary: Summary): string {
  const rows = table.map(({ row, results }) => {
    const wrong = wrongLines(results).map((text) => text.trim().replaceAll('|', '\\|'));
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
