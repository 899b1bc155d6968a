import { median, percentile, round } from '../observe/statistics.ts';
import type { StepTimings } from './step-timings.ts';

/** One step in one round. */
export interface StepResult {
  task: string;
  index: number;
  kind: string;
  ours: StepTimings;
  /** Milliseconds of the same step with page-agent's controller, one for each round; absent where it has no such action. */
  pageAgent?: number[];
}

export interface StepSummary {
  medianMs: number;
  p95Ms: number;
  /** Of the steps that it can do. NaN when it was not measured. */
  pageAgentMedianMs: number;
}

export function summarise(results: readonly StepResult[]): StepSummary {
  const ours = results.map((result) => result.ours.total);
  return {
    medianMs: round(median(ours)),
    p95Ms: round(percentile(ours, 0.95)),
    pageAgentMedianMs: round(median(results.flatMap(({ pageAgent = [] }) => pageAgent))),
  };
}
