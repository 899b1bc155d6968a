import type { Attachment } from '../../lib/trajectories/task';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { ImageIcon, PaperClipIcon, TextIcon } from '../icons';
import { AttachmentChips } from './attachment-chips';
import type { PlannerChoice, TaskDraft } from './panel-props';
import { TextBox } from './text-box';
import { useFileDrop } from './use-file-drop';
import { useTaskText } from './use-task-text';

export interface TaskBoxProps {
  placeholder: string;
  planner: PlannerChoice;
  draft?: TaskDraft | undefined;
  /** False on pages that no extension can touch, and while no model is set. */
  canRun: boolean;
  onRun(text: string, attachments: Attachment[]): Promise<boolean>;
  onAttach(files: readonly File[]): Promise<Attachment[]>;
  onAttachSelection(): Promise<Attachment[]>;
  onAttachPicture(): Promise<Attachment[]>;
  onOpenSettings(): void;
}

/** Where a task is written. Keeps what was typed until a run has really begun. */
export function TaskBox(props: TaskBoxProps) {
  const { attachments, setAttachments, attach, add, ...box } = useTaskText(props);
  useFileDrop((files) => void attach(files));
  return (
    <TextBox
      label={i18n.t('panel.task')}
      placeholder={props.placeholder}
      value={box.text}
      problem={box.problem}
      textarea={box.textarea}
      onInput={box.type}
      onSubmit={() => void box.submit()}
      above={
        <AttachmentChips
          attachments={attachments}
          onRemove={(removed) => setAttachments(attachments.filter((attachment) => attachment !== removed))}
        />
      }
    >
      <AttachButton onFiles={(files) => void attach(files)} />
      <button
        type="button"
        class="icon-button"
        title={i18n.t('panel.attach_selection')}
        aria-label={i18n.t('panel.attach_selection')}
        onClick={() => void add(props.onAttachSelection())}
      >
        <TextIcon />
      </button>
      <button
        type="button"
        class="icon-button"
        title={i18n.t('panel.attach_picture')}
        aria-label={i18n.t('panel.attach_picture')}
        onClick={() => void add(props.onAttachPicture())}
      >
        <ImageIcon />
      </button>
      <PlannerLine planner={props.planner} onOpenSettings={props.onOpenSettings} />
      <button type="submit" class="button primary" disabled={!props.canRun || box.starting}>
        {i18n.t('panel.run')}
      </button>
    </TextBox>
  );
}

/** Opens the browser's choice of files. */
function AttachButton(props: { onFiles(files: File[]): void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="icon-button"
        title={i18n.t('panel.attach')}
        aria-label={i18n.t('panel.attach')}
        onClick={() => input.current?.click()}
      >
        <PaperClipIcon />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={i18n.t('panel.files')}
        onChange={(event) => {
          const field = event.currentTarget;
          props.onFiles(Array.from(field.files ?? []));
          // The same file can be chosen again after it was removed.
          field.value = '';
        }}
      />
    </>
  );
}

function PlannerLine(props: { planner: PlannerChoice; onOpenSettings(): void }) {
  return (
    <button
      type="button"
      class="planner-line"
      title={i18n.t('panel.change_planner')}
      onClick={props.onOpenSettings}
    >
      {plannerName(props.planner)}
    </button>
  );
}

function plannerName(planner: PlannerChoice): string {
  if (planner.kind === 'chat-model') return planner.model || i18n.t('planner.no_model');
  return planner.kind === 'rules' ? i18n.t('planner.rules') : i18n.t('planner.builtin_model');
}
