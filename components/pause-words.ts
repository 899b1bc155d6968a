import { amountWords } from './format-values';
import type { Paused } from './timeline';
import { translate } from './translate';

/** Why a run rested, in a line. */
export function pauseWords({ why, reached }: Paused): string {
  if (why !== 'budget' || !reached) return translate({ key: KEYS[why] ?? 'note.paused', params: {} });
  const { measure, used, limit, per } = reached;
  const params = { used: amountWords(measure, used), limit: amountWords(measure, limit) };
  return translate({ key: per === 'day' ? 'note.paused_day_budget' : 'note.paused_budget', params });
}

const KEYS: Partial<Record<Paused['why'], string>> = {
  steps: 'note.paused_steps',
  loop: 'note.paused_loop',
  stuck: 'note.paused_stuck',
  restart: 'note.paused_restart',
  sleep: 'note.paused_sleep',
};
