import { useState } from 'preact/hooks';
import type { Waiting } from '../../lib/agent/state';
import type { Answer } from '../../lib/trajectories/verdict';
import { i18n } from '#i18n';
import { DecisionCard } from './approval-card';

export interface AccessCardProps {
  waiting: Extract<Waiting, { kind: 'access' }>;
  /** Must run in the click itself: browsers show their permission prompt only then. */
  onAnswer(answer: Answer): Promise<boolean>;
}

/** Asks for leave to work on one more site. */
export function AccessCard(props: AccessCardProps) {
  const [refused, setRefused] = useState(false);
  const answer = (given: Answer) => {
    setRefused(false);
    void props.onAnswer(given).then((granted) => setRefused(!granted));
  };
  return (
    <DecisionCard
      id={props.waiting.actionId}
      label={i18n.t('approval.wants_to')}
      sentence={{ key: 'approval.work_on', params: { origin: props.waiting.origin } }}
      reasons={props.waiting.reasons}
      facts={[]}
      forSite
      onAnswer={answer}
    >
      <p class="card-hint">{i18n.t('approval.access_hint')}</p>
      {refused && (
        <p class="card-hint problem" role="alert">
          {i18n.t('approval.access_refused')}
        </p>
      )}
    </DecisionCard>
  );
}
