import { i18n } from '#i18n';
import { translate } from '../translate';
import type { BudgetLimits } from './settings-props';

/** The field as it stands, right or wrong. */
export interface BudgetInput {
  text: string;
  /** It was tried to be saved and could not. */
  isBad: boolean;
}

export function writeBudget(tokens: number | undefined): BudgetInput {
  return { text: tokens === undefined ? '' : String(tokens), isBad: false };
}

/** Tokens; undefined for an empty field, which stands for the default. */
export function readBudget(
  text: string,
  { least, most }: BudgetLimits,
): { ok: true; value: number | undefined } | { ok: false } {
  const written = text.trim().replace(/[\s,.'’](?=\d{3}(?:\D|$))/g, '');
  if (written === '') return { ok: true, value: undefined };
  const value = /^\d{1,9}$/.test(written) ? Number(written) : NaN;
  return value >= least && value <= most ? { ok: true, value } : { ok: false };
}

export interface BudgetFieldProps {
  input: BudgetInput;
  limits: BudgetLimits;
  onInput(input: BudgetInput): void;
}

/** How much of a page a model reads at each step. A wrong value is said when it is saved, and until it is right. */
export function BudgetField({ input, limits, onInput }: BudgetFieldProps) {
  const isBad = input.isBad && !readBudget(input.text, limits).ok;
  return (
    <div class="labelled">
      <label for="observation-budget">{i18n.t('settings.observation_budget')}</label>
      <input
        id="observation-budget"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        class="field short"
        placeholder={String(limits.byDefault)}
        value={input.text}
        aria-invalid={isBad}
        aria-describedby={isBad ? 'observation-budget-error' : 'observation-budget-hint'}
        onInput={(event) => onInput({ ...input, text: event.currentTarget.value })}
      />
      {isBad ? (
        <p id="observation-budget-error" role="alert" class="problem">
          {translate({
            key: 'settings.observation_budget_bad',
            params: { least: String(limits.least), most: String(limits.most) },
          })}
        </p>
      ) : (
        <p id="observation-budget-hint" class="hint">
          {translate({
            key: 'settings.observation_budget_hint',
            params: { default: String(limits.byDefault) },
          })}
        </p>
      )}
    </div>
  );
}
