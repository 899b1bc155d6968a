import type { RunEvent } from '../trajectories/event';
import type { Failure } from '../trajectories/failure';
import { findProblem } from './check-recipe';
import type { DoneStep } from './distil/done-steps';
import { collectDoneSteps } from './distil/done-steps';
import { collectReads } from './distil/collect-reads';
import { keepSteps } from './distil/keep-steps';
import { ParamBook } from './distil/param-book';
import { findRepeatedPart } from './distil/repeated-part';
import { buildUrlValue } from './distil/url-value';
import { collectUserWords } from './distil/user-words';
import { StepWriter } from './distil/step-writer';
import { RECIPE_LIMITS } from './limits';
import { originOfUrlValue, parseWebUrl } from './recipe-url';
import type { RecipeDraft, RecipeStep } from './schema';
import { completeRecipe, RECIPE_SCHEMA, RECIPE_VERSION, recipeSchema } from './schema';
import type { TextValue } from './value';

export type DistilResult = { ok: true; draft: RecipeDraft } | { ok: false; failure: Failure };

/** Text of an observation by its hash; undefined when it is gone. The recipe is then poorer, not wrong. */
export type FindText = (hash: string) => string | undefined;

/**
 * Makes a recipe of a finished run, by rules alone. Pure; never throws.
 * Failure codes: `distil-unfinished` (no successful end), `distil-from-recipe` (the run was one), `distil-empty`
 * (no action that a recipe can hold), `distil-no-start` (no web page to start on), `distil-unclear-step` (an
 * element is not known well enough), `distil-invalid` (the result breaks a bound; params.detail says which).
 */
export function distil(all: readonly RunEvent[], findText: FindText = () => undefined): DistilResult {
  const [first] = all;
  const part = findRepeatedPart(all);
  if (first?.type !== 'run-started' || !part) {
    return fail('distil-unfinished', 'Only a run that ended with success can become a recipe.');
  }
  const { events, startUrl, answer } = part;
  if (first.planner.kind === 'recipe') return fail('distil-from-recipe', 'This run is a recipe already.');
  const { start, rest } = splitStart(keepSteps(collectDoneSteps(events)), startUrl);
  if (start === undefined) return fail('distil-no-start', 'The run did not start on a web page.');
  const words = collectUserWords(events);
  const book = new ParamBook(words);
  const url = buildUrlValue(start, book);
  const writer = new StepWriter({ book, words, findText });
  for (const step of rest) {
    const problem = writer.write(step);
    if (problem !== undefined) return { ok: false, failure: problem };
  }
  const steps = collectReads({ answer, events, rest, writer, findText, book });
  if (steps.length === 0) return fail('distil-empty', 'The run holds no action that a recipe could repeat.');
  if (url === undefined) return fail('distil-no-start', 'The run did not start on a web page.');
  return checkDraft(draftOf({ url, steps, book, rest, name: part.task, runId: first.runId }));
}

/** Opening a page before anything else is done is where the recipe starts. */
function splitStart(steps: DoneStep[], runUrl: string): { start: string | undefined; rest: DoneStep[] } {
  let start = parseWebUrl(runUrl) ? runUrl : undefined;
  let from = 0;
  for (const step of steps) {
    const url = step.call.args['url'];
    const opens = step.call.name === 'navigate' || (step.call.name === 'open_tab' && start === undefined);
    if (!opens || typeof url !== 'string' || !parseWebUrl(url)) break;
    start = url;
    from += 1;
  }
  return { start, rest: steps.slice(from) };
}

interface Parts {
  url: TextValue;
  steps: RecipeStep[];
  book: ParamBook;
  rest: DoneStep[];
  name: string;
  runId: string;
}

function draftOf({ url, steps, book, rest, name, runId }: Parts): RecipeDraft {
  const site = originOfUrlValue(url) ?? '';
  const seen = rest.flatMap((step) => [
    step.target?.origin,
    step.target?.fingerprint.frameOrigin,
    step.after?.url,
  ]);
  const opened = rest.map((step) => step.call.args['url']);
  const origins = [...seen, ...opened].flatMap((text) =>
    typeof text === 'string' ? (parseWebUrl(text)?.origin ?? []) : [],
  );
  return {
    schema: RECIPE_SCHEMA,
    version: RECIPE_VERSION,
    suggestedName: suggestName(name),
    site,
    origins: [...new Set([site, ...origins])],
    start: { url },
    params: book.list(),
    steps,
    createdFrom: { kind: 'run', runId },
    trust: 'candidate',
  };
}

/** The first line of the task. */
function suggestName(task: string): string {
  const line = task.trim().split('\n', 1)[0] ?? '';
  return Array.from(line).slice(0, 60).join('').trim() || 'Recipe';
}

/** What is written must be what can be read back: the same check that every import passes. */
function checkDraft(draft: RecipeDraft): DistilResult {
  const recipe = completeRecipe(draft, { id: 'draft', name: 'draft', createdAt: 0 });
  const parsed = recipeSchema.safeParse(recipe);
  const issue = parsed.success ? undefined : parsed.error.issues[0];
  const tooLong = JSON.stringify(recipe).length > RECIPE_LIMITS.characters ? 'it is too long' : undefined;
  const detail =
    issue === undefined
      ? (tooLong ?? findProblem(recipe))
      : `${issue.path.map(String).join('.')}: ${issue.message}`;
  if (detail === undefined) return { ok: true, draft };
  const short = detail.slice(0, 300);
  return {
    ok: false,
    failure: {
      code: 'distil-invalid',
      message: `No recipe came of this run: ${short}.`,
      params: { detail: short },
    },
  };
}

function fail(code: string, message: string): DistilResult {
  return { ok: false, failure: { code, message } };
}
