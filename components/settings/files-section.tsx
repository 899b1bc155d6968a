import { i18n } from '#i18n';

export interface FilesSectionProps {
  mayDownload: boolean;
  /** Called synchronously in the click, so that the browser may ask. */
  onAllowDownloads(): void;
}

/** Whether files may be saved: the one permission that the browser asks for separately. */
export function FilesSection({ mayDownload, onAllowDownloads }: FilesSectionProps) {
  if (mayDownload) return <p>{i18n.t('settings.files_allowed')}</p>;
  return (
    <>
      <p class="hint">{i18n.t('settings.files_hint')}</p>
      <button type="button" class="button" onClick={onAllowDownloads}>
        {i18n.t('settings.files_allow')}
      </button>
    </>
  );
}
