import { useEffect, useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';

export interface ConfirmDialogProps {
  title: string;
  text: string;
  /** The word on the button that does it. */
  confirm: string;
  onConfirm(): void;
  /** The dialog is gone, whatever was chosen. */
  onClose(): void;
}

/** Asks before something that cannot be undone. Escape and "Cancel" do nothing. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={titleId} onClose={props.onClose}>
      <h2 id={titleId}>{props.title}</h2>
      <p>{props.text}</p>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {i18n.t('common.cancel')}
        </button>
        <button
          type="button"
          class="button danger"
          onClick={() => {
            props.onConfirm();
            dialog.current?.close();
          }}
        >
          {props.confirm}
        </button>
      </div>
    </dialog>
  );
}
