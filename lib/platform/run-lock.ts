/**
 * Runs `work` while holding the run's lock, or not at all when another context drives the run already. The browser
 * frees the lock when its holder dies, so a killed worker never blocks the next one.
 */
export async function withRunLock(runId: string, work: () => Promise<void>): Promise<boolean> {
  return navigator.locks.request(`run:${runId}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return false;
    await work();
    return true;
  });
}
