import { isConnected } from '../../observe/dom';
import { isSecretField } from '../../observe/secret-fields';
import type { PageAction } from '../../types';
import { ActError, type ActContext, type PageActionRunner, type RunnerOutcome } from '../actor/act-context';
import { nameElement, quoteShort } from '../actor/name-element';
import { nextTask } from '../effect/next-task';
import { phraseShown, readShown } from '../lists/shown-choice';
import { staleError } from '../ready/not-ready';
import { findEditable, isRichText } from '../text/editable';
import { actionFor, type FieldValue } from './field-kind';

export interface FormField {
  ref: string;
  value: FieldValue;
}

interface Filled {
  element: Element;
  name: string;
  /** What it held right after it was filled; '' for a secret. */
  held: string;
}

interface Missed {
  /** From 1, as people count. */
  place: number;
  ref: string;
  failure: ActError['failure'];
}

/**
 * Fills fields one by one, each as the action for its kind would. A field that does not take its value keeps no other
 * from being filled; one that is not what was judged any more ends it. At the end all are read again: a later field may
 * have reset an earlier one.
 */
export async function fillFields(
  context: ActContext,
  fields: readonly FormField[],
  findRunner: (name: string) => PageActionRunner | undefined,
): Promise<RunnerOutcome> {
  const filled: Filled[] = [];
  const missed: Missed[] = [];
  for (const [index, { ref, value }] of fields.entries()) {
    const element = context.deps.elementOf(ref);
    try {
      if (!element || !isConnected(element)) throw staleError();
      await fillOne(context, element, actionFor(context, element, ref, value), findRunner);
      filled.push({ element, name: nameElement(context, element), held: readField(element) });
    } catch (error) {
      if (!(error instanceof ActError)) throw error;
      missed.push({ place: index + 1, ref, failure: error.failure });
      if (error.failure.code === 'changed-since-approval') break;
    }
    await nextTask(context.window);
  }
  const [first] = missed;
  if (first) throw new ActError({ ...first.failure, message: describeMissed(missed, filled, fields) });
  return report(filled);
}

async function fillOne(
  context: ActContext,
  element: Element,
  action: PageAction,
  findRunner: (name: string) => PageActionRunner | undefined,
): Promise<void> {
  const runner = findRunner(action.name);
  if (!runner) throw new TypeError(`no runner ${action.name}`);
  await runner.run(context, action, element);
}

/** Which fields failed and why, and what became of the others. */
function describeMissed(
  missed: readonly Missed[],
  filled: readonly Filled[],
  fields: readonly FormField[],
): string {
  const faults = missed.map(
    ({ place, ref, failure }) => `Field ${place} of ${fields.length} (${ref}) failed. ${failure.message}`,
  );
  const done =
    filled.length > 0 ? `Filled: ${filled.map(({ name }) => name).join(', ')}.` : 'Nothing was filled.';
  const rest = fields.slice(missed.length + filled.length).map(({ ref }) => ref);
  const left = rest.length > 0 ? ` Not filled: ${rest.join(', ')}.` : '';
  return `${faults.join(' ')} ${done}${left}`;
}

function readField(element: Element): string {
  const field = findEditable(element) ?? element;
  if (isSecretField(field)) return '';
  if ('checked' in field && 'type' in field && /^(checkbox|radio)$/.test(String(field.type)))
    return field.checked ? 'checked' : 'not checked';
  if (isRichText(field)) return field.innerText.trim();
  return 'value' in field && typeof field.value === 'string' && field.value !== ''
    ? field.value
    : phraseShown(readShown(field));
}

function report(filled: readonly Filled[]): RunnerOutcome {
  const changed = filled.filter(({ element, held }) => isConnected(element) && readField(element) !== held);
  const remarks = changed.map(
    ({ element, name }) =>
      `${name} changed afterwards and holds ${quoteShort(readField(element)) || 'nothing'}`,
  );
  const count = filled.length === 1 ? '1 field' : `${filled.length} fields`;
  const message = `filled ${count}: ${filled.map(({ name }) => name).join(', ')}`;
  return {
    message: [message, ...remarks].join('; but '),
    value: 'filled',
    targets: filled.map(({ element }) => element),
  };
}
