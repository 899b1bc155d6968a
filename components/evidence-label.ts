import { i18n } from '#i18n';
import type { RunState } from '../lib/agent/state';

/** What stands above the evidence of a finished run: nothing that was looked for in vain is said to have been seen. */
export function evidenceLabel({ seen }: NonNullable<RunState['outcome']>): string {
  return seen === false ? i18n.t('panel.evidence_not_seen') : i18n.t('panel.evidence');
}
