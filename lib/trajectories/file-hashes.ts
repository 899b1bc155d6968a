import type { RunEvent } from './event';

/** Hashes of the files that were attached to the tasks of these events. */
export function fileHashes(events: readonly RunEvent[]): string[] {
  const attached = events.flatMap((event) => ('task' in event ? event.task.attachments : []));
  return attached.flatMap((attachment) => (attachment.kind === 'file' ? [attachment.hash] : []));
}
