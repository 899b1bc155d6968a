import { pathSegments } from '../check-condition';
import type { Condition, PathSegment } from '../condition';
import type { ObservationLine } from '../observation-lines';
import type { RecipeTarget } from '../recipe-target';
import { foldText } from '../text-match';
import type { TextValue } from '../value';
import type { DoneStep } from './done-steps';
import type { ParamBook } from './param-book';

interface Evidence {
  step: DoneStep;
  target: RecipeTarget | undefined;
  /** What was typed or chosen, as the recipe will write it. */
  written: TextValue | undefined;
  before: readonly ObservationLine[] | undefined;
  after: readonly ObservationLine[] | undefined;
  /** Names and path segments, folded, of what another run will pick instead. Grows from step to step. */
  varying: Set<string>;
}

/**
 * What must hold after a step, from what was recorded: the page it led to, a dialog, a heading that came, the
 * value that a field took. One condition, the strongest: each more would be one more reason for a false alarm.
 */
export function buildConditions(evidence: Evidence, book: ParamBook): Condition[] {
  const { step, written, target, varying } = evidence;
  if (target !== undefined && target.pick !== 'content') varying.add(foldText(target.fingerprint.name));
  const value = buildValue(step, written);
  if (value !== undefined) return [value];
  if (step.effect.dialog !== undefined && step.effect.dialog !== '') {
    const dialog = evidence.after?.find(
      (line) => /^(?:alert)?dialog$/.test(line.role) && line.name === step.effect.dialog,
    );
    if (dialog && !mentionsVarying(dialog.name, varying))
      return [{ type: 'appears', role: dialog.role, name: book.replaceOrKeep(dialog.name) }];
  }
  const url = step.effect.url;
  const from = step.before?.url;
  const movesPath =
    url !== undefined && from !== undefined && pathSegments(url).join('/') !== pathSegments(from).join('/');
  if (url !== undefined && movesPath) return [buildPath(url, evidence, book)];
  const heading = findNewHeading(evidence, book);
  if (heading !== undefined) return [heading];
  return url === undefined ? [] : [buildPath(url, evidence, book)];
}

function buildValue(step: DoneStep, written: TextValue | undefined): Condition | undefined {
  const { fingerprint } = step.target ?? {};
  const isField = ['type_text', 'choose', 'select_option', 'set_value'].includes(step.call.name);
  if (!isField || fingerprint === undefined || written === undefined || fingerprint.name === '')
    return undefined;
  if (step.call.args['submit'] === true || step.call.args['append'] === true || step.effect.url !== undefined)
    return undefined;
  const { text, value } = step.call.args;
  const typed = text ?? value ?? (step.call.args['options'] as unknown[] | undefined)?.[0];
  // A field that formats what it is given ("1,000.00") would format another value in another way.
  if (typeof typed !== 'string' || step.effect.value !== typed || typed.length > 100) return undefined;
  return { type: 'value', role: fingerprint.role, name: fingerprint.name, value: written };
}

function buildPath(url: string, { target, varying }: Evidence, book: ParamBook): Condition {
  const segments = pathSegments(url).slice(0, 30);
  const isOneOfMany = target !== undefined && target.pick !== 'content';
  const built = segments.map((segment, index): PathSegment => {
    const isPicked = isOneOfMany && index === segments.length - 1;
    return isPicked || varying.has(foldText(segment)) ? { kind: 'any' } : buildSegment(segment, book);
  });
  for (const [index, segment] of segments.entries()) {
    if (built[index]?.kind === 'any') varying.add(foldText(segment));
  }
  return { type: 'url-path', segments: built };
}

/** Numbers, hashes and anything that mentions a parameter in another spelling differ from run to run. */
function buildSegment(segment: string, book: ParamBook): PathSegment {
  const same = book.list().find((param) => param.kind !== 'number' && param.example === segment);
  if (same !== undefined) return { kind: 'param', name: same.name };
  const varies =
    /\d/.test(segment) || segment.length > 40 || book.replaceIn(segment.replace(/[-_]/g, ' ')) !== undefined;
  return varies ? { kind: 'any' } : { kind: 'literal', value: segment };
}

function mentionsVarying(text: string, varying: ReadonlySet<string>): boolean {
  const folded = foldText(text);
  return [...varying].some((name) => name !== '' && folded.includes(name));
}

/** A heading of the page that was not there before and that holds no number of this run. */
function findNewHeading(
  { before, after, target, varying }: Evidence,
  book: ParamBook,
): Condition | undefined {
  if (before === undefined || after === undefined || (target !== undefined && target.pick !== 'content'))
    return undefined;
  const old = new Set(before.filter((line) => line.role === 'heading').map((line) => foldText(line.name)));
  const heading = after.find(
    (line) => line.role === 'heading' && line.name !== '' && !old.has(foldText(line.name)),
  );
  if (heading === undefined || heading.name.length > 120 || /\d/.test(heading.name)) return undefined;
  if (mentionsVarying(heading.name, varying)) return undefined;
  return { type: 'appears', role: 'heading', name: book.replaceOrKeep(heading.name) };
}
