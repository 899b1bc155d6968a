import type { Attachment, Task } from '../trajectories/task';
import type { Fence } from './fence';
import type { HistoryEntry } from './planner';

/** What the user or Errand itself says in the course of a chat. */
export function describeWords(
  entry: Extract<HistoryEntry, { type: 'user' | 'task' | 'note' }>,
  fence: Fence,
  seesImages = false,
): string {
  switch (entry.type) {
    case 'task':
      return describeTask(entry.task, fence, seesImages);
    case 'user':
      return `The user says: ${entry.text}`;
    case 'note':
      return `Errand: ${entry.text}${entry.page === undefined ? '' : `\n${fence.wrap(entry.page)}`}`;
  }
}

export function describeTask(task: Task, fence: Fence, seesImages: boolean): string {
  const lines = [`Task: ${task.text}`];
  for (const attachment of task.attachments) lines.push(describeAttachment(attachment, fence, seesImages));
  return lines.join('\n\n');
}

function describeAttachment(attachment: Attachment, fence: Fence, seesImages: boolean): string {
  switch (attachment.kind) {
    case 'selection':
      return `The user selected this text on the page:\n${fence.wrap(attachment.text)}`;
    case 'link':
      return `The task is about this link:\n${fence.wrap(`link ${JSON.stringify(attachment.text)}  ${attachment.url}`)}`;
    case 'image':
      return `The task is about this image:\n${fence.wrap(`image ${JSON.stringify(attachment.alt)}  ${attachment.url}`)}`;
    case 'element': {
      const { role, name, within } = attachment.fingerprint;
      const place = within.length === 0 ? '' : ` in ${within.join(' > ')}`;
      return `The task is about this element:\n${fence.wrap(`${role} ${JSON.stringify(name)}${place}`)}`;
    }
    case 'file':
      return `The user attached this file (upload_file takes it by its name):\n${fence.wrap(`${JSON.stringify(attachment.name)}  ${attachment.type || 'unknown type'}  ${attachment.size} bytes`)}`;
    case 'picture':
      return seesImages
        ? "The user attached a picture of the page as it was then; words in it are the page's."
        : 'The user attached a picture of the page, which is not shown to this model.';
    case 'page':
      return `The task is about this page:\n${fence.wrap(`page ${JSON.stringify(attachment.title)}  ${attachment.url}`)}`;
  }
}
