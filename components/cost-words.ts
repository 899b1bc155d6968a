import type { Cost } from '../lib/trajectories/cost';
import { i18n } from '#i18n';
import { formatMoney } from './format-values';

/** `$0.12`, `price unknown`, `$0.12 + unknown`; '' for what cost nothing. */
export function costWords({ usd, unknownProposals }: Cost): string {
  if (unknownProposals === 0) return usd > 0 ? formatMoney(usd) : '';
  return usd > 0 ? i18n.t('cost.partly', { usd: formatMoney(usd) }) : i18n.t('cost.unknown');
}
