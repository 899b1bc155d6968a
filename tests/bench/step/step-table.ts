import { median, percentile } from '../observe/statistics.ts';
import { formatCell } from '../observe/terminal-table.ts';
import type { StepResult } from './step-summary.ts';
import type { StepTimings } from './step-timings.ts';

const NAME_WIDTH = 30;

type Part = keyof StepTimings;

const PARTS: readonly Part[] = ['judge', 'act', 'settle', 'acting', 'observe', 'send', 'total'];

/** A line for each kind of step: how many, our median and 95th percentile, page-agent's median. */
export function formatKinds(results: readonly StepResult[]): string {
  const kinds = [...new Set(results.map(({ kind }) => kind))];
  const lines = kinds.map((kind) =>
    formatGroup(
      kind,
      results.filter((one) => one.kind === kind),
    ),
  );
  return [
    formatLine('step', ['steps', 'median', 'p95', 'page-agent']),
    ...lines,
    formatGroup('all', results),
  ].join('\n');
}

function formatGroup(name: string, results: readonly StepResult[]): string {
  const totals = results.map(({ ours }) => ours.total);
  const theirs = results.flatMap(({ pageAgent = [] }) => pageAgent);
  return formatLine(
    name,
    [results.length, median(totals), percentile(totals, 0.95), median(theirs)].map(formatCell),
  );
}

/** Where our time goes: median and 95th percentile of every part of a step. */
export function formatParts(results: readonly StepResult[]): string {
  const values = PARTS.map((part) => results.flatMap(({ ours }) => ours[part] ?? []));
  return [
    formatLine('part of a step', PARTS),
    formatLine(
      'median',
      values.map((ms) => formatCell(median(ms))),
    ),
    formatLine(
      'p95',
      values.map((ms) => formatCell(percentile(ms, 0.95))),
    ),
  ].join('\n');
}

/** One step of one round, with its parts. */
export function formatStep({ task, index, kind, ours }: StepResult): string {
  return formatLine(
    `${task} ${index} ${kind}`,
    PARTS.map((part) => formatCell(ours[part])),
  );
}

function formatLine(name: string, cells: readonly string[]): string {
  return name.slice(0, NAME_WIDTH - 1).padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(11)).join('');
}
