import { useState } from 'preact/hooks';
import type { Task } from '../lib/trajectories/task';
import type { Sentence } from '../lib/trajectories/verdict';
import { i18n } from '#i18n';
import { ClampedText } from './clamped-text';
import { AlertCircleIcon, ArcIcon, CheckCircleIcon, DashCircleIcon, PointerIcon, SpeechIcon } from './icons';
import { AttachmentChips } from './panel/attachment-chips';
import { pauseWords } from './pause-words';
import { SentenceText } from './sentence-text';
import { StepRow } from './step-row';
import type { TimelineItem } from './timeline';
import { failureText } from './translate';
import { translate } from './translate';

/** More than this is folded: a long run stays as light as a short one. */
const NEWEST_SHOWN = 40;
const FOLD_SIZE = 100;

export interface StepListProps {
  items: TimelineItem[];
  /** Words of the planner that are not in the log yet. */
  streaming?: string;
  /** Something is going on between the steps: a page is read or the planner thinks. */
  thinking?: boolean;
  /** What is waited for in the meantime, when it can be said. */
  waitsFor?: Sentence | undefined;
}

/** What happened, oldest first; the last line is where the run is now. */
export function StepList(props: StepListProps) {
  const [unfolded, setUnfolded] = useState(0);
  const folded = Math.max(0, props.items.length - NEWEST_SHOWN - unfolded);
  return (
    <section class="steps">
      <div class="section-head">
        <h2 id="steps-heading">{i18n.t('panel.steps')}</h2>
        {folded > 0 && (
          <button type="button" class="link-button" onClick={() => setUnfolded(unfolded + FOLD_SIZE)}>
            {i18n.t('panel.show_earlier', folded)}
          </button>
        )}
      </div>
      <ol role="list" aria-labelledby="steps-heading">
        {props.items.slice(folded).map((item) => (
          <TimelineRow key={item.key} item={item} />
        ))}
        {(props.thinking || props.streaming) && (
          <NowRow text={props.streaming || waitingWords(props.waitsFor)} />
        )}
      </ol>
    </section>
  );
}

function TimelineRow(props: { item: TimelineItem }) {
  const { item } = props;
  switch (item.kind) {
    case 'say':
      return (
        <li class="row row-say">
          <ClampedText text={item.text} lines={6} />
        </li>
      );
    case 'user':
      return (
        <li class="row row-user">
          <SpeechIcon class="row-icon" />
          <ClampedText text={item.text} lines={6} />
          <span class="sr-only">{i18n.t('step.you_said')}</span>
        </li>
      );
    case 'act':
      return <ActRow sentence={item.sentence} />;
    case 'task':
      return <TaskRow task={item.task} />;
    case 'answer':
      return (
        <li class="row row-answer">
          {item.success ? <CheckCircleIcon class="row-icon" /> : <DashCircleIcon class="row-icon" />}
          <ClampedText text={item.text} lines={12} />
          <span class="sr-only">{i18n.t('panel.result')}</span>
        </li>
      );
    case 'failure':
      return (
        <li class="row row-answer">
          <AlertCircleIcon class="row-icon" />
          <p dir="auto">{failureText(item.failure)}</p>
        </li>
      );
    case 'note':
      return (
        <li class="row row-note">
          <SentenceText sentence={item.sentence} />
        </li>
      );
    case 'pause':
      return <li class="row row-note">{pauseWords(item.event)}</li>;
    case 'step':
      return <StepRow step={item.step} />;
  }
}

function TaskRow(props: { task: Task }) {
  return (
    <li class="row row-task">
      <ClampedText class="task-text" text={props.task.text} lines={3} />
      <AttachmentChips attachments={props.task.attachments} />
      <span class="sr-only">{i18n.t('step.you_said')}</span>
    </li>
  );
}

function waitingWords(waitsFor: Sentence | undefined): string {
  return waitsFor === undefined ? '' : translate(waitsFor);
}

/** What the user did on the page themselves. */
function ActRow(props: { sentence: Sentence }) {
  return (
    <li class="row row-user">
      <PointerIcon class="row-icon" />
      <span>
        <SentenceText sentence={props.sentence} />
      </span>
    </li>
  );
}

function NowRow(props: { text: string }) {
  return (
    <li class="row row-now">
      <ArcIcon class="row-icon turning" />
      <span dir="auto" class="now-text">
        {props.text || i18n.t('step.thinking')}
      </span>
    </li>
  );
}
