import type { Failure } from '../trajectories/failure';

/** Names that IndexedDB and Dexie give to trouble, by what the user can do about it. */
const CODES: Record<string, string> = {
  QuotaExceededError: 'storage-full',
  OpenFailedError: 'storage-blocked',
  DatabaseClosedError: 'storage-blocked',
  InvalidStateError: 'storage-blocked',
  UnknownError: 'storage-blocked',
  MissingAPIError: 'storage-blocked',
  VersionError: 'storage-newer',
  LogLostError: 'storage-lost',
};

/**
 * What went wrong with the database, as data; undefined when the error is not the database's. The innermost error
 * that is known says most: a closed database was closed for a reason.
 */
export function findStorageFailure(error: unknown): Failure | undefined {
  let failure: Failure | undefined;
  for (let cause = error; cause instanceof Error; cause = innerOf(cause)) {
    const code = CODES[cause.name];
    if (code) failure = { code, message: `${cause.name}: ${cause.message}` };
  }
  return failure;
}

function innerOf(error: Error): unknown {
  return 'inner' in error && error.inner !== error ? error.inner : undefined;
}
