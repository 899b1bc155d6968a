import { useState } from 'preact/hooks';
import type { RunSummary } from '../../lib/trajectories/run-summary';
import { i18n } from '#i18n';
import { costWords } from '../cost-words';
import { formatCount, formatMoment } from '../format-values';
import { StatusIcon } from '../status-icon';
import { statusWord } from '../status-word';
import { matchesFilter } from './matches-filter';

const PAGE_SIZE = 100;

export interface RunRowsProps {
  runs: RunSummary[] | undefined;
  filter: string;
  openId?: string | undefined;
  onOpen(runId: string): void;
}

/** The runs that match the filter, newest first. */
export function RunRows(props: RunRowsProps) {
  const [shown, setShown] = useState(PAGE_SIZE);
  if (props.runs === undefined) return null;
  const found = props.runs.filter((run) =>
    matchesFilter(props.filter, [run.title, run.site, statusWord(run.status)]),
  );
  return (
    <section aria-labelledby="runs-heading">
      <div class="section-head">
        <h2 id="runs-heading">{i18n.t('library.runs')}</h2>
        <p class="progress-text">{found.length}</p>
      </div>
      {found.length === 0 && (
        <p class="library-empty">
          {props.runs.length === 0 ? i18n.t('library.empty') : i18n.t('library.no_match')}
        </p>
      )}
      <ul role="list" aria-labelledby="runs-heading">
        {found.slice(0, shown).map((run) => (
          <RunRow key={run.id} run={run} isOpen={run.id === props.openId} onOpen={props.onOpen} />
        ))}
      </ul>
      {found.length > shown && (
        <button type="button" class="link-button" onClick={() => setShown(shown + PAGE_SIZE)}>
          {i18n.t('common.show_more')}
        </button>
      )}
    </section>
  );
}

function RunRow(props: { run: RunSummary; isOpen: boolean; onOpen(runId: string): void }) {
  const { run } = props;
  return (
    <li>
      <a
        class="run-row"
        href={`?run=${encodeURIComponent(run.id)}`}
        aria-current={props.isOpen ? 'page' : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          props.onOpen(run.id);
        }}
      >
        <span class={`status status-${run.status}`}>
          <StatusIcon status={run.status} />
        </span>
        <span dir="auto" class="run-title">
          {run.title}
        </span>
        <span class="run-facts">{runFacts(run)}</span>
      </a>
    </li>
  );
}

function runFacts(run: RunSummary): string {
  const tokens = run.usage.promptTokens + run.usage.completionTokens;
  return [
    statusWord(run.status),
    run.site,
    formatMoment(run.startedAt),
    i18n.t('common.steps', run.steps),
    tokens > 0 ? i18n.t('common.tokens', { count: formatCount(tokens) }) : '',
    costWords({ usd: run.costUsd ?? 0, unknownProposals: run.unpriced ?? 0 }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
