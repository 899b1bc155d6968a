import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ClampedText } from '../clamped-text';
import { ConfirmDialog } from '../confirm-dialog';
import { costWords } from '../cost-words';
import { evidenceLabel } from '../evidence-label';
import { FactList, type Fact } from '../fact-list';
import { formatCount, formatDuration, formatMoment, hostOf } from '../format-values';
import { BackIcon, DownloadIcon, TrashIcon } from '../icons';
import { FailureText } from '../notice';
import { PlanList } from '../panel/plan-list';
import { StatusIcon } from '../status-icon';
import { statusWord } from '../status-word';
import { EventList } from './event-list';
import { ExportDialog } from './export-dialog';
import type { LibraryProps, OpenRun } from './library-props';

export interface RunPageProps extends Pick<
  LibraryProps,
  'onDelete' | 'readExport' | 'onDownload' | 'readText' | 'onOpenSettings'
> {
  run: OpenRun;
  onBack(): void;
}

/** One run whole: what was asked, how it ended, and every event of its log. */
export function RunPage(props: RunPageProps) {
  const { state, events } = props.run;
  const [dialog, setDialog] = useState<'export' | 'delete'>();
  return (
    <article class="run-page">
      <button type="button" class="link-button back" onClick={props.onBack}>
        <BackIcon />
        {i18n.t('library.title')}
      </button>
      <header class="run-head">
        <ClampedText class="task-text" text={state.task.text} lines={6} />
        <div class="run-buttons">
          <button type="button" class="button with-icon" onClick={() => setDialog('export')}>
            <DownloadIcon />
            {i18n.t('library.export')}
          </button>
          <button type="button" class="button with-icon" onClick={() => setDialog('delete')}>
            <TrashIcon />
            {i18n.t('common.delete')}
          </button>
        </div>
      </header>
      <p class={`status status-${state.status}`}>
        <StatusIcon status={state.status} />
        <span>{statusWord(state.status)}</span>
      </p>
      {state.failure && (
        <div class="problem">
          <FailureText failure={state.failure} onOpenSettings={props.onOpenSettings} />
        </div>
      )}
      {state.outcome && <ClampedText class="answer" text={state.outcome.answer} lines={12} />}
      <FactList facts={runFacts(props.run)} />
      {state.plan.length > 0 && <PlanList plan={state.plan} />}
      <EventList events={events} steps={state.steps} readText={props.readText} />
      {dialog === 'export' && (
        <ExportDialog
          readExport={() => props.readExport(state.runId)}
          onDownload={props.onDownload}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'delete' && (
        <ConfirmDialog
          title={i18n.t('library.delete_run_title')}
          text={i18n.t('library.delete_run_text')}
          confirm={i18n.t('common.delete')}
          onConfirm={() => props.onDelete(state.runId)}
          onClose={() => setDialog(undefined)}
        />
      )}
    </article>
  );
}

function runFacts(run: OpenRun): Fact[] {
  const { state } = run;
  const { promptTokens, cachedTokens, completionTokens } = state.usage;
  const facts: Fact[] = [
    { label: i18n.t('fact.on'), value: hostOf(state.startUrl) },
    { label: i18n.t('settings.planner'), value: plannerWords(state.planner) },
    { label: i18n.t('fact.started'), value: formatMoment(state.startedAt) },
  ];
  if (state.endedAt !== undefined) {
    facts.push({ label: i18n.t('fact.took'), value: formatDuration(state.workedMs) });
  }
  if (promptTokens + completionTokens > 0) {
    const count = {
      read: formatCount(promptTokens),
      cached: formatCount(cachedTokens),
      written: formatCount(completionTokens),
    };
    facts.push({ label: i18n.t('fact.tokens'), value: i18n.t('library.token_split', count) });
  }
  const cost = costWords(state.cost);
  if (cost !== '') facts.push({ label: i18n.t('fact.cost'), value: cost });
  const { outcome } = state;
  if (outcome?.evidence) facts.push({ label: evidenceLabel(outcome), value: outcome.evidence });
  return facts;
}

function plannerWords(planner: OpenRun['state']['planner']): string {
  switch (planner.kind) {
    case 'chat-model':
      return `${planner.model} · ${hostOf(planner.baseUrl)}`;
    case 'builtin-model':
      return i18n.t('planner.builtin_model');
    case 'rules':
      return i18n.t('planner.rules');
    case 'recipe':
      return i18n.t('planner.recipe');
  }
}
