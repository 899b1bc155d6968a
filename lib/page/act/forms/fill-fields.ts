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

/**
 * Fills fields one by one, each as the action for its kind would. Stops at the first that fails and says which were done.
 * At the end all are read again: a later field may have reset an earlier one.
 */
export async function fillFields(
  context: ActContext,
  fields: readonly FormField[],
  findRunner: (name: string) => PageActionRunner | undefined,
): Promise<RunnerOutcome> {
  const filled: Filled[] = [];
  for (const [index, { ref, value }] of fields.entries()) {
    const element = context.deps.elementOf(ref);
    try {
      if (!element || !isConnected(element)) throw staleError();
      await fillOne(context, element, actionFor(context, element, ref, value), findRunner);
      filled.push({ element, name: nameElement(context, element), held: readField(element) });
    } catch (error) {
      throw error instanceof ActError ? stoppedAt(error, filled, fields, index) : error;
    }
    await nextTask(context.window);
  }
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

/** The failure of one field, with what became of the others. */
function stoppedAt(
  { failure }: ActError,
  filled: readonly Filled[],
  fields: readonly FormField[],
  index: number,
): ActError {
  const done =
    filled.length > 0
      ? `Filled before it: ${filled.map(({ name }) => name).join(', ')}.`
      : 'Nothing was filled.';
  const rest = fields.slice(index + 1).map(({ ref }) => ref);
  const left = rest.length > 0 ? ` Not filled: ${rest.join(', ')}.` : '';
  const message = `Field ${index + 1} of ${fields.length} (${fields[index]?.ref ?? ''}) failed. ${failure.message} ${done}${left}`;
  return new ActError({ ...failure, message });
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
  return { message: [message, ...remarks].join('; but '), value: 'filled', ...lastOf(filled) };
}

/** The focus stays where the last field was filled: that is no news. */
function lastOf(filled: readonly Filled[]): { target?: Element } {
  const last = filled.at(-1);
  return last ? { target: last.element } : {};
}
