import { getLocalName } from '../observe/dom';
import {
  actError,
  type ActContext,
  expectElement,
  type PageActionRunner,
  type RunnerOutcome,
} from './actor/act-context';
import { expectActionable } from './ready/actionable';
import { chooseFromList } from './lists/choose-from-list';
import { focusElement } from './pointer/focus';
import { listChoices, matchOption, type Choice } from './lists/match-option';
import { nameElement, quoteShort } from './actor/name-element';
import { expectTexts } from './actor/read-arguments';
import { announceChange } from './text/announce-change';

export const selectOption: PageActionRunner = {
  name: 'select_option',
  element: 'required',
  reads: false,
  async run(context, action, given) {
    const element = expectElement(given);
    const wanted = expectTexts(action, 'options');
    const control =
      getLocalName(element) === 'label' ? ((element as HTMLLabelElement).control ?? element) : element;
    if (getLocalName(control) !== 'select') return chooseFromList(context, element, wanted);
    await expectActionable(context, control);
    context.expectApproved(element);
    return chooseNatively(context, control as HTMLSelectElement, wanted);
  },
};

function chooseNatively(context: ActContext, select: HTMLSelectElement, wanted: string[]): RunnerOutcome {
  const name = nameElement(context, select);
  if (wanted.length > 1 && !select.multiple) {
    throw actError('one-choice-only', `${name} takes one option, not ${wanted.length}. Choose one.`, {
      target: name,
    });
  }
  const chosen = wanted.map((one) => expectOption(select, name, one));
  const value = chosen.map((option) => option.label.trim() || option.value).join(', ');
  const already = Array.from(select.options).every((option) => option.selected === chosen.includes(option));
  if (already)
    return { message: `${quoteShort(value)} was chosen in ${name} already`, value, nothingDone: true };
  focusElement(context, select);
  for (const option of select.options) option.selected = chosen.includes(option);
  announceChange(context, select);
  return reportChoice(select, name, value);
}

function reportChoice(select: HTMLSelectElement, name: string, value: string): RunnerOutcome {
  const held = Array.from(select.selectedOptions, (option) => option.label.trim() || option.value).join(', ');
  if (held === value || !select.isConnected)
    return { message: `chose ${quoteShort(value)} in ${name}`, value, target: select };
  throw actError(
    'not-set',
    `${name} did not keep the choice; it holds ${quoteShort(held) || 'nothing'}. Observe again.`,
    {
      target: name,
    },
  );
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
    {
      target: name,
      option: wanted,
    },
  );
}

function isClosed(option: HTMLOptionElement): boolean {
  const group = option.parentElement;
  return option.disabled || (group?.localName === 'optgroup' && (group as HTMLOptGroupElement).disabled);
}
