import type { Failure } from '../trajectories/failure';
import { URL_ACTIONS } from './recipe-actions';
import { fillUrl } from './recipe-url';
import type { ActStep } from './schema';
import type { Argument, ParamValues } from './value';
import { fillText } from './value';

type Filled = { ok: true; value: Record<string, unknown> } | { ok: false; failure: Failure };

/**
 * The arguments of one step with the run's parameters filled in. `tabAt` gives the id of the run's nth tab.
 * Failure codes: `missing-parameter`, `bad-parameter` (an address would leave its origin), `tab-gone`.
 */
export function fillArguments(
  step: ActStep,
  params: ParamValues,
  tabAt: (nth: number) => number | undefined,
): Filled {
  const args: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(step.args)) {
    const isUrl = name === 'url' && URL_ACTIONS.has(step.action);
    const filled = isUrl ? fillAddress(value, params) : fillArgument(value, params, tabAt);
    if (filled === undefined) return { ok: false, failure: describeMissing(step, value, isUrl) };
    args[name] = filled;
  }
  return { ok: true, value: args };
}

function fillAddress(value: Argument, params: ParamValues): string | undefined {
  if (value.kind === 'template') return fillUrl(value, params);
  if (value.kind !== 'literal' || typeof value.value !== 'string') return undefined;
  return fillUrl({ kind: 'literal', value: value.value }, params);
}

function fillArgument(
  value: Argument,
  params: ParamValues,
  tabAt: (nth: number) => number | undefined,
): unknown {
  if (value.kind === 'tab') return tabAt(value.nth);
  if (value.kind === 'list') {
    const items = value.items.map((item) => fillText(item, params));
    return items.includes(undefined) ? undefined : items;
  }
  if (value.kind === 'literal') return value.value;
  return fillText(value, params);
}

function describeMissing(step: ActStep, value: Argument, isUrl: boolean): Failure {
  if (value.kind === 'tab') {
    return { code: 'tab-gone', message: `Step ${step.id} wants a tab that the run does not have.` };
  }
  if (isUrl) {
    return {
      code: 'bad-parameter',
      message: `A parameter of step ${step.id} does not fit into its address.`,
    };
  }
  return { code: 'missing-parameter', message: `A parameter of step ${step.id} has no value.` };
}
