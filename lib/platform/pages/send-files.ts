import type { AttachedFile } from '../../trajectories/task';
import { askFrame } from './ask-frame';

/** Bytes of one message; a multiple of three, so that the pieces of base64 can be joined. */
const PIECE_BYTES = 3 * 1024 * 1024;

/** Bytes of a file of the task; undefined when they were deleted. */
export type FindBytes = (hash: string) => Promise<ArrayBuffer | undefined>;

/** Sends the bytes of files to the one frame that gives them to its page. Rejects when they were deleted. */
export async function sendFiles(
  tabId: number,
  frameId: number,
  nonce: string,
  files: readonly AttachedFile[],
  findBytes: FindBytes,
): Promise<void> {
  for (const { name, type, hash } of files) {
    const bytes = await findBytes(hash);
    if (!bytes) throw new Error(`The file ${name} is not kept any more.`);
    for (const piece of cutBytes(bytes))
      await askFrame<'file'>(tabId, frameId, { kind: 'file', nonce, name, type, piece: toBase64(piece) });
  }
}

/** An empty file is one empty piece. */
function cutBytes(bytes: ArrayBuffer): Uint8Array[] {
  const count = Math.max(1, Math.ceil(bytes.byteLength / PIECE_BYTES));
  return Array.from({ length: count }, (_, index) => {
    const start = index * PIECE_BYTES;
    return new Uint8Array(bytes, start, Math.min(PIECE_BYTES, bytes.byteLength - start));
  });
}

/** Characters that `String.fromCharCode` takes as arguments at once. */
const CHARACTERS_AT_ONCE = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHARACTERS_AT_ONCE)
    binary += String.fromCharCode(...bytes.subarray(start, start + CHARACTERS_AT_ONCE));
  return btoa(binary);
}
