import type { TestStage } from '../../lib/planners/chat-model/test-connection';
import { i18n } from '#i18n';
import { EndpointHelp } from '../endpoint-help';
import { formatCount } from '../format-values';
import { ArcIcon, CheckCircleIcon, CrossCircleIcon } from '../icons';
import { failureText } from '../translate';
import type { ConnectionResult } from './settings-props';

/** How far trying out the endpoint is, or what came of it, in words. */
export function ConnectionWords(props: { result: ConnectionResult | { testing: TestStage } }) {
  const { result } = props;
  if ('testing' in result) {
    return (
      <p class="connection" aria-live="polite">
        <ArcIcon />
        <span>{stageWords(result.testing)}</span>
      </p>
    );
  }
  if (!result.ok) {
    return (
      <div class="connection problem" aria-live="polite">
        <CrossCircleIcon />
        <div>
          <p dir="auto">{failureText(result.failure)}</p>
          <EndpointHelp failure={result.failure} open />
        </div>
      </div>
    );
  }
  const { promptTokens, completionTokens } = result.usage;
  const took = { requests: String(result.requests), count: formatCount(promptTokens + completionTokens) };
  return (
    <p class="connection" aria-live="polite">
      <CheckCircleIcon />
      <span>
        {i18n.t('settings.connected')} {i18n.t('settings.test_took', took)}
      </span>
    </p>
  );
}

function stageWords(stage: TestStage): string {
  switch (stage) {
    case 'models':
      return i18n.t('settings.testing_models');
    case 'tools':
      return i18n.t('settings.testing_tools');
    case 'schema':
      return i18n.t('settings.testing_schema');
    case 'images':
      return i18n.t('settings.testing_images');
    case 'context':
      return i18n.t('settings.testing_context');
  }
}
