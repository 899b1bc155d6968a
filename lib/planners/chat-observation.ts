import { estimateTokens } from '../trajectories/estimate-tokens';
import type { Form } from './chat-compaction';
import type { Fence } from './fence';
import type { HistoryEntry } from './planner';

export type ObservationEntry = Extract<HistoryEntry, { type: 'observation' }>;

/**
 * An observation as a chat model reads it. The tab is named when it is another than that of the observation before;
 * `most`: tokens of the text at most.
 */
export function describeObservation(
  entry: ObservationEntry,
  form: Form,
  tabBefore: number | undefined,
  most: number,
  fence: Fence,
): string {
  const where = entry.tabId === tabBefore ? '' : ` in tab ${entry.tabId}`;
  if (form === 'line') return `Left out${where}: ${fence.wrap(pageLine(entry))}`;
  if (form === 'whole') return `Page${where}:\n${fence.wrap(shorten(entry.text, most))}`;
  if (!entry.changes || entry.changes === 'nothing changed') return `The page${where} has not changed.`;
  return `Changes${where}:\n${fence.wrap(shorten(entry.changes, most))}`;
}

export function pageLine({ title, url }: ObservationEntry): string {
  return `page ${JSON.stringify(title)}  ${url}`;
}

const LEFT_OUT = '# the rest does not fit here; find_text and read_page reach it';

/** Whole lines from the beginning, up to so many tokens. */
function shorten(text: string, most: number): string {
  if (estimateTokens(text) <= most) return text;
  const kept: string[] = [];
  let tokens = estimateTokens(LEFT_OUT);
  for (const line of text.split('\n')) {
    tokens += estimateTokens(line) + 1;
    if (tokens > most) break;
    kept.push(line);
  }
  return [...kept, LEFT_OUT].join('\n');
}
