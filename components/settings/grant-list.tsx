import type { Grant } from '../../lib/agent/ports';
import { RISKS } from '../../lib/trajectories/action';
import { i18n } from '#i18n';
import { riskWord } from '../risk-word';

export interface GrantListProps {
  grants: Grant[];
  onRemove(grant: Grant): void;
}

/** What the user allowed for good, site by site; each can be taken back. */
export function GrantList(props: GrantListProps) {
  if (props.grants.length === 0) return <p class="hint">{i18n.t('settings.no_grants')}</p>;
  return (
    <ul role="list" class="grants" aria-label={i18n.t('settings.sites')}>
      {props.grants.map((grant) => (
        <li key={`${grant.origin} ${grant.covers}`}>
          <span class="grant-origin">{grant.origin}</span>
          <span class="hint">{coverWord(grant.covers)}</span>
          <button type="button" class="button" onClick={() => props.onRemove(grant)}>
            {i18n.t('settings.revoke')}
            <span class="sr-only">{`${grant.origin}: ${coverWord(grant.covers)}`}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function coverWord(covers: string): string {
  const risk = RISKS.find((name) => name === covers);
  return risk ? riskWord(risk) : i18n.t('settings.covers_visit');
}
