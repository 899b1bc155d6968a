import { useEffect, useRef, useState } from 'preact/hooks';
import type { Attachment } from '../../lib/trajectories/task';
import { i18n } from '#i18n';
import { AttachmentChips } from './attachment-chips';
import type { PlannerChoice, TaskDraft } from './panel-props';
import { TextBox } from './text-box';

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
  const textarea = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(props.draft?.text ?? '');
  const [attachments, setAttachments] = useState<Attachment[]>(props.draft?.attachments ?? []);
  const [problem, setProblem] = useState<string>();
  const [starting, setStarting] = useState(false);

  useEffect(() => {
    if (!props.draft || props.draft.recipeId) return;
    setText(props.draft.text);
    setAttachments(props.draft.attachments);
    setProblem(undefined);
    textarea.current?.focus();
  }, [props.draft?.id]);

  const submit = async () => {
    if (!props.canRun || starting) return;
    if (text.trim() === '') {
      setProblem(i18n.t('panel.empty_task'));
      textarea.current?.focus();
      return;
    }
    setStarting(true);
    const started = await props.onRun(text.trim(), attachments);
    setStarting(false);
    if (!started) return;
    setText('');
    setAttachments([]);
  };

  return (
    <TextBox
      label={i18n.t('panel.task')}
      placeholder={i18n.t('panel.task_placeholder')}
      value={text}
      problem={problem}
      textarea={textarea}
      onInput={(value) => {
        setText(value);
        setProblem(undefined);
      }}
      onSubmit={() => void submit()}
      above={
        <AttachmentChips
          attachments={attachments}
          onRemove={(removed) => setAttachments(attachments.filter((attachment) => attachment !== removed))}
        />
      }
    >
      <PlannerLine planner={props.planner} onOpenSettings={props.onOpenSettings} />
      <button type="submit" class="button primary" disabled={!props.canRun || starting}>
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
