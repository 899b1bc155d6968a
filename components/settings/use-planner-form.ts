import { useState } from 'preact/hooks';
import { readBudget, writeBudget, type BudgetInput } from './budget-field';
import { readContext, writeContext, type ContextInput } from './context-field';
import type { SettingsProps, SettingsValues } from './settings-props';

type FormProps = Pick<SettingsProps, 'settings' | 'budgetLimits' | 'known' | 'onSave' | 'onContextTokens'>;

export interface PlannerFormState {
  values: SettingsValues;
  budget: BudgetInput;
  context: ContextInput;
  /** What is known of the model that is in the form. */
  known: SettingsProps['known'][number] | undefined;
  saved: boolean;
  change(changed: Partial<SettingsValues>): void;
  setBudget(budget: BudgetInput): void;
  setContext(context: ContextInput): void;
  /** Stores what is in the form; returns the id of the field that has to be right first. */
  save(): string | undefined;
}

/** What is typed into the form, until it is saved. */
export function usePlannerForm(props: FormProps): PlannerFormState {
  const [values, setValues] = useState(props.settings);
  const [saved, setSaved] = useState(false);
  const [budget, setBudget] = useState(writeBudget(props.settings.observationBudget));
  const known = props.known.find(
    ({ baseUrl, model }) => baseUrl === values.baseUrl && model === values.model,
  );
  const [context, setContext] = useState(writeContext(known?.userContextTokens));
  // By value, and not in an effect, which runs late: neither the same settings read again nor the first ones may undo what is being typed.
  useNews(JSON.stringify(props.settings), () => {
    setValues(props.settings);
    setBudget(writeBudget(props.settings.observationBudget));
  });
  useNews(`${values.baseUrl} ${values.model} ${known?.userContextTokens ?? ''}`, () =>
    setContext(writeContext(known?.userContextTokens)),
  );
  const save = () => {
    const read = readBudget(budget.text, props.budgetLimits);
    const tokens = readContext(context.text);
    setBudget({ ...budget, isBad: !read.ok });
    setContext({ ...context, isBad: !tokens.ok });
    if (!tokens.ok) return 'context-tokens';
    if (!read.ok) return 'observation-budget';
    const { baseUrl, model } = values;
    if (tokens.value !== known?.userContextTokens) props.onContextTokens(baseUrl, model, tokens.value);
    void props.onSave({ ...values, observationBudget: read.value }).then(() => setSaved(true));
    return undefined;
  };
  const unsaved =
    <T>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setSaved(false);
    };
  return {
    values,
    budget,
    context,
    known,
    saved,
    change: unsaved((changed: Partial<SettingsValues>) => setValues({ ...values, ...changed })),
    setBudget: unsaved(setBudget),
    setContext: unsaved(setContext),
    save,
  };
}

/** Calls `take` while rendering when `news` is another than before. */
function useNews(news: string, take: () => void): void {
  const [heard, setHeard] = useState(news);
  if (news === heard) return;
  setHeard(news);
  take();
}
