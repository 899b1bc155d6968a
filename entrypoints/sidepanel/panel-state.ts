import { signal } from '@preact/signals';
import type { PanelRun, TaskDraft } from '../../components/panel/panel-props';
import type { Recipe } from '../../lib/recipes/schema';
import type { Failure } from '../../lib/trajectories/failure';
import type { Sentence } from '../../lib/trajectories/verdict';
import { type PanelTab, watchPanelTab } from '../../lib/platform/panel-tab';
import { type PendingTask, takePendingTask, watchPendingTask } from '../../lib/platform/pending-task';
import { type RunTroubles, watchTroubles } from '../../lib/platform/run-trouble';
import { type Settings, watchSettings } from '../../lib/platform/settings';
import { database } from '../../lib/platform/database';
import { noticeLoss, watchLoss } from '../../lib/platform/database-loss';
import { watchPulse } from '../../lib/platform/pulse';
import { storageHealth, watchRecipes, watchRun, watchRunOfTab } from '../../lib/platform/store';
import { type Streamed, watchTokens } from '../../lib/platform/token-stream';

type Stop = () => void;

/** What the panel shows, fed by the platform's watchers. */
export const panelState = {
  tab: signal<PanelTab | undefined>(undefined),
  run: signal<PanelRun | undefined>(undefined),
  streaming: signal(''),
  waitsFor: signal<Sentence | undefined>(undefined),
  settings: signal<Settings | undefined>(undefined),
  recipes: signal<Recipe[]>([]),
  draft: signal<TaskDraft | undefined>(undefined),
  notice: signal<Failure | undefined>(undefined),
  troubles: signal<RunTroubles>({}),
  /** Whether the background answers; only asked while a run is at work. */
  isAlive: signal(true),
  /** The log was lost; told until the next task is started. */
  isLost: signal(false),
};

let stopTab: Stop = () => undefined;
let stopRun: Stop = () => undefined;
let stopPulse: Stop | undefined;
let runId: string | undefined;
/** A finished run that the user has put aside with "New task". */
let dismissedRunId: string | undefined;
let drafts = 0;

/** Starts every watcher; the panel lives as long as its page, so nothing of this is ever stopped. */
export async function watchPanel(): Promise<void> {
  watchSettings((settings) => (panelState.settings.value = settings));
  noticeLoss(database, () => Date.now());
  watchLoss((isLost) => (panelState.isLost.value = isLost));
  watchTroubles((troubles) => (panelState.troubles.value = troubles));
  watchPanelTab(followTab);
  const health = await storageHealth();
  if (!health.ok) panelState.notice.value = health.failure;
  watchRecipes((recipes) => (panelState.recipes.value = recipes));
}

/** Puts a text into the task box. */
export function putDraft(draft: Omit<TaskDraft, 'id'>): void {
  drafts += 1;
  panelState.draft.value = { ...draft, id: drafts };
}

/** Shows a run that has just been started here, before the store tells of it. */
export function showRun(id: string | undefined): void {
  if (id === undefined || id === runId || id === dismissedRunId) return;
  stopRun();
  runId = id;
  const stopWatching = watchRun(id, (run) => {
    const before = panelState.run.value?.state.nextSeq;
    if (run && run.state.nextSeq !== before) {
      panelState.streaming.value = '';
      panelState.waitsFor.value = undefined;
      if (before !== undefined) dropStorageNotice();
    }
    panelState.run.value = run;
    feelPulse(run?.state.status === 'working');
  });
  const stopTokens = watchTokens(id, noteStreamed);
  stopRun = () => {
    stopWatching();
    stopTokens();
  };
}

/** Words follow each other; what the planner waits for takes their place, and is gone with the next word. */
function noteStreamed(streamed: Streamed): void {
  panelState.streaming.value = 'text' in streamed ? panelState.streaming.value + streamed.text : '';
  panelState.waitsFor.value = 'text' in streamed ? undefined : streamed.status;
}

/** A background that nobody waits for may sleep: asking it would keep it awake. */
function feelPulse(isAtWork: boolean): void {
  if (isAtWork) stopPulse ??= watchPulse((isAlive) => (panelState.isAlive.value = isAlive));
  else {
    stopPulse?.();
    stopPulse = undefined;
    panelState.isAlive.value = true;
  }
}

/** What is wrong beside the run itself: what was told last, what keeps the run from going on, what became of the data. */
export function findNotice(): Failure | undefined {
  const { notice, troubles, run, isAlive, isLost } = panelState;
  if (!isAlive.value) return { code: 'background-unreachable', message: 'The background does not answer.' };
  const trouble = notice.value ?? troubles.value[run.value?.state.runId ?? ''];
  return (
    trouble ?? (isLost.value ? { code: 'storage-lost', message: 'The database was made anew.' } : undefined)
  );
}

/** A new event has been written: what stood in its way is over. */
function dropStorageNotice(): void {
  if (panelState.notice.value?.code.startsWith('storage-')) panelState.notice.value = undefined;
}

/** Puts the shown run aside; it stays in the library. */
export function dismissRun(): void {
  dismissedRunId = runId;
  clearRun();
}

function clearRun(): void {
  stopRun();
  stopRun = () => undefined;
  runId = undefined;
  panelState.run.value = undefined;
  feelPulse(false);
  panelState.streaming.value = '';
  panelState.waitsFor.value = undefined;
}

function followTab(tab: PanelTab | undefined): void {
  const before = panelState.tab.value?.tabId;
  // A closed tab keeps its run on show, so that the reason can be read.
  if (!tab) return;
  panelState.tab.value = tab;
  if (tab.tabId === before) return;
  stopTab();
  clearRun();
  const stopNewest = watchRunOfTab(tab.tabId, showRun);
  const stopPending = watchPendingTask(tab.tabId, takePending);
  void takePendingTask(tab.tabId).then((task) => task && takePending(task));
  stopTab = () => {
    stopNewest();
    stopPending();
  };
}

function takePending(task: PendingTask): void {
  if (panelState.run.value && panelState.run.value.state.endedAt !== undefined) dismissRun();
  const { recipeId, ...rest } = task;
  putDraft(recipeId === undefined ? rest : { ...rest, recipeId });
}
