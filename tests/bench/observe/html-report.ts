import { BARS, isReached } from './goal.ts';
import type { PageResult } from './measure.ts';
import { round } from './statistics.ts';
import type { Summary } from './summary.ts';
import { drawDots, drawGrowth, drawLegend, escapeHtml, type Point, type Series } from './svg-plot.ts';
import { formatCell, pickColumns } from './terminal-table.ts';

const TIMED: readonly Series[] = [
  { name: 'bare walk', colour: '#888888' },
  { name: 'Errand', colour: '#1a5fd0' },
  { name: 'aipex', colour: '#2a9d55' },
  { name: 'page-agent', colour: '#e08a00' },
  { name: 'page-agent boxes', colour: '#b3261e' },
  { name: 'playwright', colour: '#8a3ab9' },
];
const COUNTED: readonly Series[] = [
  { name: 'Errand near', colour: '#66a3ff' },
  { name: 'Errand', colour: '#1a5fd0' },
  { name: 'page-agent', colour: '#e08a00' },
  { name: 'playwright', colour: '#8a3ab9' },
  { name: 'aipex', colour: '#2a9d55' },
];

const STYLE = `
  :root { color-scheme: light dark; --line: #8884 } body { font: 14px/1.5 system-ui, sans-serif; max-width: 1000px; margin: 24px auto; padding: 0 16px }
  table { border-collapse: collapse; font-size: 12px } td, th { padding: 2px 8px; text-align: right; border-bottom: 1px solid var(--line) }
  td:first-child, th:first-child { text-align: left } .wide { overflow-x: auto } .missed { font-weight: 600; color: #c4281c }
  svg { max-width: 100%; height: auto } svg text { font-size: 11px; fill: currentColor } .grid, .row { stroke: var(--line) } .row { stroke-dasharray: 1 3 }
  .legend span { margin-right: 16px } .legend i { display: inline-block; width: 10px; height: 10px; border-radius: 5px; margin-right: 5px }
  pre { overflow-x: auto; font-size: 12px }`;

/** One self-contained page: the goal, the table, plots, and everything that was missed. */
export function renderReport(results: readonly PageResult[], summary: Summary, setting: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Observation benchmark</title><style>${STYLE}</style></head><body>
<h1>Observation benchmark</h1><p>${escapeHtml(setting)}</p>
<h2>Goal</h2>${renderGoal(summary)}
<h2>Time in ms, whole page</h2>${drawLegend(TIMED)}${drawDots(results.map(listTimes), TIMED, 'ms')}
<h2>Growth</h2>${drawLegend(TIMED)}${drawGrowth(results.flatMap(listPoints), TIMED)}
<h2>Tokens (o200k)</h2>${drawLegend(COUNTED)}${drawDots(results.map(listTokens), COUNTED, 'tokens')}
<h2>Every page</h2><div class="wide">${renderTable(results)}</div>
<h2>What was missed</h2>${results.map(renderMisses).join('\n')}
</body></html>`;
}

function renderGoal(summary: Summary): string {
  const rows = BARS.map((bar) => {
    const reached = isReached(bar, summary);
    const word = reached === undefined ? 'not measured' : reached ? 'reached' : 'missed';
    return `<tr><td>${escapeHtml(bar.title)}</td><td>${bar.atMost ? '≤' : '≥'} ${bar.bar}</td>
      <td>${formatCell(summary[bar.key])}</td><td class="${word}">${word}</td></tr>`;
  });
  return `<table><tr><th>figure</th><th>bar</th><th>measured</th><th></th></tr>${rows.join('')}</table>`;
}

function listTimes({ name, walkMs, pageMs, competitors }: PageResult) {
  return {
    name,
    values: {
      'bare walk': walkMs,
      Errand: pageMs,
      ...Object.fromEntries(Object.entries(competitors).map(([tool, { ms }]) => [tool, ms])),
    },
  };
}

function listTokens({ name, nearTokens, pageTokens, competitors }: PageResult) {
  return {
    name,
    values: {
      'Errand near': nearTokens,
      Errand: pageTokens,
      ...Object.fromEntries(Object.entries(competitors).map(([tool, { tokens }]) => [tool, tokens])),
    },
  };
}

function listPoints(result: PageResult): Point[] {
  const { values } = listTimes(result);
  return Object.entries(values).map(([series, y]) => ({ series, x: result.elements, y }));
}

function renderTable(results: readonly PageResult[]): string {
  const columns = pickColumns(true);
  const head = columns.map(({ title }) => `<th>${escapeHtml(title)}</th>`).join('');
  const rows = results.map(
    (result) =>
      `<tr><td>${escapeHtml(result.name)}</td>${columns.map(({ cell }) => `<td>${formatCell(cell(result))}</td>`).join('')}</tr>`,
  );
  return `<table><tr><th>page</th>${head}</tr>${rows.join('')}</table>`;
}

function renderMisses({ name, score, change, changePct }: PageResult): string {
  const lines = [
    ...(change ? [`after "${change.what}": ${round(changePct)} %`] : []),
    ...(score?.misses ?? []),
  ];
  if (lines.length === 0) return '';
  return `<details><summary>${escapeHtml(name)} (${score?.misses.length ?? 0})</summary><pre>${escapeHtml(lines.join('\n'))}</pre></details>`;
}
