import type { ActionDefinition } from '../../lib/actions/define-action';
import { setChecked } from '../../lib/actions/set-checked';
import { typeText } from '../../lib/actions/type-text';
import { z } from '../../lib/trajectories/zod-config';

/** An action of the page that takes anything. */
export function definitionWith(facts: Partial<ActionDefinition>): ActionDefinition {
  return {
    name: 'many',
    runsIn: 'page',
    risk: 'changes-page',
    description: '',
    schema: z.record(z.string(), z.unknown()),
    describe: (_, target = '', elements = []) => ({
      key: 'many',
      params: { target, all: elements.map(({ name, secret }) => (secret ? 'secret' : name)).join() },
    }),
    ...facts,
  };
}

/** Types into its first element and checks its second. */
export const TYPES_AND_CHECKS = definitionWith({
  refs: ['ref', 'to'],
  parts: () => [
    { definition: typeText, args: { ref: 'e1', text: 'a' } },
    { definition: setChecked, args: { ref: 'e2', checked: true } },
  ],
});
