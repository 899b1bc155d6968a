import { useRef, useState } from 'preact/hooks';
import type { RunStatus } from '../../lib/agent/state';
import { i18n } from '#i18n';
import { PauseIcon, PlayIcon, SendIcon, StopIcon } from '../icons';
import { TextBox } from './text-box';

export interface RunControlsProps {
  status: RunStatus;
  /** A card asks whether to go on: its button says so. */
  isAsked: boolean;
  onSay(text: string): Promise<boolean>;
  onPause(): void;
  onResume(): void;
  onStop(): void;
}

/** The panel's foot in mid-run: a word to the planner, pause, stop. Stop stands where Run was. */
export function RunControls(props: RunControlsProps) {
  const textarea = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const say = async () => {
    const said = text.trim();
    if (said && (await props.onSay(said))) setText('');
  };
  return (
    <TextBox
      label={i18n.t('panel.say')}
      placeholder={i18n.t('panel.say')}
      value={text}
      textarea={textarea}
      compact
      onInput={setText}
      onSubmit={() => void say()}
    >
      {text.trim() !== '' && (
        <button type="submit" class="button with-icon">
          <SendIcon />
          {i18n.t('panel.send')}
        </button>
      )}
      <span class="spring" />
      {!props.isAsked && <PauseOrResume {...props} />}
      <button type="button" class="button with-icon" onClick={props.onStop}>
        <StopIcon />
        {i18n.t('panel.stop')}
      </button>
    </TextBox>
  );
}

function PauseOrResume(props: RunControlsProps) {
  if (props.status === 'paused') {
    return (
      <button type="button" class="button primary with-icon" onClick={props.onResume}>
        <PlayIcon />
        {i18n.t('panel.resume')}
      </button>
    );
  }
  return (
    <button type="button" class="button with-icon" onClick={props.onPause}>
      <PauseIcon />
      {i18n.t('panel.pause')}
    </button>
  );
}
