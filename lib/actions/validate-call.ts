import type { ActionCall } from '../trajectories/action';
import type { Failure } from '../trajectories/failure';
import type { z } from '../trajectories/zod-config';
import { hasParameter, listParameters } from './action-parameters';
import type { ActionDefinition } from './define-action';
import { frameOfRef, listRefs } from './ref-arguments';
import { ACTIONS, findAction } from './registry';

export type ValidatedCall =
  { ok: true; definition: ActionDefinition; args: Record<string, unknown> } | { ok: false; failure: Failure };

/** Stands in for the ref while a call that names its element by fingerprint is checked. */
const STAND_IN_REF = 'e0';

/** Keys and values that a model invents may be of any length; the repair message is not. */
const MAX_PROBLEM_LENGTH = 600;

/**
 * Checks a call against the vocabulary. `args` come back without keys whose value was null (models write null
 * for "not given") and without `ref` when `call.target` names the element.
 * Failure codes: `unknown-action`, `bad-arguments`; their messages tell the planner how to repair the call.
 */
export function validateCall(call: ActionCall): ValidatedCall {
  const definition = findAction(call.name);
  if (!definition) return { ok: false, failure: describeUnknown(call.name) };
  const byTarget = call.target !== undefined && call.args['ref'] === undefined;
  if (byTarget && !hasParameter(definition, 'ref')) {
    return { ok: false, failure: badArguments(definition, 'it takes no target element') };
  }
  const given = Object.entries(call.args).filter(([, value]) => value !== null);
  const checked = definition.schema.safeParse(
    Object.fromEntries(byTarget ? [...given, ['ref', STAND_IN_REF]] : given),
  );
  if (!checked.success) {
    return { ok: false, failure: badArguments(definition, describeIssues(checked.error.issues)) };
  }
  const args = { ...checked.data };
  if (byTarget) delete args['ref'];
  if (new Set(listRefs(definition, args).map(frameOfRef)).size > 1) {
    const problem = 'its elements are in different frames; make one call for each frame';
    return { ok: false, failure: badArguments(definition, problem) };
  }
  return { ok: true, definition, args };
}

function describeUnknown(name: string): Failure {
  const names = ACTIONS.map((action) => action.name).join(', ');
  return {
    code: 'unknown-action',
    message: `There is no action ${JSON.stringify(name.slice(0, 60))}. The actions are: ${names}.`,
    params: { action: name.slice(0, 60) },
  };
}

function badArguments(definition: ActionDefinition, problem: string): Failure {
  const parameters = listParameters(definition)
    .map(({ name, required }) => (required ? name : `${name}?`))
    .join(', ');
  return {
    code: 'bad-arguments',
    message: `${definition.name} was not run: ${problem}. It takes {${parameters}}; call it again with valid arguments.`,
    params: { action: definition.name },
  };
}

function describeIssues(issues: readonly z.core.$ZodIssue[]): string {
  return issues.slice(0, 4).map(describeIssue).join('; ').slice(0, MAX_PROBLEM_LENGTH);
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const where = issue.path.map(String).join('.');
  const problem = issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  return where ? `${where}: ${problem}` : problem;
}
