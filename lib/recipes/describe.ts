import type { Sentence } from '../trajectories/verdict';
import type { Condition } from './condition';
import type { ActStep, Recipe, RecipeParam, RecipeStep } from './schema';
import type { Argument, ParamValues } from './value';
import { findParam } from './value';

/** What the recipe asks for before it runs, in order. */
export function paramsOf(recipe: Recipe): RecipeParam[] {
  return recipe.params;
}

/** The recipe as sentences for the user, one a step, the start first. Parameters stand as ‹label›. */
export function describeRecipe(recipe: Recipe): Sentence[] {
  const start: Sentence = { key: 'recipe.step.start', params: { url: showValue(recipe, recipe.start.url) } };
  return [start, ...recipe.steps.map((step) => describeStep(recipe, step))];
}

/** One step as a sentence for the user; a parameter stands as its value when `params` has one. */
export function describeStep(recipe: Recipe, step: RecipeStep, params: ParamValues = {}): Sentence {
  if (step.type === 'ask') return { key: 'recipe.step.ask', params: { field: step.field } };
  if (step.type === 'act') return describeAct(recipe, step, params);
  const { read } = step;
  if (read.place === 'field') return { key: 'recipe.step.read', params: { label: read.name } };
  if (read.place === 'line') return { key: 'recipe.step.read_line', params: {} };
  return { key: 'recipe.step.read', params: { label: showValue(recipe, read.label, params) } };
}

function describeAct(recipe: Recipe, step: ActStep, values: ParamValues): Sentence {
  const params: Record<string, string> = { target: showTarget(recipe, step, values) };
  for (const [name, value] of Object.entries(step.args)) params[name] = showValue(recipe, value, values);
  const key = `recipe.step.${step.action}`;
  if (step.target?.pick === 'extreme') return { key: `recipe.step.on_${step.target.order}`, params };
  if (step.target?.pick === 'position') {
    return { key: 'recipe.step.on_nth', params: { ...params, position: String(step.target.index + 1) } };
  }
  return { key: `${key}${variantOf(step, params)}`, params };
}

/** Which of an action's sentences fits its arguments. */
function variantOf(step: ActStep, params: Record<string, string>): string {
  if (step.action === 'set_date') return 'end' in params ? '_range' : '';
  if (step.action === 'set_checked') return params['checked'] === 'false' ? '_off' : '';
  if (step.action === 'wait_for') return 'text' in params ? '_text' : 'gone' in params ? '_gone' : '';
  return step.action === 'press_keys' && step.target ? '_on' : '';
}

/** The element as the recipe looks for it: `role "name"`, as in the sentences of the actions. */
function showTarget(recipe: Recipe, { target }: ActStep, values: ParamValues): string {
  if (target === undefined) return '';
  const { role, name } = target.fingerprint;
  if (target.pick !== 'param') return name === '' ? role : `${role} "${name}"`;
  if (target.name) return `${role} "${showValue(recipe, target.name, values)}"`;
  return target.item ? `${role} "${name} (${showValue(recipe, target.item.words, values)})"` : role;
}

/** A value as text; a parameter that `params` has no value for stands as ‹label›. */
export function showValue(recipe: Recipe, value: Argument, params: ParamValues = {}): string {
  if (value.kind === 'tab') return String(value.nth + 1);
  if (value.kind === 'list') return value.items.map((item) => showValue(recipe, item, params)).join(', ');
  if (value.kind === 'literal') return String(value.value);
  const parts = value.kind === 'template' ? value.parts : [value];
  return parts
    .map((part) => (part.kind === 'literal' ? part.value : showParam(recipe, part.name, params)))
    .join('');
}

function showParam(recipe: Recipe, name: string, params: ParamValues): string {
  return findParam(params, name) ?? `‹${recipe.params.find((param) => param.name === name)?.label ?? name}›`;
}

/** What a condition expects, as a sentence for the user. */
export function describeCondition(recipe: Recipe, condition: Condition, params: ParamValues = {}): Sentence {
  const show = (value: Argument) => showValue(recipe, value, params);
  if (condition.type === 'url-path') {
    const path = condition.segments.map((segment) => (segment.kind === 'any' ? '*' : show(segment)));
    return { key: 'recipe.expect.url_path', params: { path: `/${path.join('/')}` } };
  }
  if (condition.type === 'appears')
    return { key: 'recipe.expect.appears', params: { name: show(condition.name) } };
  return { key: 'recipe.expect.value', params: { name: condition.name, value: show(condition.value) } };
}
