import type { TargetedInputEvent } from 'preact';
import { i18n } from '#i18n';
import type { FallbackValues, SettingsValues } from './settings-props';

export interface FallbackFieldsProps {
  fallback: FallbackValues | undefined;
  onChange(changed: Pick<SettingsValues, 'fallback'>): void;
}

const EMPTY: FallbackValues = { baseUrl: '', apiKey: '', model: '' };

/** The model that is asked when the chosen one cannot answer; its fields show once it is wanted. */
export function FallbackFields({ fallback, onChange }: FallbackFieldsProps) {
  const change = (changed: Partial<FallbackValues>) =>
    onChange({ fallback: { ...(fallback ?? EMPTY), ...changed } });
  return (
    <div class="labelled">
      <label class="choice">
        <input
          id="has-fallback"
          type="checkbox"
          aria-describedby="has-fallback-hint"
          checked={fallback !== undefined}
          onChange={(event) => onChange({ fallback: event.currentTarget.checked ? EMPTY : undefined })}
        />{' '}
        {i18n.t('settings.fallback')}
      </label>
      <p id="has-fallback-hint" class="hint">
        {i18n.t('settings.fallback_hint')}
      </p>
      {fallback && (
        <div class="fallback-fields">
          <TextField
            id="fallback-endpoint"
            label={i18n.t('settings.fallback_endpoint')}
            value={fallback.baseUrl}
            onInput={(baseUrl) => change({ baseUrl })}
          />
          <TextField
            id="fallback-key"
            label={i18n.t('settings.fallback_key')}
            isSecret
            value={fallback.apiKey}
            onInput={(apiKey) => change({ apiKey })}
          />
          <TextField
            id="fallback-model"
            label={i18n.t('settings.fallback_model')}
            value={fallback.model}
            onInput={(model) => change({ model })}
          />
        </div>
      )}
    </div>
  );
}

interface TextFieldProps {
  id: string;
  label: string;
  isSecret?: boolean;
  value: string;
  onInput(value: string): void;
}

function TextField(props: TextFieldProps) {
  const field = {
    id: props.id,
    class: 'field',
    spellcheck: false,
    autocomplete: 'off',
    value: props.value,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => props.onInput(event.currentTarget.value.trim()),
  } as const;
  return (
    <div class="labelled">
      <label for={props.id}>{props.label}</label>
      {props.isSecret ? <input type="password" {...field} /> : <input type="text" {...field} />}
    </div>
  );
}
