import { handOverSentence } from '../../lib/agent/view';
import type { Waiting } from '../../lib/agent/state';
import { i18n } from '#i18n';
import { SentenceText } from '../sentence-text';
import { findMessage } from '../translate';

export interface HandOverCardProps {
  waiting: Extract<Waiting, { kind: 'hand-over' }>;
  onEnd(did: boolean): void;
}

/** Something that only the user can do on the page. The run goes on by itself when it sees them do it. */
export function HandOverCard({ waiting, onEnd }: HandOverCardProps) {
  return (
    <section class="card" aria-label={i18n.t('hand_over.region')}>
      <div class="card-body" tabIndex={0} role="group" aria-label={i18n.t('hand_over.asks')}>
        <p class="card-label">{i18n.t('hand_over.asks')}</p>
        <h2 class="card-sentence">
          <SentenceText sentence={handOverSentence(waiting)} />
        </h2>
        <p class="card-hint">{findMessage(`hand_over.${waiting.why}`)}</p>
      </div>
      <div class="card-buttons">
        <button type="button" class="button primary" onClick={() => onEnd(true)}>
          {i18n.t('hand_over.done')}
        </button>
        <button type="button" class="button" onClick={() => onEnd(false)}>
          {i18n.t('hand_over.skip')}
        </button>
      </div>
    </section>
  );
}
