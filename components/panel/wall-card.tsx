import type { Waiting } from '../../lib/agent/state';
import { i18n } from '#i18n';
import { hostOf } from '../format-values';
import { SentenceText } from '../sentence-text';
import { findMessage } from '../translate';

export interface WallCardProps {
  waiting: Extract<Waiting, { kind: 'wall' }>;
  onGoOn(): void;
}

/** The page wants the user: to sign in, a code, proof of a person. The run goes on by itself when the page is past that. */
export function WallCard({ waiting, onGoOn }: WallCardProps) {
  const { kind, origin } = waiting.wall;
  return (
    <section class="card" aria-label={i18n.t('wall.region')}>
      <div class="card-body" tabIndex={0} role="group" aria-label={i18n.t('hand_over.asks')}>
        <p class="card-label">{i18n.t('hand_over.asks')}</p>
        <h2 class="card-sentence">
          <SentenceText sentence={{ key: `wall.${kind}`, params: { site: hostOf(origin) } }} />
        </h2>
        <p class="card-hint">{findMessage(`wall.${kind}_hint`)}</p>
      </div>
      <div class="card-buttons">
        <button type="button" class="button primary" onClick={onGoOn}>
          {i18n.t('take_over.go_on')}
        </button>
      </div>
    </section>
  );
}
