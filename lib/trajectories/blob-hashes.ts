import type { RunEvent } from './event';

/** Hashes of all blobs that these events speak of, each once, in order of first use. */
export function blobHashes(events: readonly RunEvent[]): string[] {
  const hashes = new Set<string>();
  for (const event of events) {
    if (event.type === 'action-ended' && event.result.status === 'done' && event.result.image !== undefined)
      hashes.add(event.result.image);
    if ('task' in event)
      for (const attachment of event.task.attachments)
        if (attachment.kind === 'picture') hashes.add(attachment.hash);
    if (event.type !== 'observed') continue;
    hashes.add(event.text);
    if (event.changes !== undefined) hashes.add(event.changes);
  }
  return [...hashes];
}
