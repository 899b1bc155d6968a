import type { Target } from '../trajectories/target';
import { z } from '../trajectories/zod-config';
import { MAX_TEXT_LENGTH, refSchema } from './arguments';
import { choose } from './choose';
import { defineAction, type ActionDefinition, type NamedElement, type PartialAction } from './define-action';
import { selectOption } from './select-option';
import { setChecked } from './set-checked';
import { typeText } from './type-text';

const valueSchema = z.union([
  z.string().max(MAX_TEXT_LENGTH),
  z.boolean(),
  z.array(z.string().max(1000)).min(1).max(100),
]);

type Field = { ref: string; value: z.infer<typeof valueSchema> };

export const fillForm = defineAction({
  name: 'fill_form',
  runsIn: 'page',
  refs: ['fields.*.ref'],
  risk: 'changes-page',
  description:
    'Fills several fields of one frame: text, number, YYYY-MM-DD or an option; true or false for boxes; a list for several options.',
  schema: z.strictObject({
    fields: z
      .array(z.strictObject({ ref: refSchema, value: valueSchema }))
      .min(1)
      .max(40),
  }),
  parts: ({ fields }, targets) => fields.map((field, index) => partOf(field, targets[index])),
  describe: ({ fields }, _target, elements) => ({
    key: 'action.fill_form',
    params: { fields: fields.map((field, index) => phrase(field, elements?.[index])).join(' · ') },
  }),
});

/** The single action that one field amounts to. What is no text field by tag and role may be pressed: it is judged as a choice. */
function partOf({ ref, value }: Field, target: Target | undefined): PartialAction {
  if (typeof value === 'boolean') return part(setChecked, { ref, checked: value });
  // Models write booleans as text, too.
  if (isBox(target) && /^(true|false)$/.test(String(value)))
    return part(setChecked, { ref, checked: value === 'true' });
  if (Array.isArray(value)) return part(selectOption, { ref, options: value });
  return isTypedInto(target) ? part(typeText, { ref, text: value }) : part(choose, { ref, text: value });
}

function part(definition: ActionDefinition, args: Record<string, unknown>): PartialAction {
  return { definition, args };
}

const TYPED_ROLES = new Set(['textbox', 'searchbox', 'spinbutton', 'slider']);

function isTypedInto(target: Target | undefined): boolean {
  return target !== undefined && TYPED_ROLES.has(target.fingerprint.role);
}

function isBox(target: Target | undefined): boolean {
  return target !== undefined && /^(checkbox|switch)$/.test(target.fingerprint.role);
}

const SHOWN_LENGTH = 40;

/** `Email: “a@b.c”`; what goes into a secret field is not shown. */
function phrase({ ref, value }: Field, element: NamedElement | undefined): string {
  const name = /^[a-z]+ "(.*)"$/s.exec(element?.name ?? '')?.[1] || element?.name || ref;
  if (element?.secret) return `${name}: •••`;
  if (typeof value === 'boolean') return `${name}: ${value ? '✓' : '✗'}`;
  const text = Array.isArray(value) ? value.join(', ') : value;
  const characters = Array.from(text);
  const short =
    characters.length > SHOWN_LENGTH ? `${characters.slice(0, SHOWN_LENGTH - 1).join('')}…` : text;
  return `${name}: “${short}”`;
}
