import type { Failure } from '../../trajectories/failure';
import type { AttachedFile, Task } from '../../trajectories/task';

/** Files of the task that an action names, in its order. Failure codes: `no-files`, `no-such-file`. */
export function findFiles(
  task: Task,
  args: Record<string, unknown>,
): { ok: true; files: AttachedFile[] } | { ok: false; failure: Failure } {
  const attached = task.attachments.filter((attachment) => attachment.kind === 'file');
  if (attached.length === 0) return { ok: false, failure: NO_FILES };
  const names = Array.isArray(args['files']) ? args['files'].map(String) : [];
  const files = names.map((name) => attached.find((file) => file.name === name));
  const missing = names.find((_, index) => files[index] === undefined);
  if (missing !== undefined) return { ok: false, failure: unknownFile(missing, attached) };
  return { ok: true, files: files.filter((file) => file !== undefined) };
}

const NO_FILES: Failure = {
  code: 'no-files',
  message:
    'The user has attached no file to this task, and you cannot make one. Finish without success and ask them to attach it with the paper clip of the task box and start again.',
};

function unknownFile(name: string, attached: readonly AttachedFile[]): Failure {
  const names = attached.map((file) => JSON.stringify(file.name)).join(', ');
  return {
    code: 'no-such-file',
    message: `No file ${JSON.stringify(name)} is attached to the task. There are: ${names}.`,
    params: { file: name },
  };
}
