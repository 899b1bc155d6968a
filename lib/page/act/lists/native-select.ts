import type { ActContext, ActError, RunnerOutcome } from '../actor/act-context';
import { actError } from '../actor/act-context';
import { nameElement, quoteShort } from '../actor/name-element';
import { focusElement } from '../pointer/focus';
import { announceChange } from '../text/announce-change';
import { listChoices, matchOption, type Choice } from './match-option';

export interface NativeChoice {
  wanted: readonly string[];
  /** Where several can be chosen: what is chosen stays so. */
  adds: boolean;
}

/** Chooses in a `<select>`. Failure codes: `no-such-option`, `one-choice-only`, `not-set`. */
export function chooseNatively(
  context: ActContext,
  select: HTMLSelectElement,
  { wanted, adds }: NativeChoice,
): RunnerOutcome {
  const name = nameElement(context, select);
  if (wanted.length > 1 && !select.multiple) {
    throw actError('one-choice-only', `${name} takes one option, not ${wanted.length}. Choose one.`, {
      target: name,
    });
  }
  const found = wanted.map((one) => expectOption(select, name, one));
  const chosen = adds && select.multiple ? [...new Set([...select.selectedOptions, ...found])] : found;
  const value = labelAll(chosen);
  const already = Array.from(select.options).every((option) => option.selected === chosen.includes(option));
  if (already) {
    const message = `${quoteShort(labelAll(found))} was chosen in ${name} already`;
    return { message, value, nothingDone: true };
  }
  focusElement(context, select);
  for (const option of select.options) option.selected = chosen.includes(option);
  announceChange(context, select);
  return reportChoice(select, name, { said: labelAll(found), chosen });
}

function reportChoice(
  select: HTMLSelectElement,
  name: string,
  { said, chosen }: { said: string; chosen: readonly HTMLOptionElement[] },
): RunnerOutcome {
  const wanted = labelAll(Array.from(select.options).filter((option) => chosen.includes(option)));
  const held = labelAll(Array.from(select.selectedOptions));
  if (held === wanted || !select.isConnected)
    return { message: `chose ${quoteShort(said)} in ${name}`, value: wanted || said, target: select };
  throw notKeptError(name, held);
}

function notKeptError(name: string, held: string): ActError {
  return actError(
    'not-set',
    `${name} did not keep the choice; it holds ${quoteShort(held) || 'nothing'}. Observe again.`,
    { target: name },
  );
}

function labelAll(options: readonly HTMLOptionElement[]): string {
  return options.map((option) => option.label.trim() || option.value).join(', ');
}

function expectOption(select: HTMLSelectElement, name: string, wanted: string): HTMLOptionElement {
  const choices: Choice<HTMLOptionElement>[] = Array.from(select.options, (option) => ({
    label: option.label.replace(/\s+/g, ' ').trim(),
    value: option.value,
    item: option,
  }));
  const open = choices.filter(({ item }) => !isClosed(item));
  const found = matchOption(open, wanted) ?? matchOption(choices, wanted);
  if (found && !isClosed(found.item)) return found.item;
  const why = found ? 'cannot be chosen now' : 'is not among the options';
  throw actError(
    'no-such-option',
    `${quoteShort(wanted)} ${why} of ${name}. Options: ${listChoices(open)}.`,
    { target: name, option: wanted },
  );
}

function isClosed(option: HTMLOptionElement): boolean {
  const group = option.parentElement;
  return option.disabled || (group?.localName === 'optgroup' && (group as HTMLOptGroupElement).disabled);
}
