import { z } from 'zod';
import { attachmentSchema } from '../trajectories/task';
import { browser } from './browser';

const pendingTaskSchema = z.object({
  text: z.string(),
  attachments: z.array(attachmentSchema),
  /** A recipe that was chosen in the menu and still needs its parameters. */
  recipeId: z.string().optional(),
});

/** What a right-click hands to the panel: the context, and words if there are any. */
export type PendingTask = z.infer<typeof pendingTaskSchema>;

const keyOf = (tabId: number) => `pending:${tabId}`;

/** Kept in session storage: the panel may not be open yet when the menu is clicked. */
export async function putPendingTask(tabId: number, task: PendingTask): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: task });
}

/** Returns what waits for this tab's panel and takes it away. */
export async function takePendingTask(tabId: number): Promise<PendingTask | undefined> {
  const key = keyOf(tabId);
  const stored = (await browser.storage.session.get(key))[key];
  if (stored === undefined) return undefined;
  await browser.storage.session.remove(key);
  const parsed = pendingTaskSchema.safeParse(stored);
  return parsed.success ? parsed.data : undefined;
}

/** Calls back when something is put for this tab after the panel opened. */
export function watchPendingTask(tabId: number, callback: (task: PendingTask) => void): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area !== 'session' || changes[keyOf(tabId)]?.newValue === undefined) return;
    void takePendingTask(tabId).then((task) => task && callback(task));
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
