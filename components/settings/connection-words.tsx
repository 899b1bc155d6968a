import { i18n } from '#i18n';
import { AlertCircleIcon, CheckCircleIcon, CrossCircleIcon } from '../icons';
import { failureText } from '../translate';
import type { ConnectionResult } from './settings-props';

/** What trying out the endpoint showed, in words. */
export function ConnectionWords(props: { result: ConnectionResult | 'testing' }) {
  const { result } = props;
  if (result === 'testing') {
    return (
      <p class="connection" aria-live="polite">
        {i18n.t('settings.testing')}
      </p>
    );
  }
  if (!result.ok) {
    return (
      <p class="connection problem" aria-live="polite">
        <CrossCircleIcon />
        <span dir="auto">{failureText(result.failure)}</span>
      </p>
    );
  }
  return (
    <p class="connection" aria-live="polite">
      {result.toolCalls ? <CheckCircleIcon /> : <AlertCircleIcon />}
      <span>{result.toolCalls ? i18n.t('settings.connected') : i18n.t('settings.connected_no_tools')}</span>
    </p>
  );
}
