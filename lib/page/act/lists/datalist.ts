import { matches } from '../../observe/dom';
import { actError, type ActContext, type RunnerOutcome } from '../actor/act-context';
import { nameElement, quoteShort } from '../actor/name-element';
import { isTextField, type TextField } from '../text/editable';
import { writeAtOnce } from '../text/write-at-once';
import { listChoices, matchOption } from './match-option';

/** A text field with a `<datalist>`: its suggestions are drawn by the browser, out of reach; choosing one is writing its value. */
export function findSuggesting(element: Element): TextField | undefined {
  return isTextField(element) && matches(element, 'input[list]') && (element as HTMLInputElement).list
    ? element
    : undefined;
}

export function chooseSuggestion(context: ActContext, field: TextField, wanted: string): RunnerOutcome {
  const name = nameElement(context, field);
  const options = Array.from((field as HTMLInputElement).list?.options ?? [], (option) => ({
    label: option.label || option.value,
    value: option.value,
    item: option,
  }));
  const found = matchOption(options, wanted);
  if (!found) {
    throw actError(
      'no-such-option',
      `${quoteShort(wanted)} is not among the suggestions of ${name}. Suggestions: ${listChoices(options)}. To write something else use type_text.`,
      { target: name, option: wanted },
    );
  }
  const { value = '', label } = found;
  if (field.value === value)
    return { message: `${quoteShort(label)} was chosen in ${name} already`, value, nothingDone: true };
  if (writeAtOnce(context, field, value, false) === value)
    return { message: `chose ${quoteShort(label)} in ${name}`, value, target: field };
  throw actError(
    'not-set',
    `${name} did not keep ${quoteShort(value)}; it holds ${quoteShort(field.value) || 'nothing'}. Observe again.`,
    { target: name },
  );
}
