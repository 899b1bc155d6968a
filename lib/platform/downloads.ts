import type { Downloads } from 'webextension-polyfill';
import type { ActionResult, Download } from '../trajectories/action';
import { addNews } from '../trajectories/result-message';
import { browser } from './browser';
import { wait } from './wait';

const PERMISSION = { permissions: ['downloads' as const] };

/** How long the end of a download is waited for; a longer one is told as started. */
const END_TIMEOUT_MS = 8_000;
/** How long a file that seems to be on its way may take to show up among the downloads. */
const SHOW_UP_TIMEOUT_MS = 1_000;

/** The browser has the API only while the user allows it. */
function api(): Downloads.Static | undefined {
  return (browser as { downloads?: Downloads.Static }).downloads;
}

export function mayDownload(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/** Asks the browser. Must be called straight from a click: nothing awaited before it. */
export function requestDownloads(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/** Saves what is at an http(s) address. Failure codes: `downloads-not-allowed`, `download-failed`. */
export async function saveFile(url: string, signal: AbortSignal): Promise<ActionResult> {
  const downloads = api();
  if (!downloads || !(await mayDownload())) {
    const message =
      'The user has not allowed Errand to save files. Ask them with ask_user to allow it in the settings under Files, or click the link instead.';
    return { status: 'failed', failure: { code: 'downloads-not-allowed', message } };
  }
  const id = await downloads.download({ url });
  const item = await waitForEnd(downloads, id, signal);
  const download = describeItem(item);
  if (download.state === 'failed') {
    const message = `The file at ${url} could not be saved (${item?.error ?? 'no reason given'}).`;
    return { status: 'failed', failure: { code: 'download-failed', message, params: { url } } };
  }
  return { status: 'done', message: phrase(download), effect: { download } };
}

/** Notices the files that the browser begins to save while an action is done; nothing without the user's leave. */
export interface DownloadWatch {
  /** The result with the file that was saved since the watch was made. */
  report(result: ActionResult, signal: AbortSignal): Promise<ActionResult>;
  stop(): void;
}

export function watchDownloads(): DownloadWatch {
  const downloads = api();
  const begun: Downloads.DownloadItem[] = [];
  let notify = (): void => undefined;
  const onCreated = (item: Downloads.DownloadItem): void => {
    begun.push(item);
    notify();
  };
  downloads?.onCreated.addListener(onCreated);
  return {
    async report(result, signal) {
      if (!downloads || result.status !== 'done') return result;
      if (result.effect.download && begun.length === 0) {
        const shown = new Promise<void>((resolve) => (notify = resolve));
        await Promise.race([shown, wait(SHOW_UP_TIMEOUT_MS, signal)]);
      }
      const [first] = begun;
      if (!first) return result;
      const download = describeItem(await waitForEnd(downloads, first.id, signal));
      const message = addNews(withoutGuess(result.message), phrase(download));
      return { ...result, message, effect: { ...result.effect, download } };
    },
    stop: () => downloads?.onCreated.removeListener(onCreated),
  };
}

/** The page could only guess at what the browser knows. */
function withoutGuess(message: string): string {
  return message.replace(/[;,] a file download seems to have started/, '');
}

async function waitForEnd(
  downloads: Downloads.Static,
  id: number,
  signal: AbortSignal,
): Promise<Downloads.DownloadItem | undefined> {
  const find = async () => (await downloads.search({ id }))[0];
  let notify = (): void => undefined;
  const ended = new Promise<void>((resolve) => (notify = resolve));
  const onChanged = (change: Downloads.OnChangedDownloadDeltaType): void => {
    if (change.id === id && change.state && change.state.current !== 'in_progress') notify();
  };
  downloads.onChanged.addListener(onChanged);
  try {
    const now = await find();
    if (now?.state === 'in_progress') await Promise.race([ended, wait(END_TIMEOUT_MS, signal)]);
  } finally {
    downloads.onChanged.removeListener(onChanged);
  }
  return find();
}

const STATES: Record<string, Download['state']> = {
  in_progress: 'started',
  complete: 'saved',
  interrupted: 'failed',
};

function describeItem(item: Downloads.DownloadItem | undefined): Download {
  if (!item) return { state: 'started' };
  const name = item.filename.split(/[\\/]/).at(-1) ?? '';
  const bytes = item.bytesReceived > 0 ? item.bytesReceived : item.totalBytes;
  const state = STATES[item.state];
  return {
    ...(name === '' ? {} : { name: name.slice(0, 255) }),
    ...(bytes >= 0 ? { bytes } : {}),
    ...(state === undefined ? {} : { state }),
  };
}

function phrase({ name, bytes, state }: Download): string {
  const file = name === undefined ? 'a file' : `file ${JSON.stringify(name)}`;
  const size = bytes === undefined ? '' : ` (${bytes} bytes)`;
  if (state === 'failed') return `${file} could not be saved`;
  return state === 'saved' ? `${file}${size} was saved` : `${file} is being saved`;
}
