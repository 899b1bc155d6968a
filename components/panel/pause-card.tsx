import { useState } from 'preact/hooks';
import { pauseQuestion, type PauseQuestion } from '../../lib/agent/pause';
import type { RunState } from '../../lib/agent/state';
import type { Measure } from '../../lib/trajectories/budget';
import { i18n } from '#i18n';
import { amountWords } from '../format-values';
import { failureText, translate } from '../translate';

export interface PauseCardProps {
  state: RunState;
  onGoOn(more?: number): void;
}

/** Whether a run that rests asks something: then the card is there. */
export function asksToGoOn(state: RunState): boolean {
  return pauseQuestion(state) !== undefined;
}

/** Why the run rests, and the question whether to go on; a budget of the run with how much more. */
export function PauseCard({ state, onGoOn }: PauseCardProps) {
  const question = pauseQuestion(state);
  if (!question) return null;
  return (
    <section class="card" aria-label={i18n.t('pause.region')}>
      <div class="card-body" tabIndex={0} role="group" aria-label={i18n.t('pause.asks')}>
        <p class="card-label">{i18n.t('pause.asks')}</p>
        <h2 class="card-sentence">{questionWords(question)}</h2>
        {question.kind === 'stuck' && question.failure && (
          <p class="card-hint" dir="auto">
            {failureText(question.failure)}
          </p>
        )}
      </div>
      {question.kind === 'run-budget' ? (
        <MoreForm key={state.nextSeq} question={question} onGoOn={onGoOn} />
      ) : (
        <div class="card-buttons">
          <button type="button" class="button primary" onClick={() => onGoOn()}>
            {question.kind === 'day-budget' ? i18n.t('pause.go_on_today') : i18n.t('panel.resume')}
          </button>
        </div>
      )}
    </section>
  );
}

function questionWords(question: PauseQuestion): string {
  if (question.kind === 'loop') return i18n.t('pause.loop');
  if (question.kind === 'stuck') return i18n.t('pause.stuck');
  const { measure, used, limit } = question.reached;
  const params = { used: amountWords(measure, used), limit: amountWords(measure, limit) };
  return translate({ key: question.kind === 'day-budget' ? 'pause.day_budget' : 'pause.run_budget', params });
}

/** How much more: as much as the budget again, unless another amount is typed in. */
function MoreForm(props: { question: PauseQuestion & { kind: 'run-budget' }; onGoOn(more?: number): void }) {
  const { again, reached } = props.question;
  const [more, setMore] = useState(again);
  return (
    <form
      class="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onGoOn(more === again ? undefined : more);
      }}
    >
      <label class="labelled">
        <span>{i18n.t(moreKey(reached.measure))}</span>
        <input
          type="number"
          class="field"
          required
          min={reached.measure === 'money' ? 0.01 : 1}
          step={reached.measure === 'money' ? 0.01 : 1}
          value={more}
          onInput={(event) => {
            const { valueAsNumber } = event.currentTarget;
            if (valueAsNumber > 0) setMore(valueAsNumber);
          }}
        />
      </label>
      <button type="submit" class="button primary">
        {i18n.t('pause.go_on')}
      </button>
    </form>
  );
}

function moreKey(measure: Measure) {
  switch (measure) {
    case 'steps':
      return 'pause.more_steps' as const;
    case 'tokens':
      return 'pause.more_tokens' as const;
    case 'money':
      return 'pause.more_money' as const;
    case 'minutes':
      return 'pause.more_minutes' as const;
  }
}
