import type { ComponentChildren, TargetedInputEvent } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ContextField, type ContextInput } from './context-field';
import { FallbackFields } from './fallback-fields';
import { ModelField } from './model-field';
import type { ModelListState } from './model-list-words';
import { PROVIDER_PRESETS } from './provider-presets';
import type { SettingsValues } from './settings-props';
import { ThinkingField } from './thinking-field';

export interface ChatModelFieldsProps {
  values: SettingsValues;
  /** Trying it out: below what is tried. */
  children: ComponentChildren;
  list: ModelListState;
  context: ContextInput;
  /** Tokens of the model's context as a test found them. */
  foundContext: number | undefined;
  onList(): void;
  onContext(context: ContextInput): void;
  onChange(changed: Partial<SettingsValues>): void;
}

export function ChatModelFields(props: ChatModelFieldsProps) {
  return (
    <>
      <ProviderField {...props} />
      <BaseUrlField {...props} />
      <KeyField value={props.values.apiKey} onChange={(apiKey) => props.onChange({ apiKey })} />
      <ModelField
        model={props.values.model}
        list={props.list}
        canList={props.values.baseUrl !== ''}
        onInput={(model) => props.onChange({ model })}
        onList={props.onList}
      />
      <ContextField input={props.context} found={props.foundContext} onInput={props.onContext} />
      {props.children}
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
