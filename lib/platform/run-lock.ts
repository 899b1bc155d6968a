/**
 * Runs `work` while holding the run's lock, as soon as nobody else holds it. The browser frees the lock when its holder dies, so a
 * killed worker does not block the next one for long; one that is still on its way out is waited for.
 */
export async function withRunLock(runId: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(`run:${runId}`, work);
}
