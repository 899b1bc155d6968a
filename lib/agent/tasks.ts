import type { Attachment, Task } from '../trajectories/task';
import type { RunState } from './state';

/** Everything that the user has asked for in this run, oldest first. */
export function tasksOf({ task, history }: RunState): Task[] {
  return [task, ...history.flatMap((item) => (item.type === 'task' ? [item.task] : []))];
}

/** All of it as one: the words of every task, and what was attached to any; of files with the same name the newest. */
export function wholeTask(state: RunState): Task {
  const tasks = tasksOf(state);
  const [only] = tasks;
  if (tasks.length === 1 && only) return only;
  const attachments = tasks.toReversed().flatMap((task) => task.attachments);
  return { text: tasks.map(({ text }) => text).join('\n'), attachments: attachments.filter(isNewest) };
}

function isNewest(attachment: Attachment, index: number, all: readonly Attachment[]): boolean {
  if (attachment.kind !== 'file') return true;
  return all.findIndex((other) => other.kind === 'file' && other.name === attachment.name) === index;
}
