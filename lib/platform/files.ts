import type { AttachedFile, Attachment } from '../trajectories/task';
import { createBlobStore } from './blobs';
import { database } from './database';
import { sha256, sha256OfBytes } from './digest';

/** Larger files are not taken along: each goes through memory whole. */
export const MAX_FILE_BYTES = 32_000_000;

/** Reads a file that the user chose, so that it can be attached. Rejects when the file cannot be read. */
export async function readAttachedFile(
  file: File,
): Promise<{ attachment: AttachedFile; bytes: ArrayBuffer }> {
  const bytes = await file.arrayBuffer();
  const hash = await sha256OfBytes(bytes);
  const { name, type, size } = file;
  return { attachment: { kind: 'file', name, type, size, hash }, bytes };
}

/** Keeps the bytes beside the log, once for all runs that speak of them. */
export async function keepFile({ hash }: AttachedFile, bytes: ArrayBuffer): Promise<void> {
  await database.blobs.put({ hash, text: '', bytes });
}

/** Names a picture of a page so that it can be attached. */
export async function readAttachedPicture(dataUrl: string): Promise<Attachment & { kind: 'picture' }> {
  return { kind: 'picture', hash: await sha256(dataUrl) };
}

/** Keeps a picture beside the log. */
export async function keepPicture(dataUrl: string): Promise<void> {
  await createBlobStore(database).put(dataUrl);
}

/** Undefined when they were deleted. */
export async function findFileBytes(hash: string): Promise<ArrayBuffer | undefined> {
  return (await database.blobs.get(hash))?.bytes;
}
