import { findAction } from '../actions/registry';
import { validateCall } from '../actions/validate-call';
import { RECIPE_LIMITS } from './limits';
import { RECIPE_ACTION_NAMES, URL_ACTIONS } from './recipe-actions';
import { isExactOrigin, originOfUrlValue } from './recipe-url';
import type { ActStep, Recipe, RecipeStep } from './schema';
import { fillArguments } from './fill-arguments';
import type { Argument, TextValue } from './value';
import { paramNamesIn } from './value';

/** Characters that turn the text around them: a name with one reads as another. */
const TURNS_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/**
 * What the shape of a recipe cannot say: addresses stay on the listed origins, names refer to parameters that
 * exist, arguments fit the vocabulary, nothing on show turns the text around it. Returns the first problem
 * in English, or undefined.
 */
export function findProblem(recipe: Recipe): string | undefined {
  return (
    checkOrigins(recipe) ??
    checkUrl(recipe.start.url, recipe, 'start.url') ??
    checkNames(recipe) ??
    checkShownTexts(recipe) ??
    firstProblem(recipe.steps, (step, index) => checkStep(step, recipe, `steps.${index}`))
  );
}

function checkOrigins(recipe: Recipe): string | undefined {
  for (const origin of [recipe.site, ...recipe.origins]) {
    if (!isExactOrigin(origin)) return `${JSON.stringify(origin.slice(0, 80))} is not an exact web origin`;
  }
  if (!recipe.origins.includes(recipe.site)) return 'site is not among the origins';
  return new Set(recipe.origins).size === recipe.origins.length ? undefined : 'an origin is listed twice';
}

function checkUrl(value: TextValue, recipe: Recipe, where: string): string | undefined {
  const origin = originOfUrlValue(value);
  if (origin === undefined) return `${where} is not a web address with a fixed origin`;
  if (urlLength(value) > RECIPE_LIMITS.url) return `${where} is too long`;
  return recipe.origins.includes(origin) ? undefined : `${where} leads to ${origin}, which is not listed`;
}

function urlLength(value: TextValue): number {
  const parts = value.kind === 'template' ? value.parts : [value];
  return parts.reduce((sum, part) => sum + (part.kind === 'literal' ? part.value.length : 0), 0);
}

function checkNames(recipe: Recipe): string | undefined {
  const names = recipe.params.map((param) => param.name);
  if (new Set(names).size !== names.length) return 'two parameters have one name';
  const ids = recipe.steps.map((step) => step.id);
  if (new Set(ids).size !== ids.length) return 'two steps have one id';
  const used = [recipe.start.url, ...recipe.steps.flatMap(valuesOf)].flatMap(paramNamesIn);
  const unknown = used.find((name) => !names.includes(name));
  return unknown === undefined ? undefined : `there is no parameter ${JSON.stringify(unknown)}`;
}

/** Every value of a step that may hold a parameter. */
export function valuesOf(step: RecipeStep): Argument[] {
  if (step.type === 'ask') return [];
  if (step.type === 'read') return 'label' in step.read ? [step.read.label] : [];
  const values: Argument[] = Object.values(step.args);
  if (step.target?.pick === 'param') {
    if (step.target.name) values.push(step.target.name);
    if (step.target.item) values.push(step.target.item.words);
  }
  for (const condition of step.expect ?? []) {
    if (condition.type === 'url-path') {
      values.push(...condition.segments.flatMap((segment) => (segment.kind === 'any' ? [] : [segment])));
    } else values.push(condition.type === 'appears' ? condition.name : condition.value);
  }
  return values;
}

function checkShownTexts(recipe: Recipe): string | undefined {
  const shown = [recipe.name, ...recipe.params.flatMap((param) => [param.label, param.example])];
  for (const step of recipe.steps) {
    shown.push(step.intent);
    if (step.type === 'act' && step.target) shown.push(step.target.fingerprint.name);
    if (step.type === 'ask') shown.push(step.field);
  }
  return shown.some((text) => TURNS_TEXT.test(text))
    ? 'a text holds characters that hide or turn other text'
    : undefined;
}

function checkStep(step: RecipeStep, recipe: Recipe, where: string): string | undefined {
  if (step.type !== 'act') return undefined;
  return checkArguments(step, recipe, where) ?? checkTarget(step, recipe, where);
}

function checkArguments(step: ActStep, recipe: Recipe, where: string): string | undefined {
  if (!RECIPE_ACTION_NAMES.includes(step.action)) return `${where}: ${step.action} cannot stand in a recipe`;
  if (Object.hasOwn(step.args, 'ref')) return `${where}: a ref does not outlive its run`;
  for (const [name, value] of Object.entries(step.args)) {
    if ((value.kind === 'tab') !== (name === 'tab'))
      return `${where}.${name}: tabs are named by their position`;
  }
  const url = step.args['url'];
  if (URL_ACTIONS.has(step.action)) {
    if (url?.kind !== 'template' && !(url?.kind === 'literal' && typeof url.value === 'string')) {
      return `${where}.url is not a web address with a fixed origin`;
    }
    const problem = checkUrl(url as TextValue, recipe, `${where}.url`);
    if (problem !== undefined) return problem;
  }
  return checkAgainstVocabulary(step, recipe, where);
}

/** Fills in the examples, as a run would fill in the user's values, and lets the vocabulary judge. */
function checkAgainstVocabulary(step: ActStep, recipe: Recipe, where: string): string | undefined {
  const examples = Object.fromEntries(recipe.params.map((param) => [param.name, param.example || '1']));
  const filled = fillArguments(step, examples, () => 0);
  if (!filled.ok) return `${where}: ${filled.failure.message}`;
  const target = step.target?.fingerprint;
  const checked = validateCall({ name: step.action, args: filled.value, ...(target ? { target } : {}) });
  return checked.ok ? undefined : `${where}: ${checked.failure.message}`;
}

function checkTarget(step: ActStep, recipe: Recipe, where: string): string | undefined {
  const { target } = step;
  if (target === undefined) return undefined;
  if (findAction(step.action)?.runsIn !== 'page') return `${where}: ${step.action} takes no element`;
  if (target.pick === 'param' && target.name === undefined && target.item === undefined) {
    return `${where}: the element has neither a name nor an item around it`;
  }
  const frame = target.fingerprint.frameOrigin;
  if (frame !== undefined && !recipe.origins.includes(frame)) {
    return `${where}: the frame's origin ${frame.slice(0, 80)} is not listed`;
  }
  return undefined;
}

function firstProblem<T>(
  items: readonly T[],
  check: (item: T, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const problem = check(item, index);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
