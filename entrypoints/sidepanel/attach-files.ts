import { keepFile, MAX_FILE_BYTES, readAttachedFile } from '../../lib/platform/files';
import type { AttachedFile, Attachment } from '../../lib/trajectories/task';
import type { Failure } from '../../lib/trajectories/failure';
import { keepPictures } from './attach-page';
import { panelState } from './panel-state';

/** Bytes of what is attached in the task box; they are stored when the run begins. */
const waiting = new Map<string, ArrayBuffer>();

/** Reads files for the task box. What is too large or cannot be read is left out and told. */
export async function attachFiles(files: readonly File[]): Promise<AttachedFile[]> {
  panelState.notice.value = undefined;
  const attached = await Promise.all(files.map(attachFile));
  return attached.filter((file) => file !== undefined);
}

async function attachFile(file: File): Promise<AttachedFile | undefined> {
  if (file.size > MAX_FILE_BYTES) return refuse(file, 'file-too-large');
  try {
    const { attachment, bytes } = await readAttachedFile(file);
    waiting.set(attachment.hash, bytes);
    return attachment;
  } catch {
    return refuse(file, 'file-unreadable');
  }
}

function refuse({ name }: File, code: string): undefined {
  const params = { file: name, limit: String(MAX_FILE_BYTES / 1_000_000) };
  panelState.notice.value = { code, message: `${name} cannot be attached.`, params };
  return undefined;
}

/** Stores the files of a task before its run begins; whether that worked. */
export async function keepFiles(attachments: readonly Attachment[]): Promise<boolean> {
  try {
    for (const attachment of attachments) {
      const bytes = attachment.kind === 'file' ? waiting.get(attachment.hash) : undefined;
      if (attachment.kind === 'file' && bytes) await keepFile(attachment, bytes);
    }
    await keepPictures(attachments);
    waiting.clear();
    return true;
  } catch (error) {
    const failure: Failure = { code: 'storage-blocked', message: String(error) };
    panelState.notice.value = failure;
    return false;
  }
}
