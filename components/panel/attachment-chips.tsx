import type { Attachment } from '../../lib/trajectories/task';
import { i18n } from '#i18n';
import { addressWords, formatBytes } from '../format-values';
import { CrossIcon, FileIcon, ImageIcon, LinkIcon, PageIcon, PointerIcon, TextIcon } from '../icons';

const ICONS = {
  selection: TextIcon,
  link: LinkIcon,
  image: ImageIcon,
  element: PointerIcon,
  page: PageIcon,
  file: FileIcon,
  picture: ImageIcon,
} as const;

export interface AttachmentChipsProps {
  attachments: Attachment[];
  /** Absent: the chips only show. */
  onRemove?(attachment: Attachment): void;
}

/** What the user pointed at when the task was made. */
export function AttachmentChips(props: AttachmentChipsProps) {
  if (props.attachments.length === 0) return null;
  return (
    <ul role="list" class="chips" aria-label={i18n.t('panel.attached')}>
      {props.attachments.map((attachment, index) => {
        const Shape = ICONS[attachment.kind];
        const words = attachmentWords(attachment);
        return (
          <li key={index} class="chip" title={words}>
            <Shape />
            <span dir="auto" class="chip-text">
              {words}
            </span>
            {props.onRemove && (
              <button type="button" class="chip-remove" onClick={() => props.onRemove?.(attachment)}>
                <CrossIcon />
                <span class="sr-only">{i18n.t('panel.remove_attachment', { name: words })}</span>
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function attachmentWords(attachment: Attachment): string {
  switch (attachment.kind) {
    case 'selection':
      return i18n.t('attachment.selection', { text: attachment.text });
    case 'link':
      return attachment.text || addressWords(attachment.url);
    case 'image':
      return attachment.alt || addressWords(attachment.url);
    case 'element':
      return attachment.fingerprint.name || attachment.fingerprint.role;
    case 'file':
      return i18n.t('attachment.file', { name: attachment.name, size: formatBytes(attachment.size) });
    case 'picture':
      return i18n.t('attachment.picture');
    case 'page':
      return attachment.title || addressWords(attachment.url);
  }
}
