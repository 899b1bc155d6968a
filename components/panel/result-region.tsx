import { useState } from 'preact/hooks';
import type { RunState } from '../../lib/agent/state';
import { canResume } from '../../lib/agent/view';
import { i18n } from '#i18n';
import { ClampedText } from '../clamped-text';
import { evidenceLabel } from '../evidence-label';
import { FailureText, Notice } from '../notice';
import type { PanelActions } from './panel-props';

export interface ResultRegionProps {
  state: RunState;
  actions: PanelActions;
}

/** How the run ended, what it found, and what can be made of it. */
export function ResultRegion(props: ResultRegionProps) {
  const { state, actions } = props;
  return (
    <section class={`result result-${state.status}`} aria-labelledby="result-heading">
      <h2 id="result-heading">{i18n.t('panel.result')}</h2>
      <Outcome {...props} />
      <NextStep {...props} />
      <div class="result-actions">
        <button type="button" class="link-button" onClick={() => actions.openLibrary(state.runId)}>
          {i18n.t('panel.open_in_library')}
        </button>
        <button type="button" class="link-button" onClick={actions.newTask}>
          {i18n.t('panel.new_task')}
        </button>
      </div>
    </section>
  );
}

/** The one thing that is most likely wanted now. */
function NextStep(props: ResultRegionProps) {
  const { state, actions } = props;
  if (state.status === 'done') return state.planner.kind === 'recipe' ? null : <SaveRecipe {...props} />;
  if (!canResume(state)) return null;
  return (
    <button type="button" class="button" onClick={() => actions.resume()}>
      {state.status === 'failed' ? i18n.t('panel.try_again') : i18n.t('panel.resume')}
    </button>
  );
}

function Outcome(props: ResultRegionProps) {
  const { state, actions } = props;
  if (state.failure) {
    return (
      <Notice quiet>
        <FailureText failure={state.failure} onOpenSettings={actions.openSettings} />
      </Notice>
    );
  }
  if (!state.outcome) return <p>{i18n.t('panel.stopped_text')}</p>;
  return (
    <>
      <ClampedText class="answer" text={state.outcome.answer} lines={12} />
      {state.outcome.evidence && (
        <figure class="evidence">
          <figcaption>{evidenceLabel(state.outcome)}</figcaption>
          <blockquote>
            <ClampedText text={state.outcome.evidence} lines={6} />
          </blockquote>
        </figure>
      )}
    </>
  );
}

function SaveRecipe(props: ResultRegionProps) {
  const [stage, setStage] = useState<'offer' | 'name' | 'saved'>('offer');
  const [name, setName] = useState(() => props.state.task.text.slice(0, 60));
  if (stage === 'saved') return <p class="saved">{i18n.t('panel.recipe_saved', { name })}</p>;
  if (stage === 'offer') {
    return (
      <button type="button" class="button" onClick={() => setStage('name')}>
        {i18n.t('panel.save_as_recipe')}
      </button>
    );
  }
  return (
    <form
      class="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!name.trim()) return;
        void props.actions.saveRecipe(name.trim()).then((saved) => saved && setStage('saved'));
      }}
    >
      <label class="labelled">
        <span>{i18n.t('panel.recipe_name')}</span>
        <input
          type="text"
          class="field"
          value={name}
          ref={(field) => field?.focus()}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button primary">
        {i18n.t('common.save')}
      </button>
    </form>
  );
}
