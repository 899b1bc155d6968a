import type { RunState, RunStatus } from '../../lib/agent/state';
import { i18n } from '#i18n';
import { costWords } from '../cost-words';
import { formatCount, formatDuration } from '../format-values';
import { LibraryIcon, SettingsIcon } from '../icons';
import { StatusIcon } from '../status-icon';
import { statusWord } from '../status-word';
import { isShown } from '../timeline';
import { useNow } from '../use-now';

export interface StatusRowProps {
  state?: RunState | undefined;
  onOpenLibrary(): void;
  onOpenSettings(): void;
}

/** State in a word and a shape, what it has cost so far, and the two ways out of the panel. */
export function StatusRow(props: StatusRowProps) {
  const status: RunStatus | 'ready' = props.state?.status ?? 'ready';
  return (
    <header class="status-row">
      <p role="status" class={`status status-${status}`}>
        <StatusIcon status={status} />
        <span>{statusWord(status)}</span>
      </p>
      {props.state && <RunNumbers state={props.state} />}
      <button type="button" class="icon-button" title={i18n.t('panel.library')} onClick={props.onOpenLibrary}>
        <LibraryIcon />
        <span class="sr-only">{i18n.t('panel.library')}</span>
      </button>
      <button
        type="button"
        class="icon-button"
        title={i18n.t('panel.settings')}
        onClick={props.onOpenSettings}
      >
        <SettingsIcon />
        <span class="sr-only">{i18n.t('panel.settings')}</span>
      </button>
    </header>
  );
}

function RunNumbers(props: { state: RunState }) {
  const { state } = props;
  // At work: a run that rested over night, or was gone on with a day later, did not take so long.
  const now = useNow(state.status === 'working');
  const sinceLast = state.status === 'working' ? Math.max(0, now - state.lastAt) : 0;
  const tokens = state.usage.promptTokens + state.usage.completionTokens;
  const steps = state.steps.filter(isShown).length;
  const cost = costWords(state.cost);
  const numbers = [
    formatDuration(state.workedMs + sinceLast),
    i18n.t('common.steps', steps),
    ...(tokens > 0 ? [i18n.t('common.tokens', { count: formatCount(tokens) })] : []),
    ...(cost === '' ? [] : [cost]),
  ];
  const words = numbers.join(' · ');
  return (
    <p class="run-numbers" title={words}>
      {words}
    </p>
  );
}
