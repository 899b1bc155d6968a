import type { PageAction } from '../types';
import type { PageActionRunner } from './actor/act-context';
import { badArgument } from './actor/read-arguments';
import { choose } from './choose';
import { fillFields, type FormField } from './forms/fill-fields';
import { selectOption } from './select-option';
import { setChecked } from './set-checked';
import { setDate } from './set-date';
import { setValue } from './set-value';
import { typeText } from './type-text';

const RUNNERS: readonly PageActionRunner[] = [typeText, choose, selectOption, setDate, setChecked, setValue];

export const fillForm: PageActionRunner = {
  name: 'fill_form',
  element: 'optional',
  reads: false,
  run(context, action) {
    return fillFields(context, expectFields(action), (name) => RUNNERS.find((one) => one.name === name));
  },
};

function expectFields(action: PageAction): FormField[] {
  const { fields } = action;
  if (Array.isArray(fields) && fields.length > 0 && fields.every(isField)) return fields;
  throw badArgument(action, 'fields', 'a list of {ref, value}');
}

function isField(field: unknown): field is FormField {
  if (typeof field !== 'object' || field === null || !('ref' in field) || !('value' in field)) return false;
  const { ref, value } = field;
  const isText = (one: unknown): boolean => typeof one === 'string';
  return (
    isText(ref) &&
    (isText(value) || typeof value === 'boolean' || (Array.isArray(value) && value.every(isText)))
  );
}
