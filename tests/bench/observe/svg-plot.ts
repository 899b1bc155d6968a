/** One kind of mark: a tool. */
export interface Series {
  name: string;
  colour: string;
}

export interface Point {
  series: string;
  x: number;
  y: number;
}

const WIDTH = 860;
const MARGIN = { left: 150, right: 20, top: 10, bottom: 34 };
const ROW_HEIGHT = 30;
const PLOT_HEIGHT = 320;

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Positions on a logarithmic scale from `low` to `high`, in pixels. */
function makeLogScale(low: number, high: number, from: number, to: number): (value: number) => number {
  const span = Math.log10(high) - Math.log10(low);
  return (value) => from + ((Math.log10(Math.max(value, low)) - Math.log10(low)) / span) * (to - from);
}

function powersOfTen(low: number, high: number): number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  return Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
}

function formatPower(value: number): string {
  return value >= 1_000 ? `${value / 1_000}k` : String(Number(value.toPrecision(1)));
}

export function drawLegend(series: readonly Series[]): string {
  const marks = series.map(
    ({ name, colour }) => `<span><i style="background:${colour}"></i>${escapeHtml(name)}</span>`,
  );
  return `<p class="legend">${marks.join(' ')}</p>`;
}

/** One line per page, a dot per tool, on a logarithmic scale; for values above 0. */
export function drawDots(
  rows: readonly { name: string; values: Readonly<Record<string, number | undefined>> }[],
  series: readonly Series[],
  unit: string,
): string {
  const all = rows.flatMap(({ values }) => Object.values(values)).filter(isPlottable);
  if (all.length === 0) return '';
  const ticks = powersOfTen(Math.min(...all), Math.max(...all));
  const height = MARGIN.top + rows.length * ROW_HEIGHT + MARGIN.bottom;
  const scale = makeLogScale(
    ticks[0] ?? 1,
    Math.max(ticks.at(-1) ?? 10, (ticks[0] ?? 1) * 10),
    MARGIN.left,
    WIDTH - MARGIN.right,
  );
  const body = rows.map(({ name, values }, index) => {
    const y = MARGIN.top + (index + 0.5) * ROW_HEIGHT;
    const dots = series.map(({ name: tool, colour }) =>
      drawDot(values[tool], colour, scale, y, `${name}, ${tool}`, unit),
    );
    return `<text x="${MARGIN.left - 8}" y="${y + 4}" text-anchor="end">${escapeHtml(name)}</text>
      <line class="row" x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y}" y2="${y}"/>${dots.join('')}`;
  });
  const grid = ticks.map((tick) => {
    const x = scale(tick);
    return `<line class="grid" x1="${x}" x2="${x}" y1="${MARGIN.top}" y2="${height - MARGIN.bottom}"/>
      <text x="${x}" y="${height - MARGIN.bottom + 16}" text-anchor="middle">${formatPower(tick)}</text>`;
  });
  return wrap(
    height,
    grid.join('') +
      body.join('') +
      `<text x="${WIDTH - MARGIN.right}" y="${height - 2}" text-anchor="end">${unit}, logarithmic</text>`,
  );
}

function drawDot(
  value: number | undefined,
  colour: string,
  scale: (value: number) => number,
  y: number,
  title: string,
  unit: string,
): string {
  if (!isPlottable(value)) return '';
  const label = `${title}: ${Number(value.toPrecision(3))} ${unit}`;
  return `<circle cx="${scale(value).toFixed(1)}" cy="${y}" r="5" fill="${colour}"><title>${escapeHtml(label)}</title></circle>`;
}

/** Time against size, both logarithmic: what is linear lies on a line of slope one. */
export function drawGrowth(points: readonly Point[], series: readonly Series[]): string {
  const plotted = points.filter(({ x, y }) => isPlottable(x) && isPlottable(y));
  if (plotted.length === 0) return '';
  const [xs, ys] = [plotted.map(({ x }) => x), plotted.map(({ y }) => y)];
  const xTicks = powersOfTen(Math.min(...xs), Math.max(...xs));
  const yTicks = powersOfTen(Math.min(...ys), Math.max(...ys));
  const bottom = PLOT_HEIGHT - MARGIN.bottom;
  const x = makeLogScale(xTicks[0] ?? 1, xTicks.at(-1) ?? 10, 60, WIDTH - MARGIN.right);
  const y = makeLogScale(yTicks[0] ?? 1, yTicks.at(-1) ?? 10, bottom, MARGIN.top);
  const grid = [
    ...xTicks.map(
      (tick) =>
        `<line class="grid" x1="${x(tick)}" x2="${x(tick)}" y1="${MARGIN.top}" y2="${bottom}"/><text x="${x(tick)}" y="${bottom + 16}" text-anchor="middle">${formatPower(tick)}</text>`,
    ),
    ...yTicks.map(
      (tick) =>
        `<line class="grid" x1="60" x2="${WIDTH - MARGIN.right}" y1="${y(tick)}" y2="${y(tick)}"/><text x="52" y="${y(tick) + 4}" text-anchor="end">${formatPower(tick)} ms</text>`,
    ),
  ];
  const dots = series.flatMap(({ name, colour }) =>
    plotted
      .filter((point) => point.series === name)
      .map(
        (point) =>
          `<circle cx="${x(point.x).toFixed(1)}" cy="${y(point.y).toFixed(1)}" r="4" fill="${colour}" fill-opacity="0.8"><title>${escapeHtml(`${name}: ${point.x} elements, ${Number(point.y.toPrecision(3))} ms`)}</title></circle>`,
      ),
  );
  return wrap(
    PLOT_HEIGHT,
    grid.join('') +
      dots.join('') +
      `<text x="${WIDTH - MARGIN.right}" y="${PLOT_HEIGHT - 2}" text-anchor="end">elements</text>`,
  );
}

function isPlottable(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value > 0;
}

function wrap(height: number, body: string): string {
  return `<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">${body}</svg>`;
}
