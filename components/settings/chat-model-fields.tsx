import type { TargetedInputEvent } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { FallbackFields } from './fallback-fields';
import { PROVIDER_PRESETS } from './provider-presets';
import type { SettingsValues } from './settings-props';
import { ThinkingField } from './thinking-field';

export interface ChatModelFieldsProps {
  values: SettingsValues;
  /** Names that the endpoint listed; suggestions only. */
  models: string[];
  onChange(changed: Partial<SettingsValues>): void;
}

export function ChatModelFields(props: ChatModelFieldsProps) {
  return (
    <>
      <ProviderField {...props} />
      <BaseUrlField {...props} />
      <KeyField value={props.values.apiKey} onChange={(apiKey) => props.onChange({ apiKey })} />
      <ModelField {...props} />
      <ImagesField {...props} />
      <FallbackFields fallback={props.values.fallback} onChange={props.onChange} />
      <ThinkingField keepThinking={props.values.keepThinking === true} onChange={props.onChange} />
    </>
  );
}

function ProviderField(props: ChatModelFieldsProps) {
  return (
    <div class="labelled">
      <label for="provider">{i18n.t('settings.provider')}</label>
      <select
        id="provider"
        class="field"
        value={props.values.provider}
        onChange={(event) => {
          const preset = PROVIDER_PRESETS.find(({ name }) => name === event.currentTarget.value);
          if (!preset) return;
          props.onChange({
            provider: preset.name,
            ...(preset.baseUrl === '' ? {} : { baseUrl: preset.baseUrl }),
          });
        }}
      >
        {PROVIDER_PRESETS.map((preset) => (
          <option key={preset.name} value={preset.name}>
            {preset.label || i18n.t('settings.custom_provider')}
          </option>
        ))}
      </select>
    </div>
  );
}

function BaseUrlField(props: ChatModelFieldsProps) {
  return (
    <div class="labelled">
      <label for="base-url">{i18n.t('settings.base_url')}</label>
      <input
        id="base-url"
        type="url"
        class="field"
        placeholder="https://…/v1"
        spellcheck={false}
        autocomplete="off"
        aria-describedby="base-url-hint"
        value={props.values.baseUrl}
        onInput={(event) => props.onChange({ baseUrl: event.currentTarget.value.trim() })}
      />
      <p id="base-url-hint" class="hint">
        {i18n.t('settings.base_url_hint')}
      </p>
    </div>
  );
}

function ModelField(props: ChatModelFieldsProps) {
  return (
    <div class="labelled">
      <label for="model">{i18n.t('settings.model')}</label>
      <input
        id="model"
        type="text"
        class="field"
        list="models"
        spellcheck={false}
        autocomplete="off"
        value={props.values.model}
        onInput={(event) => props.onChange({ model: event.currentTarget.value.trim() })}
      />
      <datalist id="models">
        {props.models.map((model) => (
          <option key={model} value={model} />
        ))}
      </datalist>
    </div>
  );
}

function ImagesField(props: ChatModelFieldsProps) {
  return (
    <div class="labelled">
      <label class="choice">
        <input
          id="model-sees-images"
          type="checkbox"
          aria-describedby="model-sees-images-hint"
          checked={props.values.modelSeesImages}
          onChange={(event) => props.onChange({ modelSeesImages: event.currentTarget.checked })}
        />{' '}
        {i18n.t('settings.model_sees_images')}
      </label>
      <p id="model-sees-images-hint" class="hint">
        {i18n.t('settings.model_sees_images_hint')}
      </p>
    </div>
  );
}

function KeyField(props: { value: string; onChange(value: string): void }) {
  const [shown, setShown] = useState(false);
  const field = {
    id: 'api-key',
    class: 'field',
    spellcheck: false,
    autocomplete: 'off',
    'aria-describedby': 'api-key-hint',
    value: props.value,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) =>
      props.onChange(event.currentTarget.value.trim()),
  } as const;
  return (
    <div class="labelled">
      <label for="api-key">{i18n.t('settings.api_key')}</label>
      <div class="field-and-button">
        {shown ? <input type="text" {...field} /> : <input type="password" {...field} />}
        <button
          type="button"
          class="button"
          aria-pressed={shown}
          aria-controls="api-key"
          onClick={() => setShown(!shown)}
        >
          {shown ? i18n.t('settings.hide_key') : i18n.t('settings.show_key')}
        </button>
      </div>
      <p id="api-key-hint" class="hint">
        {i18n.t('settings.api_key_hint')}
      </p>
    </div>
  );
}
