import type { ActStep } from '../schema';
import type { Argument } from '../value';

/**
 * What a step is for, in English and without the values of this run: for a planner that has to take over
 * when the mechanics fail. The user reads `describeStep` instead.
 */
export function writeIntent(step: ActStep): string {
  return `${describe(step)}.`.slice(0, 300);
}

function describe(step: ActStep): string {
  const on = describeTarget(step);
  switch (step.action) {
    case 'type_text':
      return `Write ${show(step.args['text'])} into ${on}`;
    case 'choose':
      return `Choose ${show(step.args['text'])} in ${on}`;
    case 'set_date':
      return `Set ${on} to ${[step.args['date'], step.args['end']].filter(Boolean).map(show).join(' to ')}`;
    case 'select_option':
      return `Choose ${show(step.args['options'])} in ${on}`;
    case 'set_checked':
      return `Switch ${on} ${show(step.args['checked']) === 'false' ? 'off' : 'on'}`;
    case 'set_value':
      return `Set ${on} to ${show(step.args['value'])}`;
    case 'press_keys':
      return `Press ${show(step.args['keys'])}${step.target ? ` on ${on}` : ''}`;
    case 'navigate':
    case 'open_tab':
      return `Open ${show(step.args['url'])}`;
    case 'wait_for':
      return `Wait until ${show(step.args['text'] ?? step.args['gone'])} is ${step.args['text'] ? 'shown' : 'gone'}`;
    default:
      return step.target ? `${capital(step.action)} ${on}` : capital(step.action);
  }
}

function describeTarget({ target }: ActStep): string {
  if (target === undefined) return 'the page';
  const { role, name } = target.fingerprint;
  if (target.pick === 'extreme') return `the ${role} of the item with the ${target.order} price`;
  if (target.pick === 'position') return `the ${role} of item ${target.index + 1} in the list`;
  if (target.pick === 'param' && target.name) return `the ${role} named ${show(target.name)}`;
  if (target.pick === 'param' && target.item)
    return `the ${role} ${JSON.stringify(name)} of the item with ${show(target.item.words)}`;
  return `the ${role} ${JSON.stringify(name)}`;
}

function show(value: Argument | undefined): string {
  if (value === undefined) return '';
  if (value.kind === 'list') return value.items.map(show).join(', ');
  if (value.kind === 'tab') return `tab ${value.nth + 1}`;
  if (value.kind === 'param') return `<${value.name}>`;
  if (value.kind === 'literal')
    return typeof value.value === 'string' ? JSON.stringify(value.value) : String(value.value);
  return value.parts.map((part) => (part.kind === 'param' ? `<${part.name}>` : part.value)).join('');
}

function capital(action: string): string {
  const words = action.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
