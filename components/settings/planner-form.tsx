import { i18n } from '#i18n';
import { BudgetField } from './budget-field';
import { BudgetsField } from './budgets-field';
import { CapabilityList } from './capability-list';
import { ChatModelFields } from './chat-model-fields';
import { ConnectionWords } from './connection-words';
import { PlannerField } from './planner-field';
import type { SettingsProps } from './settings-props';
import { useConnectionTest } from './use-connection-test';
import { usePlannerForm, type PlannerFormState } from './use-planner-form';

type PlannerFormProps = Pick<
  SettingsProps,
  | 'settings'
  | 'budgetLimits'
  | 'known'
  | 'builtinModel'
  | 'onDownloadModel'
  | 'onSave'
  | 'onTest'
  | 'onListModels'
  | 'onContextTokens'
>;

/** Who plans, where the model is, and what a task may use. Nothing is stored before "Save". */
export function PlannerForm(props: PlannerFormProps) {
  const form = usePlannerForm(props);
  const { values } = form;
  return (
    <form
      class="planner-form"
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = form.save();
        if (wrong) event.currentTarget.querySelector<HTMLElement>(`#${wrong}`)?.focus();
      }}
    >
      <section aria-labelledby="model-heading">
        <h2 id="model-heading">{i18n.t('settings.planning')}</h2>
        <PlannerField {...props} planner={values.planner} onChange={form.change} />
        {values.planner === 'chat-model' && <ChatModel {...props} form={form} />}
      </section>
      <section>
        <BudgetsField
          key={JSON.stringify(props.settings)}
          budgets={values.budgets}
          onChange={(budgets) => form.change({ budgets })}
        />
      </section>
      <div class="form-foot">
        <button type="submit" class="button primary">
          {i18n.t('common.save')}
        </button>
        <p role="status">{form.saved ? i18n.t('settings.saved') : ''}</p>
      </div>
    </form>
  );
}

/** The endpoint and its model, and what trying them out shows. */
function ChatModel(props: PlannerFormProps & { form: PlannerFormState }) {
  const { form } = props;
  const connection = useConnectionTest(props);
  const { result } = connection;
  const isTesting = result !== undefined && 'testing' in result;
  const capabilities = result && 'ok' in result && result.ok ? result.capabilities : form.known?.found;
  return (
    <>
      <ChatModelFields
        values={form.values}
        list={connection.list}
        context={form.context}
        foundContext={capabilities?.contextTokens}
        onList={() => connection.listModels(form.values)}
        onContext={form.setContext}
        onChange={(changed) => {
          const isElsewhere = 'baseUrl' in changed || 'apiKey' in changed || 'provider' in changed;
          if (isElsewhere || 'model' in changed) connection.forget(isElsewhere ? 'endpoint' : 'model');
          form.change(changed);
        }}
      >
        <div class="connection-test">
          <TestButtons
            canTest={!isTesting && form.values.baseUrl !== ''}
            isTesting={isTesting}
            onTest={() => connection.test(form.values)}
            onStop={connection.stop}
          />
          {result && <ConnectionWords result={result} />}
          {capabilities && !isTesting && <CapabilityList capabilities={capabilities} />}
        </div>
      </ChatModelFields>
      <BudgetField input={form.budget} limits={props.budgetLimits} onInput={form.setBudget} />
    </>
  );
}

function TestButtons(props: { canTest: boolean; isTesting: boolean; onTest(): void; onStop(): void }) {
  return (
    <div class="form-foot">
      <button type="button" class="button" disabled={!props.canTest} onClick={props.onTest}>
        {i18n.t('settings.test_connection')}
      </button>
      {props.isTesting ? (
        <button type="button" class="button" onClick={props.onStop}>
          {i18n.t('settings.stop_test')}
        </button>
      ) : (
        <p class="hint">{i18n.t('settings.test_hint')}</p>
      )}
    </div>
  );
}
