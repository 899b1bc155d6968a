import { useEffect, useRef, useState } from 'preact/hooks';
import type { Attachment } from '../../lib/trajectories/task';
import { i18n } from '#i18n';
import type { TaskDraft } from './panel-props';

export interface TaskTextOptions {
  draft?: TaskDraft | undefined;
  canRun: boolean;
  onRun(text: string, attachments: Attachment[]): Promise<boolean>;
  onAttach(files: readonly File[]): Promise<Attachment[]>;
}

/** What stands in the task box. A draft replaces it; a run that has really begun empties it. */
export function useTaskText({ draft, canRun, onRun, onAttach }: TaskTextOptions) {
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
  /** A file of a name that is there already takes its place: files are told apart by their names. */
  const attach = (files: readonly File[]) => add(onAttach(files));
  const add = async (coming: Promise<Attachment[]>) => {
    const added = await coming;
    const names = new Set(added.map(nameOfFile));
    setAttachments((before) => [...before.filter((one) => !names.has(nameOfFile(one) ?? '')), ...added]);
    textarea.current?.focus();
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
  return { textarea, text, attachments, setAttachments, attach, add, problem, starting, type, submit };
}

function nameOfFile(attachment: Attachment): string | undefined {
  return attachment.kind === 'file' ? attachment.name : undefined;
}
