import { userActSentence } from '../../lib/agent/user-acts';
import type { NotedAct } from '../../lib/agent/state';
import { i18n } from '#i18n';
import { SentenceText } from '../sentence-text';

const NEWEST_SHOWN = 3;

export interface TakeOverCardProps {
  /** What the user did, oldest first. */
  acts: readonly NotedAct[];
  onGoOn(): void;
}

/** The user acts on the page themselves: the run rests until they say that it is its turn again. */
export function TakeOverCard({ acts, onGoOn }: TakeOverCardProps) {
  return (
    <section class="card" aria-label={i18n.t('take_over.region')}>
      <div class="card-body" tabIndex={0} role="group" aria-label={i18n.t('take_over.asks')}>
        <p class="card-label">{i18n.t('take_over.asks')}</p>
        <h2 class="card-sentence">{i18n.t('take_over.waiting')}</h2>
        <ul role="list" class="card-reasons">
          {acts.slice(-NEWEST_SHOWN).map((act, index) => (
            <li key={index}>
              <SentenceText sentence={userActSentence(act)} />
            </li>
          ))}
        </ul>
        <p class="card-hint">{i18n.t('take_over.hint')}</p>
      </div>
      <div class="card-buttons">
        <button type="button" class="button primary" onClick={onGoOn}>
          {i18n.t('take_over.go_on')}
        </button>
      </div>
    </section>
  );
}
