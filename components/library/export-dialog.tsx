import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatCount } from '../format-values';
import type { ExportFile } from './library-props';

export interface ExportDialogProps {
  readExport(): Promise<ExportFile>;
  onDownload(file: ExportFile): void;
  onClose(): void;
}

/** One run as a file. The file is made before the button works, so that its name and size can be told. */
export function ExportDialog(props: ExportDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [file, setFile] = useState<ExportFile>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
    props.readExport().then(setFile, () => setFailed(true));
  }, []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="export-heading" onClose={props.onClose}>
      <h2 id="export-heading">{i18n.t('library.export_title')}</h2>
      <fieldset class="formats">
        <legend class="sr-only">{i18n.t('library.format')}</legend>
        <label class="format">
          <input type="radio" name="format" value="json" checked />
          <span>
            <strong>JSON</strong>
            <span class="hint">{i18n.t('library.json_hint')}</span>
          </span>
        </label>
      </fieldset>
      <p class="hint export-file" aria-live="polite">
        {failed && i18n.t('library.export_failed')}
        {file && i18n.t('library.file', { name: file.fileName, size: formatCount(file.json.length) })}
      </p>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {i18n.t('common.cancel')}
        </button>
        <button
          type="button"
          class="button primary"
          disabled={!file}
          onClick={() => {
            if (file) props.onDownload(file);
            dialog.current?.close();
          }}
        >
          {i18n.t('library.download')}
        </button>
      </div>
    </dialog>
  );
}
