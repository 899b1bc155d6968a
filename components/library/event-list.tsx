import { useState } from 'preact/hooks';
import type { StepState } from '../../lib/agent/state';
import type { RunEvent } from '../../lib/trajectories/event';
import { i18n } from '#i18n';
import { formatOffset } from '../format-values';
import { EventRow } from './event-row';

const PAGE_SIZE = 300;

export interface EventListProps {
  events: RunEvent[];
  steps: StepState[];
  readText(hash: string): Promise<string | undefined>;
}

/** The log as it lies in the store: every event with its time since the run began. */
export function EventList(props: EventListProps) {
  const [shown, setShown] = useState(PAGE_SIZE);
  const startedAt = props.events[0]?.at ?? 0;
  const steps = new Map(props.steps.map((step) => [step.actionId, step]));
  return (
    <section class="events" aria-labelledby="events-heading">
      <div class="section-head">
        <h2 id="events-heading">{i18n.t('library.timeline')}</h2>
        <p class="progress-text">{i18n.t('library.events', props.events.length)}</p>
      </div>
      <ol role="list" aria-labelledby="events-heading">
        {props.events.slice(0, shown).map((event) => (
          <li key={event.seq} class="event">
            <time class="event-time">{formatOffset(event.at - startedAt)}</time>
            <EventRow event={event} steps={steps} readText={props.readText} />
          </li>
        ))}
      </ol>
      {props.events.length > shown && (
        <button type="button" class="link-button" onClick={() => setShown(shown + PAGE_SIZE)}>
          {i18n.t('common.show_more')}
        </button>
      )}
    </section>
  );
}
