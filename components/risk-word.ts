import type { Risk } from '../lib/trajectories/action';
import { i18n } from '#i18n';

/** What a class of action does, in the user's words. */
export function riskWord(risk: Risk): string {
  switch (risk) {
    case 'reads':
      return i18n.t('risk.reads');
    case 'changes-page':
      return i18n.t('risk.changes_page');
    case 'leaves-page':
      return i18n.t('risk.leaves_page');
    case 'sends':
      return i18n.t('risk.sends');
    case 'spends':
      return i18n.t('risk.spends');
    case 'credentials':
      return i18n.t('risk.credentials');
  }
}
