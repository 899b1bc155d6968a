import type { Target } from '../trajectories/target';
import type { ActionDefinition, PartialAction } from './define-action';

/** The single actions that an action amounts to; undefined when it is one by itself, or its arguments are not valid. */
export function splitAction(
  definition: ActionDefinition,
  args: Record<string, unknown>,
  targets: readonly Target[],
): PartialAction[] | undefined {
  if (!definition.parts) return undefined;
  const checked = definition.schema.safeParse(args);
  return checked.success ? definition.parts(checked.data, targets) : undefined;
}
