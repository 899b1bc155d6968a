import type { Failure } from '../../trajectories/failure';
import type { ObservationLine } from '../observation-lines';
import { parseObservation } from '../observation-lines';
import { RECIPE_ACTION_NAMES } from '../recipe-actions';
import type { ActStep, RecipeStep } from '../schema';
import type { Argument, TextValue } from '../value';
import { paramNamesIn } from '../value';
import { chooseTarget } from './choose-target';
import { buildConditions } from './conditions';
import type { DoneStep, Sight } from './done-steps';
import type { ParamBook } from './param-book';
import { buildUrlValue } from './url-value';
import { writeIntent } from './write-intent';

interface Sources {
  book: ParamBook;
  words: string;
  findText(hash: string): string | undefined;
}

const SECRET_AUTOCOMPLETE = /^(?:current-password|new-password|one-time-code|cc-[a-z-]+)$/;
const NEEDS_TARGET = new Set([
  'click',
  'hover',
  'type_text',
  'choose',
  'select_option',
  'set_date',
  'set_checked',
  'set_value',
]);

/** Writes the steps of a run one by one as steps of a recipe; each may add parameters to the book. */
export class StepWriter {
  readonly steps: RecipeStep[] = [];
  private ids = 0;
  private readonly varying = new Set<string>();
  private afterParam: boolean;

  constructor(private readonly sources: Sources) {
    this.afterParam = sources.book.list().length > 0;
  }

  nextId(): string {
    this.ids += 1;
    return `s${this.ids}`;
  }

  /** Adds the step. Returns why it cannot stand in a recipe, or undefined. */
  write(step: DoneStep): Failure | undefined {
    if (step.target === undefined && NEEDS_TARGET.has(step.call.name)) return describeUnclear(step);
    if (!RECIPE_ACTION_NAMES.includes(step.call.name)) return describeUnclear(step);
    if (isAtPoint(step)) return describeUnclear(step);
    if (holdsSecret(step)) {
      const field = (step.target?.fingerprint.name ?? '').slice(0, 120);
      this.steps.push({
        type: 'ask',
        id: this.nextId(),
        field,
        intent: `Let the user fill in ${JSON.stringify(field)}.`,
      });
      return undefined;
    }
    const act = this.writeAct(step);
    if (act === undefined) return describeUnclear(step);
    this.steps.push(act);
    this.afterParam ||= Object.values(act.args).some((value) => paramNamesIn(value).length > 0);
    return undefined;
  }

  private writeAct(step: DoneStep): ActStep | undefined {
    const before = this.linesOf(step.before);
    const { book, words } = this.sources;
    // What is written first: the value of a field names its parameter better than the list it changes.
    const args = this.writeArguments(step);
    if (args === undefined) return undefined;
    const target = chooseTarget(step, {
      book,
      words,
      afterParam: this.afterParam,
      ...(before ? { lines: before } : {}),
    });
    const written = writtenValue(args);
    const after = this.linesOf(step.after);
    const expect = buildConditions({ step, target, written, before, after, varying: this.varying }, book);
    const act: ActStep = { type: 'act', id: this.nextId(), action: step.call.name, args, intent: '' };
    if (target !== undefined) act.target = target;
    if (expect.length > 0) act.expect = expect;
    act.intent = writeIntent(act);
    return act;
  }

  private writeArguments(step: DoneStep): Record<string, Argument> | undefined {
    const args: Record<string, Argument> = {};
    for (const [name, value] of Object.entries(step.call.args)) {
      if (name === 'ref' || value === null || value === undefined) continue;
      const argument = this.writeArgument(step, name, value);
      if (argument === undefined) return undefined;
      args[name] = argument;
    }
    return args;
  }

  private writeArgument(step: DoneStep, name: string, value: unknown): Argument | undefined {
    const { book } = this.sources;
    const label = step.target?.fingerprint.name ?? '';
    if (name === 'tab') return writeTab(step.tabs.indexOf(Number(value)));
    if (typeof value === 'boolean' || typeof value === 'number') return { kind: 'literal', value };
    if (Array.isArray(value)) {
      const isChoice = step.call.name === 'select_option';
      const items = value.map((item): TextValue => {
        const text = String(item);
        return (isChoice ? book.claim(text, label, 'choice') : undefined) ?? { kind: 'literal', value: text };
      });
      return { kind: 'list', items };
    }
    if (typeof value !== 'string') return undefined;
    if (name === 'url') return buildUrlValue(value, book);
    if (step.call.name === 'choose') return book.claim(value, label, 'choice') ?? { kind: 'literal', value };
    if (['type_text', 'set_value', 'set_date'].includes(step.call.name))
      return book.claim(value, label, 'text') ?? { kind: 'literal', value };
    if (step.call.name === 'wait_for') return book.replaceOrKeep(value);
    return { kind: 'literal', value };
  }

  private linesOf(sight: Sight | undefined): ObservationLine[] | undefined {
    const text = sight === undefined ? undefined : this.sources.findText(sight.text);
    return text === undefined ? undefined : parseObservation(text);
  }
}

function writeTab(nth: number): Argument | undefined {
  return nth < 0 ? undefined : { kind: 'tab', nth: Math.min(nth, 50) };
}

/** What was typed or chosen; undefined for the other actions, and for several options. */
function writtenValue(args: Record<string, Argument>): TextValue | undefined {
  const text = args['text'] ?? args['value'];
  if (text?.kind === 'param' || text?.kind === 'template') return text;
  if (text?.kind === 'literal' && typeof text.value === 'string')
    return { kind: 'literal', value: text.value };
  const options = args['options'];
  return options?.kind === 'list' && options.items.length === 1 ? options.items[0] : undefined;
}

/** A password, a code or a card number: never written down, not even when it stood in the task. */
/** A point of the screen is another thing the next time. */
function isAtPoint({ call: { name, args } }: DoneStep): boolean {
  return name === 'hover' && args['x'] !== undefined;
}

function holdsSecret(step: DoneStep): boolean {
  if (!['type_text', 'set_value', 'press_keys'].includes(step.call.name)) return false;
  const { inputType, autocomplete = '', fingerprint } = step.target ?? {};
  const isDropdown = fingerprint?.role === 'combobox';
  const isSecretField =
    inputType === 'password' ||
    autocomplete
      .split(/\s+/)
      .some((token) => SECRET_AUTOCOMPLETE.test(token) && !(isDropdown && token === 'new-password'));
  return (
    isSecretField &&
    !(step.call.name === 'press_keys' && /^(?:Enter|Tab|Escape)$/.test(String(step.call.args['keys'])))
  );
}

function describeUnclear(step: DoneStep): Failure {
  return {
    code: 'distil-unclear-step',
    message: `A recipe cannot repeat this ${step.call.name}: what it acted on is not known well enough.`,
    params: { action: step.call.name },
  };
}
