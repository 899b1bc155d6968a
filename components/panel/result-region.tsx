import { useState } from 'preact/hooks';
import type { RunState } from '../../lib/agent/state';
import { i18n } from '#i18n';
import { ClampedText } from '../clamped-text';
import { FailureText } from '../notice';
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
      {state.status === 'done' && state.planner.kind !== 'recipe' && <SaveRecipe {...props} />}
      <div class="result-actions">
        {state.status !== 'done' && (
          <button type="button" class="link-button" onClick={actions.resume}>
            {state.status === 'failed' ? i18n.t('panel.try_again') : i18n.t('panel.resume')}
          </button>
        )}
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

function Outcome(props: ResultRegionProps) {
  const { state, actions } = props;
  if (state.failure) return <FailureText failure={state.failure} onOpenSettings={actions.openSettings} />;
  if (!state.outcome) return <p>{i18n.t('panel.stopped_text')}</p>;
  return (
    <>
      <ClampedText class="answer" text={state.outcome.answer} lines={12} />
      {state.outcome.evidence && (
        <figure class="evidence">
          <figcaption>{i18n.t('panel.evidence')}</figcaption>
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
