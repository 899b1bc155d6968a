import { findAction } from '../../lib/actions/registry';
import type { ActionDefinition } from '../../lib/actions/define-action';
import { judge } from '../../lib/guard/judge';
import type { JudgeInput } from '../../lib/guard/judge';
import type { Target } from '../../lib/trajectories/target';
import type { Verdict } from '../../lib/trajectories/verdict';

export const SHOP = 'https://shop.example';

export type TargetFacts = Omit<Partial<Target>, 'fingerprint' | 'submits'> & {
  role?: string;
  name?: string;
  tag?: string;
  attributes?: Record<string, string>;
  submits?: Partial<NonNullable<Target['submits']>>;
};

/** A target on the shop's page, with a button's tag unless told otherwise. */
export function makeTarget(facts: TargetFacts = {}): Target {
  const { role = 'button', name = '', tag = 'button', attributes = {}, submits, ...rest } = facts;
  return {
    ref: 'e1',
    fingerprint: { role, name, tag, attributes, within: [], nth: 0, of: 1 },
    origin: SHOP,
    ...(submits === undefined ? {} : { submits: makeSubmission(submits) }),
    ...rest,
  };
}

function makeSubmission(facts: Partial<NonNullable<Target['submits']>>): NonNullable<Target['submits']> {
  return { action: `${SHOP}/do`, method: 'post', form: '', holds: [], search: false, ...facts };
}

export function definitionOf(name: string): ActionDefinition {
  const definition = findAction(name);
  if (definition === undefined) throw new Error(`no action ${name}`);
  return definition;
}

export function judgeAction(
  name: string,
  args: Record<string, unknown>,
  target?: Target,
  changes: Partial<JudgeInput> = {},
): Verdict {
  return judge({
    call: { name, args },
    definition: definitionOf(name),
    args,
    ...(target === undefined ? {} : { target }),
    origins: [SHOP],
    pageUrl: `${SHOP}/page`,
    grants: [],
    task: { text: 'Buy a kettle', attachments: [] },
    ...changes,
  });
}

export function judgeClick(facts: TargetFacts, changes: Partial<JudgeInput> = {}): Verdict {
  return judgeAction('click', { ref: 'e1' }, makeTarget(facts), changes);
}
