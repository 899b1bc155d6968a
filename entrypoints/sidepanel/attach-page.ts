import { keepPicture, readAttachedPicture } from '../../lib/platform/files';
import { requestAccess } from '../../lib/platform/panel-tab';
import { sendCommand } from '../../lib/platform/send-command';
import { originOf } from '../../lib/guard/url-policy';
import type { Attachment } from '../../lib/trajectories/task';
import { panelState } from './panel-state';

/** Pictures in the task box; they are stored when the run begins. */
const waiting = new Map<string, string>();

/** What is selected on the page. Called straight from the click: the browser may have to ask for access. */
export async function attachSelection(): Promise<Attachment[]> {
  const text = await askPage('read-selection');
  return text === undefined ? [] : [{ kind: 'selection', text }];
}

/** What the page looks like, for models that see pictures. */
export async function attachPicture(): Promise<Attachment[]> {
  const dataUrl = await askPage('take-picture');
  if (dataUrl === undefined) return [];
  const attachment = await readAttachedPicture(dataUrl);
  waiting.set(attachment.hash, dataUrl);
  return [attachment];
}

async function askPage(type: 'read-selection' | 'take-picture'): Promise<string | undefined> {
  panelState.notice.value = undefined;
  const { tabId, url } = panelState.tab.value ?? { tabId: -1, url: '' };
  const origin = originOf(url);
  // First of all: browsers show their prompt only straight from the click.
  if (origin !== undefined) await requestAccess(origin).catch(() => false);
  const sent = await sendCommand({ type, tabId });
  if (sent.ok) return String(sent.value);
  panelState.notice.value = sent.failure;
  return undefined;
}

/** Stores the pictures of a task before its run begins. Rejects when storage refuses. */
export async function keepPictures(attachments: readonly Attachment[]): Promise<void> {
  for (const attachment of attachments) {
    const dataUrl = attachment.kind === 'picture' ? waiting.get(attachment.hash) : undefined;
    if (dataUrl !== undefined) await keepPicture(dataUrl);
  }
  waiting.clear();
}
