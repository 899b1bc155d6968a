import type { ComponentChildren } from 'preact';
import type { Failure } from '../lib/trajectories/failure';
import { i18n } from '#i18n';
import { EndpointHelp } from './endpoint-help';
import { AlertCircleIcon } from './icons';
import { failureText } from './translate';

/** Codes that the user mends in the settings. */
const MENDED_IN_SETTINGS = new Set([
  'no-endpoint-configured',
  'no-model-configured',
  'bad-base-url',
  'endpoint-unreachable',
  'origin-refused',
  'wrong-key',
  'out-of-credit',
  'unknown-model',
  'not-found',
  'no-tool-calls',
  'not-an-api',
]);

/** One sentence that needs attention, with what can be done about it. */
export function Notice(props: { children: ComponentChildren; quiet?: boolean }) {
  return (
    <div class={props.quiet ? 'notice' : 'notice notice-strong'} role={props.quiet ? undefined : 'alert'}>
      <AlertCircleIcon />
      <div class="notice-text">{props.children}</div>
    </div>
  );
}

/** A failure in the user's words, with the way to the settings where that helps, and its own words on demand. */
export function FailureNotice(props: { failure: Failure; onOpenSettings(): void }) {
  return (
    <Notice>
      <FailureText {...props} />
    </Notice>
  );
}

export function FailureText(props: { failure: Failure; onOpenSettings(): void }) {
  return (
    <>
      <p dir="auto">{failureText(props.failure)}</p>
      <EndpointHelp failure={props.failure} />
      {MENDED_IN_SETTINGS.has(props.failure.code) && (
        <button type="button" class="link-button" onClick={props.onOpenSettings}>
          {i18n.t('common.open_settings')}
        </button>
      )}
    </>
  );
}
