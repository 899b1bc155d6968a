import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ConfirmDialog } from '../confirm-dialog';

export interface DataSectionProps {
  runCount: number;
  onOpenLibrary(): void;
  onDeleteEverything(): Promise<void>;
}

/** What is kept on this machine, and the way to be rid of it. */
export function DataSection(props: DataSectionProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p>
        {i18n.t('settings.kept', props.runCount)}{' '}
        <button type="button" class="link-button" onClick={props.onOpenLibrary}>
          {i18n.t('panel.open_in_library')}
        </button>
      </p>
      <p class="hint">{i18n.t('settings.data_hint')}</p>
      <button type="button" class="button danger" onClick={() => setAsking(true)}>
        {i18n.t('settings.delete_everything')}
      </button>
      {asking && (
        <ConfirmDialog
          title={i18n.t('settings.delete_everything_title')}
          text={i18n.t('settings.delete_everything_text')}
          confirm={i18n.t('common.delete')}
          onConfirm={() => void props.onDeleteEverything()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
