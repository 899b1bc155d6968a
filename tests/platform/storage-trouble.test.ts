import { describe, expect, it } from 'vitest';
import type { RunLog } from '../../lib/platform/log';
import { createRunSupervisor } from '../../lib/platform/run-supervisor';
import { findStorageFailure } from '../../lib/platform/storage-failure';

function storageError(name: string, inner?: Error): Error {
  return Object.assign(new Error(`${name}!`), { name }, inner ? { inner } : {});
}

describe('failures of the database', () => {
  it('are named after the innermost error that is known', () => {
    const full = storageError('AbortError', storageError('QuotaExceededError'));
    const newer = storageError('DatabaseClosedError', storageError('VersionError'));
    expect(findStorageFailure(full)?.code).toBe('storage-full');
    expect(findStorageFailure(newer)?.code).toBe('storage-newer');
    expect(findStorageFailure(storageError('DatabaseClosedError'))?.code).toBe('storage-blocked');
    expect(findStorageFailure(new Error('else'))).toBeUndefined();
  });
});

describe('a run whose driver broke', () => {
  it('keeps the background busy and is driven again at the next wake, even when nothing says that it is unfinished', async () => {
    const happened: string[] = [];
    const rested = { resolve: (): void => undefined };
    const untilRest = () => new Promise<void>((resolve) => (rested.resolve = resolve));
    let isFull = true;
    const supervisor = createRunSupervisor({
      log: {} as RunLog,
      unfinished: () => Promise.resolve([]),
      drive: () => (isFull ? Promise.reject(storageError('QuotaExceededError')) : Promise.resolve()),
      onInterrupted: (runId, error) => happened.push(`interrupted ${runId} ${String(error)}`),
      onDriven: (runId) => happened.push(`driven ${runId}`),
      busy: (isBusy) => {
        happened.push(isBusy ? 'busy' : 'quiet');
        if (happened.length >= 3) rested.resolve();
      },
    });
    let rest = untilRest();
    supervisor.kick('run');
    await rest;
    expect(happened.splice(0)).toEqual([
      'busy',
      'interrupted run QuotaExceededError: QuotaExceededError!',
      'busy',
    ]);

    isFull = false;
    rest = untilRest();
    await supervisor.wake();
    await rest;
    expect(happened).toEqual(['busy', 'driven run', 'quiet']);
  });
});
