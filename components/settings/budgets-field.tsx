import { MEASURES, type Amounts, type Measure } from '../../lib/trajectories/budget';
import { i18n } from '#i18n';

/** What a task and a day may use; absent amounts are no limit. */
export interface BudgetsValues {
  run: Amounts;
  day: Amounts;
}

export interface BudgetsFieldProps {
  budgets: BudgetsValues;
  onChange(budgets: BudgetsValues): void;
}

const PERIODS = ['run', 'day'] as const;

type Period = (typeof PERIODS)[number];

/** What may be used before the user is asked. An amount that makes no sense is refused by the form itself. */
export function BudgetsField({ budgets, onChange }: BudgetsFieldProps) {
  return (
    <fieldset class="budgets" aria-describedby="budgets-hint">
      <legend>{i18n.t('settings.budgets')}</legend>
      <p id="budgets-hint" class="hint">
        {i18n.t('settings.budgets_hint')}
      </p>
      <table>
        <thead>
          <tr>
            <td />
            {PERIODS.map((period) => (
              <th key={period} id={`budget-${period}`} scope="col">
                {periodWord(period)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((measure) => (
            <tr key={measure}>
              <th id={`budget-${measure}`} scope="row">
                {measureWord(measure)}
              </th>
              {PERIODS.map((period) => (
                <td key={period}>
                  <AmountField
                    labelledBy={`budget-${measure} budget-${period}`}
                    measure={measure}
                    amount={budgets[period][measure]}
                    onChange={(amount) =>
                      onChange({ ...budgets, [period]: withAmount(budgets[period], measure, amount) })
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{i18n.t('settings.budgets_money_hint')}</p>
    </fieldset>
  );
}

/** Uncontrolled: a half-typed amount is the user's, and is left as it stands. */
function AmountField(props: {
  labelledBy: string;
  measure: Measure;
  amount: number | undefined;
  onChange(amount: number | undefined): void;
}) {
  const least = props.measure === 'money' ? 0.01 : 1;
  return (
    <input
      type="number"
      class="field"
      aria-labelledby={props.labelledBy}
      autocomplete="off"
      min={least}
      step={least}
      max={1_000_000_000}
      defaultValue={props.amount ?? ''}
      onInput={(event) => {
        const { valueAsNumber, validity } = event.currentTarget;
        if (validity.valid) props.onChange(Number.isNaN(valueAsNumber) ? undefined : valueAsNumber);
      }}
    />
  );
}

function withAmount(amounts: Amounts, measure: Measure, amount: number | undefined): Amounts {
  const { [measure]: _, ...others } = amounts;
  return amount === undefined ? others : { ...others, [measure]: amount };
}

function periodWord(period: Period): string {
  return period === 'run' ? i18n.t('settings.per_run') : i18n.t('settings.per_day');
}

function measureWord(measure: Measure): string {
  switch (measure) {
    case 'steps':
      return i18n.t('settings.budget_steps');
    case 'tokens':
      return i18n.t('settings.budget_tokens');
    case 'money':
      return i18n.t('settings.budget_money');
    case 'minutes':
      return i18n.t('settings.budget_minutes');
  }
}
