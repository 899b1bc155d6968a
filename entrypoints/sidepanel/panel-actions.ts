import type { PanelActions } from '../../components/panel/panel-props';
import type { Command } from '../../lib/platform/commands';
import { openPage, requestAccess } from '../../lib/platform/panel-tab';
import { forgetLoss } from '../../lib/platform/database-loss';
import { sendCommand } from '../../lib/platform/send-command';
import { attachFiles, keepFiles } from './attach-files';
import { attachPicture, attachSelection } from './attach-page';
import { dismissRun, panelState, putDraft, showRun } from './panel-state';

/** What the panel's buttons do: one command each. */
export const panelActions: PanelActions = {
  async run(text, attachments) {
    if (!(await keepFiles(attachments))) return false;
    return start({ type: 'start-run', tabId: shownTabId(), text, attachments });
  },
  async followUp(text, attachments) {
    if (!(await keepFiles(attachments))) return false;
    const asked = { runId: shownRunId(), tabId: shownTabId(), text, attachments };
    const isSent = await send({ type: 'follow-up', ...asked });
    if (isSent) panelState.draft.value = undefined;
    return isSent;
  },
  attach: attachFiles,
  attachSelection,
  attachPicture,
  runRecipe: (recipeId, params) => start({ type: 'start-recipe', tabId: shownTabId(), recipeId, params }),
  say: (text) => send({ type: 'say', runId: shownRunId(), text }),
  pause: () => void send({ type: 'pause', runId: shownRunId() }),
  resume: (more) =>
    void send({ type: 'resume', runId: shownRunId(), ...(more === undefined ? {} : { more }) }),
  stop: () => void send({ type: 'stop', runId: shownRunId() }),
  answer: (actionId, answer) => void send({ type: 'answer', runId: shownRunId(), actionId, answer }),
  async answerAccess(actionId, origin, answer) {
    // First of all: browsers show their prompt only straight from the click.
    if (answer !== 'deny' && !(await requestAccess(origin).catch(() => false))) return false;
    return send({ type: 'answer', runId: shownRunId(), actionId, answer });
  },
  handOver: (actionId, did) => void send({ type: 'hand-over', runId: shownRunId(), actionId, did }),
  reply: (actionId, text) => send({ type: 'reply', runId: shownRunId(), actionId, text }),
  saveRecipe: (name) => send({ type: 'save-recipe', runId: shownRunId(), name }),
  draft: (text) => putDraft({ text, attachments: [] }),
  newTask: dismissRun,
  openSettings: () => void openPage('settings.html'),
  openLibrary: (runId) =>
    void openPage(runId ? `library.html?run=${encodeURIComponent(runId)}` : 'library.html'),
};

async function start(command: Command): Promise<boolean> {
  const sent = await sendCommand(command);
  panelState.notice.value = sent.ok ? undefined : sent.failure;
  if (!sent.ok) return false;
  void forgetLoss();
  panelState.draft.value = undefined;
  showRun((sent.value as { runId: string }).runId);
  return true;
}

async function send(command: Command): Promise<boolean> {
  const sent = await sendCommand(command);
  panelState.notice.value = sent.ok ? undefined : sent.failure;
  return sent.ok;
}

function shownTabId(): number {
  return panelState.tab.value?.tabId ?? -1;
}

function shownRunId(): string {
  return panelState.run.value?.state.runId ?? '';
}
