import { useState } from 'preact/hooks';
import type { StepState } from '../../lib/agent/state';
import type { RunEvent } from '../../lib/trajectories/event';
import { i18n } from '#i18n';
import { SentenceText } from '../sentence-text';
import { eventWords } from './event-words';

export interface EventRowProps {
  event: RunEvent;
  steps: ReadonlyMap<string, StepState>;
  readText(hash: string): Promise<string | undefined>;
}

/** One event: what kind, in a few words what it says, and the whole record on demand. */
export function EventRow(props: EventRowProps) {
  const { event } = props;
  const words = eventWords(event);
  const sentence = 'actionId' in event ? props.steps.get(event.actionId)?.sentence : undefined;
  const [open, setOpen] = useState(false);
  return (
    <details class="event-body" onToggle={(toggled) => setOpen(toggled.currentTarget.open)}>
      <summary>
        <span class="event-kind">{words.kind}</span>
        <span dir="auto" class="event-text">
          {sentence && <SentenceText sentence={sentence} />}
          {sentence && words.text ? ' · ' : ''}
          {words.text}
        </span>
      </summary>
      {open && <EventRecord {...props} />}
    </details>
  );
}

function EventRecord(props: EventRowProps) {
  const { event } = props;
  return (
    <>
      {event.type === 'observed' && <Observed hash={event.changes ?? event.text} readText={props.readText} />}
      <pre class="record" tabIndex={0}>
        {JSON.stringify(event, undefined, 2)}
      </pre>
    </>
  );
}

function Observed(props: { hash: string; readText: EventRowProps['readText'] }) {
  const [text, setText] = useState<string>();
  if (text !== undefined) {
    return (
      <pre class="record" tabIndex={0}>
        {text}
      </pre>
    );
  }
  return (
    <button
      type="button"
      class="link-button"
      onClick={() =>
        void props.readText(props.hash).then((found) => setText(found ?? i18n.t('library.no_text')))
      }
    >
      {i18n.t('library.show_page')}
    </button>
  );
}
