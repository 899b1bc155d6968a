import { formatDay } from '../format-values';

/** One bar: its parts from the bottom up, in the order of the legend. */
export interface Bar {
  day: string;
  parts: number[];
  /** What the bar says, for the pointer that rests on it. */
  title: string;
}

export interface DayChartProps {
  title: string;
  /** The most that a bar reaches, in words. */
  most: string;
  bars: Bar[];
  /** Names of the parts; none for bars of one part. */
  legend: string[];
  /** What the chart shows in a sentence: the table beside it has the rest. */
  summary: string;
}

const HEIGHT = 100;
const STEP = 10;
const BAR_WIDTH = 8;

/** Bars per day, as tall as the chart at the day that took most. Its words are HTML, so that they keep their size. */
export function DayChart(props: DayChartProps) {
  const { bars } = props;
  const most = Math.max(0, ...bars.map(({ parts }) => sumOf(parts)));
  return (
    <figure class="day-chart">
      <figcaption>
        <span class="chart-title">{props.title}</span>
        <span class="hint">{props.most}</span>
      </figcaption>
      <svg
        role="img"
        aria-label={props.summary}
        viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {bars.map((bar, index) => (
          <BarParts key={bar.day} bar={bar} x={index * STEP + 1} scale={most === 0 ? 0 : HEIGHT / most} />
        ))}
      </svg>
      <p class="chart-axis hint">
        <span>{formatDay(bars[0]?.day ?? '')}</span>
        <span>{formatDay(bars.at(-1)?.day ?? '')}</span>
      </p>
      {props.legend.length > 0 && (
        <ul role="list" class="chart-legend">
          {props.legend.map((name, index) => (
            <li key={name}>
              <span class={`chart-key part-${index}`} aria-hidden="true" />
              {name}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

function BarParts({ bar, x, scale }: { bar: Bar; x: number; scale: number }) {
  const tops = bar.parts.map((_, index) => sumOf(bar.parts.slice(0, index + 1)));
  return (
    <g>
      <title>{bar.title}</title>
      <rect class="chart-ground" x={x} y={0} width={BAR_WIDTH} height={HEIGHT} />
      {bar.parts.map((part, index) => (
        <rect
          key={index}
          class={`part-${index}`}
          x={x}
          y={HEIGHT - (tops[index] ?? 0) * scale}
          width={BAR_WIDTH}
          height={part * scale}
        />
      ))}
    </g>
  );
}

function sumOf(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0);
}
