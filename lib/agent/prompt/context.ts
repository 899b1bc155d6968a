import type { HistoryEntry, NotDone, PlannerContext } from '../../planners/planner';
import type { ActionResult } from '../../trajectories/action';
import type { HistoryItem, RunState, StepState } from '../state';
import { tasksOf } from '../tasks';

const TEXT_GONE = '(the text of this page is no longer stored)';

/**
 * Everything that a planner may look at, from the state and the texts beside the log alone. The results of a
 * proposal's actions follow it, in the order of its calls, before whatever else happened.
 */
export async function buildContext(
  state: RunState,
  findText: (hash: string) => Promise<string | undefined>,
): Promise<PlannerContext> {
  const history = (await Promise.all(state.history.map((item) => readItem(state, item, findText)))).flat();
  const pictures = await readPictures(state, findText);
  const last = history.findLast((entry) => entry.type === 'observation');
  return {
    task: state.task,
    ...(pictures === undefined ? {} : { pictures }),
    plan: state.plan,
    history,
    observation: {
      tabId: last?.tabId ?? state.activeTab,
      url: last?.url ?? state.startUrl,
      title: last?.title ?? '',
      text: last?.text ?? '',
    },
    tabs: state.tabs.map((tabId) => describeTab(state, tabId)),
    runId: state.runId,
  };
}

async function readPictures(
  state: RunState,
  findText: (hash: string) => Promise<string | undefined>,
): Promise<Record<string, string> | undefined> {
  const attached = tasksOf(state).flatMap(({ attachments }) => attachments);
  const hashes = attached.flatMap((one) => (one.kind === 'picture' ? [one.hash] : []));
  if (hashes.length === 0) return undefined;
  const found = await Promise.all(hashes.map(async (hash) => [hash, await findText(hash)] as const));
  return Object.fromEntries(found.flatMap(([hash, text]) => (text === undefined ? [] : [[hash, text]])));
}

async function readItem(
  state: RunState,
  item: HistoryItem,
  findText: (hash: string) => Promise<string | undefined>,
): Promise<HistoryEntry[]> {
  if (item.type === 'observation') {
    const { seq, tabId, url, title, textHash, changesHash } = item;
    const text = (await findText(textHash)) ?? TEXT_GONE;
    const changes = changesHash === undefined ? undefined : await findText(changesHash);
    return [
      { type: 'observation', seq, tabId, url, title, text, ...(changes === undefined ? {} : { changes }) },
    ];
  }
  if (item.type !== 'proposal') return [item];
  const { seq, proposal, stepStart } = item;
  const steps = state.steps.slice(stepStart, stepStart + proposal.actions.length);
  const results = steps.map(async (step): Promise<HistoryEntry> => {
    const { call, result } = step;
    const hash = result?.status === 'done' ? result.image : undefined;
    const image = hash === undefined ? undefined : await findText(hash);
    return { type: 'result', seq, call, result: resultOf(step), ...(image === undefined ? {} : { image }) };
  });
  return [{ type: 'proposal', seq, proposal }, ...(await Promise.all(results))];
}

function resultOf(step: StepState): ActionResult | NotDone {
  if (step.result) return step.result;
  return {
    status: 'not-done',
    message: step.notDone ?? 'it was not started.',
    ...(step.answer === undefined ? {} : { answer: step.answer }),
  };
}

function describeTab(state: RunState, tabId: number): PlannerContext['tabs'][number] {
  const seen = state.history.findLast((item) => item.type === 'observation' && item.tabId === tabId);
  const page = seen?.type === 'observation' ? { url: seen.url, title: seen.title } : { url: '', title: '' };
  return { tabId, ...page, active: tabId === state.activeTab };
}
