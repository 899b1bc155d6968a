import type { StepState } from '../state';

const PLAIN_NAME = /^[a-z_]{1,40}$/;
const PLAIN_REF = /^(?:f\d{1,4})?e\d{1,7}$/;

/** The name and the ref of an action, never words that a page may have put into the planner's mouth. */
export function nameStep({ call }: Pick<StepState, 'call'>): string {
  const { ref } = call.args;
  const name = PLAIN_NAME.test(call.name) ? call.name : 'an unknown action';
  return typeof ref === 'string' && PLAIN_REF.test(ref) ? `${name} ${ref}` : name;
}
