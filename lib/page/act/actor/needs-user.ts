import type { Activation } from '../../world/world-message';
import { actError, type ActContext, type ActError } from './act-context';
import { nameElement } from './name-element';

const WHAT: Record<Activation, string> = {
  'choose-file': 'choose a file',
  'full-screen': 'go full screen',
  clipboard: 'use the clipboard',
  share: 'open the share sheet',
  pay: 'open the payment sheet',
};

/** What was done made the page try something that browsers allow on a click or key of the user's own only. */
export function needsUserError(
  context: Pick<ActContext, 'deps'>,
  element: Element | undefined,
  message: string,
  need: Activation,
): ActError {
  const target = element ? nameElement(context, element) : 'it';
  const advice =
    need === 'choose-file'
      ? 'Give it one of the task with upload_file, or have the user choose one.'
      : 'Only the user can do that.';
  return actError(
    'needs-user',
    `${message}; the page wanted to ${WHAT[need]}, which it may only on the user's own click. ${advice}`,
    { target, do: need === 'choose-file' ? 'choose-file' : 'click', why: need },
  );
}
