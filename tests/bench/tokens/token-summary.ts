import type { PromptCount } from './count.ts';

/** One task as both did it. */
export interface TokenResult {
  name: string;
  errand: PromptCount;
  pageAgent: PromptCount;
}

export interface TokenSummary {
  tasks: number;
  /** Prompt tokens of all tasks, as a multiple of page-agent's. */
  xPrompt: number;
  /** The same of those that a provider's cache did not hold. */
  xUncached: number;
  /** Of all requests but the last of each task: the share of bytes that the next one begins with. */
  prefixShare: number;
}

export function summarise(results: readonly TokenResult[]): TokenSummary {
  const sum = (of: (result: TokenResult) => number): number =>
    results.reduce((all, result) => all + of(result), 0);
  const ratio = (part: keyof PromptCount): number =>
    round(sum(({ errand }) => errand[part]) / sum(({ pageAgent }) => pageAgent[part]));
  return {
    tasks: results.length,
    xPrompt: ratio('prompt'),
    xUncached: ratio('uncached'),
    prefixShare: round(sum(({ errand }) => errand.keptBytes) / sum(({ errand }) => errand.bytes)),
  };
}

export function formatResult({ name, errand, pageAgent }: TokenResult): string {
  const cells = [errand, pageAgent].map(
    ({ requests, prompt, uncached }) =>
      `${String(requests).padStart(3)} requests ${String(prompt).padStart(6)} tokens ${String(uncached).padStart(6)} uncached`,
  );
  return `${name.padEnd(26)} ${cells.join('   page-agent ')}`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
