import { i18n } from '#i18n';
import type { SettingsValues } from './settings-props';

export interface ThinkingFieldProps {
  keepThinking: boolean;
  onChange(changed: Pick<SettingsValues, 'keepThinking'>): void;
}

/** Whether what reasoning models think is kept in the record of a run. */
export function ThinkingField({ keepThinking, onChange }: ThinkingFieldProps) {
  return (
    <div class="labelled">
      <label class="choice">
        <input
          id="keep-thinking"
          type="checkbox"
          aria-describedby="keep-thinking-hint"
          checked={keepThinking}
          onChange={(event) => onChange({ keepThinking: event.currentTarget.checked })}
        />{' '}
        {i18n.t('settings.keep_thinking')}
      </label>
      <p id="keep-thinking-hint" class="hint">
        {i18n.t('settings.keep_thinking_hint')}
      </p>
    </div>
  );
}
