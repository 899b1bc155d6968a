import type { Attachment } from '../../lib/trajectories/task';
import { i18n } from '#i18n';
import { AttachmentChips } from './attachment-chips';
import type { PlannerChoice, TaskDraft } from './panel-props';
import { TextBox } from './text-box';
import { useTaskText } from './use-task-text';

export interface TaskBoxProps {
  planner: PlannerChoice;
  draft?: TaskDraft | undefined;
  /** False on pages that no extension can touch, and while no model is set. */
  canRun: boolean;
  onRun(text: string, attachments: Attachment[]): Promise<boolean>;
  onOpenSettings(): void;
}

/** Where a task is written. Keeps what was typed until a run has really begun. */
export function TaskBox(props: TaskBoxProps) {
  const { attachments, setAttachments, ...box } = useTaskText(props);
  return (
    <TextBox
      label={i18n.t('panel.task')}
      placeholder={i18n.t('panel.task_placeholder')}
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
      <PlannerLine planner={props.planner} onOpenSettings={props.onOpenSettings} />
      <button type="submit" class="button primary" disabled={!props.canRun || box.starting}>
        {i18n.t('panel.run')}
      </button>
    </TextBox>
  );
}

function PlannerLine(props: { planner: PlannerChoice; onOpenSettings(): void }) {
  const name = props.planner.kind === 'chat-model' ? props.planner.model : i18n.t('planner.rules');
  return (
    <button
      type="button"
      class="planner-line"
      title={i18n.t('panel.change_planner')}
      onClick={props.onOpenSettings}
    >
      {name || i18n.t('planner.no_model')}
    </button>
  );
}
