import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ChatModelFields } from './chat-model-fields';
import { ConnectionWords } from './connection-words';
import type { ConnectionResult, SettingsProps, SettingsValues } from './settings-props';

type PlannerFormProps = Pick<SettingsProps, 'settings' | 'onSave' | 'onTest'>;

/** Who plans, and where the model is. Nothing is stored before "Save". */
export function PlannerForm(props: PlannerFormProps) {
  const [values, setValues] = useState(props.settings);
  const [result, setResult] = useState<ConnectionResult | 'testing'>();
  const [saved, setSaved] = useState(false);
  // By value: the same settings read again must not undo what is being typed.
  useEffect(() => setValues(props.settings), [JSON.stringify(props.settings)]);

  const change = (changed: Partial<SettingsValues>) => {
    setValues({ ...values, ...changed });
    setSaved(false);
  };
  const test = () => {
    setResult('testing');
    void props.onTest(values).then(setResult);
  };
  const models = result && result !== 'testing' ? result.models : [];
  return (
    <form
      class="planner-form"
      onSubmit={(event) => {
        event.preventDefault();
        void props.onSave(values).then(() => setSaved(true));
      }}
    >
      <PlannerField planner={values.planner} onChange={change} />
      {values.planner === 'chat-model' && (
        <ChatModelFields values={values} models={models} onChange={change} />
      )}
      {values.planner === 'chat-model' && result && <ConnectionWords result={result} />}
      <MaxStepsField maxSteps={values.maxSteps} onChange={change} />
      <div class="form-foot">
        <button type="submit" class="button primary">
          {i18n.t('common.save')}
        </button>
        {values.planner === 'chat-model' && (
          <button
            type="button"
            class="button"
            disabled={result === 'testing' || values.baseUrl === ''}
            onClick={test}
          >
            {i18n.t('settings.test_connection')}
          </button>
        )}
        <p role="status">{saved ? i18n.t('settings.saved') : ''}</p>
      </div>
    </form>
  );
}

interface FieldProps {
  onChange(changed: Partial<SettingsValues>): void;
}

function PlannerField(props: FieldProps & { planner: SettingsValues['planner'] }) {
  return (
    <div class="labelled">
      <label for="planner">{i18n.t('settings.planner')}</label>
      <select
        id="planner"
        class="field"
        value={props.planner}
        aria-describedby="planner-hint"
        onChange={(event) =>
          props.onChange({ planner: event.currentTarget.value === 'rules' ? 'rules' : 'chat-model' })
        }
      >
        <option value="chat-model">{i18n.t('planner.chat_model')}</option>
        <option value="rules">{i18n.t('planner.rules')}</option>
      </select>
      <p id="planner-hint" class="hint">
        {props.planner === 'rules' ? i18n.t('settings.rules_hint') : i18n.t('settings.chat_model_hint')}
      </p>
    </div>
  );
}

function MaxStepsField(props: FieldProps & { maxSteps: number }) {
  return (
    <div class="labelled">
      <label for="max-steps">{i18n.t('settings.max_steps')}</label>
      <input
        id="max-steps"
        type="number"
        class="field short"
        min={1}
        max={1000}
        value={props.maxSteps}
        onInput={(event) => {
          const maxSteps = event.currentTarget.valueAsNumber;
          if (Number.isInteger(maxSteps)) props.onChange({ maxSteps });
        }}
      />
    </div>
  );
}
