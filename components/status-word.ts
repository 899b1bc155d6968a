import type { RunStatus } from '../lib/agent/state';
import { i18n } from '#i18n';

/** The word that a run's state begins with, everywhere. */
export function statusWord(status: RunStatus | 'ready'): string {
  switch (status) {
    case 'ready':
      return i18n.t('status.ready');
    case 'working':
      return i18n.t('status.working');
    case 'needs-user':
      return i18n.t('status.needs_user');
    case 'paused':
      return i18n.t('status.paused');
    case 'stopped':
      return i18n.t('status.stopped');
    case 'done':
      return i18n.t('status.done');
    case 'failed':
      return i18n.t('status.failed');
  }
}
