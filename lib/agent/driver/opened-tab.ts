import type { ActionResult } from '../../trajectories/action';
import { addNews } from '../../trajectories/result-message';
import { wholeTask } from '../tasks';
import { withDeadline } from './deadline';
import { lookUpTab } from './find-tab';
import { ACT_TIMEOUT_MS, LOOKUP_TIMEOUT_MS } from './limits';
import type { Session } from './session';

type Done = ActionResult & { status: 'done' };

/**
 * A tab that the action opened is part of its effect, also when the page cannot know of it. A window that the browser
 * did not let the page open is opened as a tab, if the guard would let the run open it.
 */
export async function withOpenedTab(session: Session, result: ActionResult): Promise<ActionResult> {
  if (result.status !== 'done' || result.effect.openedTab !== undefined) return result;
  const opened = await findOpened(session);
  if (opened !== undefined) return noteTab(result, opened);
  const { blockedWindow } = result.effect;
  return blockedWindow === undefined ? result : openInstead(session, result, blockedWindow);
}

function noteTab(result: Done, openedTab: number): Done {
  const message = addNews(result.message, `a new tab opened, tab ${openedTab}`);
  return { ...result, message, effect: { ...result.effect, openedTab } };
}

async function findOpened({ ports, state }: Session): Promise<number | undefined> {
  const never = new AbortController().signal;
  const ending = await withDeadline(ports.clock, never, LOOKUP_TIMEOUT_MS, () =>
    ports.tabs.openedBy(state.tabs),
  );
  if (ending.kind !== 'value') return undefined;
  return ending.value.findLast(({ tabId }) => !state.tabs.includes(tabId))?.tabId;
}

async function openInstead(session: Session, result: Done, url: string): Promise<Done> {
  const { ports, state, signal } = session;
  const call = { name: 'open_tab', args: { url } };
  const isAllowed = await mayOpen(session, call);
  const ending = isAllowed
    ? await withDeadline(ports.clock, signal, ACT_TIMEOUT_MS, (inner) =>
        ports.tabs.act(state.activeTab, call, state.tabs, inner),
      )
    : undefined;
  const opened =
    ending?.kind === 'value' && ending.value.status === 'done' ? ending.value.effect.openedTab : undefined;
  if (opened !== undefined) return noteTab(result, opened);
  return { ...result, message: addNews(result.message, 'the browser blocked it; open_tab opens it') };
}

async function mayOpen(session: Session, call: { name: string; args: { url: string } }): Promise<boolean> {
  const { ports, state } = session;
  const checked = ports.validateCall(call);
  if (!checked.ok) return false;
  const { definition, args } = checked;
  const { origins } = state;
  const task = wholeTask(state);
  const pageUrl = (await lookUpTab(session, state.activeTab))?.url ?? '';
  const grants = await ports.grants.list();
  return ports.judge({ call, definition, args, origins, pageUrl, grants, task }).decision === 'allow';
}
