import type { ListedModel } from '../../lib/planners/chat-model/listed-model';
import type { Failure } from '../../lib/trajectories/failure';
import { i18n } from '#i18n';
import { EndpointHelp } from '../endpoint-help';
import { failureText } from '../translate';

/** How far the list of the endpoint's models is. */
export type ModelListState =
  | { kind: 'unasked' | 'listing' }
  | { kind: 'listed'; models: ListedModel[] }
  | { kind: 'failed'; failure: Failure };

/** What became of the list, in words below the field. */
export function ModelListWords({ id, list }: { id: string; list: ModelListState }) {
  if (list.kind === 'failed') {
    return (
      <div id={id} class="problem" aria-live="polite">
        <p dir="auto">{failureText(list.failure)}</p>
        <EndpointHelp failure={list.failure} />
      </div>
    );
  }
  return (
    <p id={id} class="hint" aria-live="polite">
      {wordsOf(list)}
    </p>
  );
}

function wordsOf(list: Exclude<ModelListState, { kind: 'failed' }>): string {
  switch (list.kind) {
    case 'unasked':
      return i18n.t('settings.model_hint');
    case 'listing':
      return i18n.t('settings.testing_models');
    case 'listed':
      return list.models.length === 0
        ? i18n.t('settings.no_models')
        : i18n.t('settings.models_listed', list.models.length);
  }
}
