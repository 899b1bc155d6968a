import { DOING_ACTION_NAMES } from '../recipe-actions';
import type { DoneStep } from './done-steps';

/** Actions that put a value into a field; a later one on the same field makes the earlier one idle. */
const SETS_VALUE = new Set(['type_text', 'choose', 'select_option', 'set_date', 'set_checked', 'set_value']);

/** Actions between two of those that leave the page as it is. */
const LEAVES_FIELDS = new Set([...SETS_VALUE, 'scroll', 'hover', 'wait_for']);

/** The steps that a recipe needs: reading, idle, replaced and undone ones are dropped. */
export function keepSteps(steps: readonly DoneStep[]): DoneStep[] {
  const known = steps.filter((step) => DOING_ACTION_NAMES.includes(step.call.name) && isNeeded(step));
  return dropUndone(known.filter((step, index) => !isReplaced(step, known.slice(index + 1))));
}

/** Looking about is needed only when it brought something into the page: a menu, more rows. */
function isNeeded(step: DoneStep): boolean {
  const { name } = step.call;
  if (name === 'wait_for')
    return step.call.args['text'] !== undefined || step.call.args['gone'] !== undefined;
  if (name !== 'scroll' && name !== 'hover') return true;
  return (step.effect.added ?? 0) > 0 || step.effect.dialog !== undefined;
}

function isReplaced(step: DoneStep, later: readonly DoneStep[]): boolean {
  if (!SETS_VALUE.has(step.call.name) || step.call.args['submit'] === true) return false;
  for (const next of later) {
    if (!LEAVES_FIELDS.has(next.call.name)) return false;
    if (next.call.name === step.call.name && isSameField(step, next))
      return next.call.args['append'] !== true;
    if (next.call.args['submit'] === true) return false;
  }
  return false;
}

function isSameField(one: DoneStep, other: DoneStep): boolean {
  if (one.target === undefined || other.target === undefined || one.tabId !== other.tabId) return false;
  if (one.call.name === 'set_checked' && one.target.inputType === 'radio') return false;
  return JSON.stringify(fieldOf(one.target)) === JSON.stringify(fieldOf(other.target));
}

function fieldOf({ origin, fingerprint }: NonNullable<DoneStep['target']>): unknown[] {
  return [origin, fingerprint.role, fingerprint.name, fingerprint.within, fingerprint.near, fingerprint.nth];
}

/** A step that led to another page and was taken back by the very next one. */
function dropUndone(steps: readonly DoneStep[]): DoneStep[] {
  const kept: DoneStep[] = [];
  for (const step of steps) {
    const last = kept.at(-1);
    if (step.call.name === 'go_back' && last !== undefined && isTakenBack(last, step)) kept.pop();
    else kept.push(step);
  }
  return kept;
}

function isTakenBack(step: DoneStep, back: DoneStep): boolean {
  const harmless = step.call.name === 'navigate' || step.target?.fingerprint.role === 'link';
  const from = step.before?.url;
  return (
    harmless &&
    step.effect.url !== undefined &&
    from !== undefined &&
    from === (back.effect.url ?? back.after?.url)
  );
}
