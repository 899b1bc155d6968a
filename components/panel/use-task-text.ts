import { useEffect, useRef, useState } from 'preact/hooks';
import type { Attachment } from '../../lib/trajectories/task';
import { i18n } from '#i18n';
import type { TaskDraft } from './panel-props';

export interface TaskTextOptions {
  draft?: TaskDraft | undefined;
  canRun: boolean;
  onRun(text: string, attachments: Attachment[]): Promise<boolean>;
}

/** What stands in the task box. A draft replaces it; a run that has really begun empties it. */
export function useTaskText({ draft, canRun, onRun }: TaskTextOptions) {
  const textarea = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [attachments, setAttachments] = useState<Attachment[]>([]);
  const [problem, setProblem] = useState<string>();
  const [starting, setStarting] = useState(false);

  useEffect(() => {
    if (!draft || draft.recipeId) return;
    setText(draft.text);
    setAttachments(draft.attachments);
    setProblem(undefined);
    textarea.current?.focus();
  }, [draft?.id]);

  const type = (typed: string) => {
    setText(typed);
    setProblem(undefined);
  };
  const submit = async () => {
    if (!canRun || starting) return;
    if (text.trim() === '') {
      setProblem(i18n.t('panel.empty_task'));
      textarea.current?.focus();
      return;
    }
    setStarting(true);
    const started = await onRun(text.trim(), attachments);
    setStarting(false);
    if (!started) return;
    setText('');
    setAttachments([]);
  };
  return { textarea, text, attachments, setAttachments, problem, starting, type, submit };
}
