import type { BuiltinModelState } from '../../planners/builtin-model/builtin-model-port';
import { wait } from '../wait';
import { findLanguageModel, LANGUAGES } from './language-model-api';

/** Asking for it may hang where the browser's component is broken. */
const STATE_TIMEOUT_MS = 5_000;

const STATES: Record<string, BuiltinModelState> = {
  available: 'ready',
  downloadable: 'downloadable',
  downloading: 'downloading',
};

/** Whether the browser's own model can be asked now. Never rejects. */
export async function readBuiltinModelState(): Promise<BuiltinModelState> {
  const api = findLanguageModel();
  if (api === undefined) return 'missing';
  const over = new AbortController();
  try {
    const told = await Promise.race([
      api.availability(LANGUAGES),
      wait(STATE_TIMEOUT_MS, over.signal).then(() => 'unavailable'),
    ]);
    return STATES[told] ?? 'unable';
  } catch {
    return 'unable';
  } finally {
    over.abort();
  }
}

/**
 * Has the browser download its model; `onProgress` gets the share that has come, 0 to 1. To be called straight from a
 * click: browsers want one. Whether it is ready afterwards; never rejects.
 */
export async function downloadBuiltinModel(onProgress: (share: number) => void): Promise<boolean> {
  try {
    const session = await findLanguageModel()?.create({
      ...LANGUAGES,
      monitor: (monitor) =>
        monitor.addEventListener('downloadprogress', (event) => onProgress(shareOf(event))),
    });
    session?.destroy();
    return session !== undefined;
  } catch {
    return false;
  }
}

function shareOf(event: Event): number {
  const { loaded } = event as ProgressEvent;
  return Math.min(1, Math.max(0, loaded));
}
