import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { BudgetField, readBudget, writeBudget } from './budget-field';
import { BudgetsField } from './budgets-field';
import { ChatModelFields } from './chat-model-fields';
import { ConnectionWords } from './connection-words';
import { PlannerField } from './planner-field';
import type { ConnectionResult, SettingsProps, SettingsValues } from './settings-props';

type PlannerFormProps = Pick<
  SettingsProps,
  'settings' | 'budgetLimits' | 'builtinModel' | 'onDownloadModel' | 'onSave' | 'onTest'
>;

/** Who plans, and where the model is. Nothing is stored before "Save". */
export function PlannerForm(props: PlannerFormProps) {
  const [values, setValues] = useState(props.settings);
  const [result, setResult] = useState<ConnectionResult | 'testing'>();
  const [saved, setSaved] = useState(false);
  const [budget, setBudget] = useState(writeBudget(props.settings.observationBudget));
  // By value, and not in an effect, which runs late: neither the same settings read again nor the first ones may undo what is being typed.
  const stored = JSON.stringify(props.settings);
  const [shown, setShown] = useState(stored);
  if (stored !== shown) {
    setShown(stored);
    setValues(props.settings);
    setBudget(writeBudget(props.settings.observationBudget));
  }

  const change = (changed: Partial<SettingsValues>) => {
    setValues({ ...values, ...changed });
    setSaved(false);
  };
  const test = () => {
    setResult('testing');
    void props.onTest(values).then(setResult);
  };
  const save = (form: HTMLFormElement) => {
    const read = readBudget(budget.text, props.budgetLimits);
    setBudget({ ...budget, isBad: !read.ok });
    if (!read.ok) return form.querySelector<HTMLElement>('#observation-budget')?.focus();
    void props.onSave({ ...values, observationBudget: read.value }).then(() => setSaved(true));
  };
  const models = result && result !== 'testing' ? result.models : [];
  return (
    <form
      class="planner-form"
      onSubmit={(event) => {
        event.preventDefault();
        save(event.currentTarget);
      }}
    >
      <PlannerField {...props} planner={values.planner} onChange={change} />
      {values.planner === 'chat-model' && (
        <ChatModelFields values={values} models={models} onChange={change} />
      )}
      {values.planner === 'chat-model' && result && <ConnectionWords result={result} />}
      {values.planner === 'chat-model' && (
        <BudgetField
          input={budget}
          limits={props.budgetLimits}
          onInput={(input) => {
            setBudget(input);
            setSaved(false);
          }}
        />
      )}
      <BudgetsField key={shown} budgets={values.budgets} onChange={(budgets) => change({ budgets })} />
      <FormFoot
        onTest={values.planner === 'chat-model' ? test : undefined}
        canTest={result !== 'testing' && values.baseUrl !== ''}
        saved={saved}
      />
    </form>
  );
}

/** "Save", and "Test connection" where there is one to test. */
function FormFoot(props: { onTest: (() => void) | undefined; canTest: boolean; saved: boolean }) {
  return (
    <div class="form-foot">
      <button type="submit" class="button primary">
        {i18n.t('common.save')}
      </button>
      {props.onTest && (
        <button type="button" class="button" disabled={!props.canTest} onClick={props.onTest}>
          {i18n.t('settings.test_connection')}
        </button>
      )}
      <p role="status">{props.saved ? i18n.t('settings.saved') : ''}</p>
    </div>
  );
}
