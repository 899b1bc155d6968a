import { i18n } from '#i18n';
import type { BuiltinModelStatus } from './settings-props';

export interface BuiltinModelWordsProps {
  status: BuiltinModelStatus;
  onDownload(): void;
}

/** How it stands with the browser's own model, and the way to get it. */
export function BuiltinModelWords({ status, onDownload }: BuiltinModelWordsProps) {
  if (status.state === 'checking') return null;
  return (
    <div class="builtin-model" role="group" aria-label={i18n.t('planner.builtin_model')}>
      <p class="hint" aria-live="polite">
        {wordsOf(status)}
      </p>
      {status.state === 'downloading' && <progress value={status.share} />}
      {(status.state === 'downloadable' || status.state === 'download-failed') && (
        <button type="button" class="button" onClick={onDownload}>
          {i18n.t('settings.builtin_download')}
        </button>
      )}
    </div>
  );
}

function wordsOf(status: BuiltinModelStatus): string {
  switch (status.state) {
    case 'checking':
      return '';
    case 'missing':
      return i18n.t('settings.builtin_missing');
    case 'unable':
      return i18n.t('settings.builtin_unable');
    case 'downloadable':
      return i18n.t('settings.builtin_downloadable');
    case 'downloading':
      return i18n.t('settings.builtin_downloading', { share: String(Math.floor(100 * (status.share ?? 0))) });
    case 'download-failed':
      return i18n.t('settings.builtin_download_failed');
    case 'ready':
      return i18n.t('settings.builtin_ready');
  }
}
