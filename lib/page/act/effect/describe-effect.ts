import type { Asked, Effect } from '../../../trajectories/action';
import { quoteShort } from '../actor/name-element';

/** Longest wording of a dialog that the planner is told. */
const MAX_QUESTION = 200;

/** What changed, in words: one phrase each, in the order in which it matters. */
export function describeEffect(effect: Effect, states: string | undefined): string[] {
  const { added, removed } = effect;
  const phrases = [
    ...describeLeaving(effect),
    ...(effect.asked ?? []).map(describeAsked),
    effect.dialog === undefined ? '' : `dialog ${quoteShort(effect.dialog)} opened`,
    effect.told ? `the page says ${effect.told.join(', ')}` : '',
    effect.element === 'gone' ? 'the element went away' : '',
    effect.element === 'disabled' ? 'the element is disabled now' : '',
    states === undefined ? '' : `it is now ${states || 'in its plain state'}`,
    effect.fields?.join(', ') ?? '',
    effect.focus === undefined ? '' : `the focus is on ${effect.focus}`,
    added ? `${plural(added, 'element')} appeared` : '',
    removed ? `${plural(removed, 'element')} went away` : '',
  ].filter(Boolean);
  return phrases.length === 0 && effect.inPlace ? ['the page changed in place'] : phrases;
}

function describeLeaving({ url, leaves, download, blockedWindow }: Effect): string[] {
  const phrases: string[] = [];
  if (url !== undefined) phrases.push(`the address is now ${url}`);
  else if (leaves) phrases.push('the page is being loaded anew');
  if (download) phrases.push('a file download seems to have started');
  if (blockedWindow !== undefined) phrases.push(`it opens ${blockedWindow} in a window of its own`);
  return phrases;
}

function describeAsked({ kind, text, answer }: Asked): string {
  const words = quoteShort(text, MAX_QUESTION);
  switch (kind) {
    case 'alert':
      return `the page showed the message ${words || '""'}, which was closed`;
    case 'confirm':
      return `the page asked ${words || '""'} and ${quoteShort(answer)} was answered`;
    case 'prompt':
      return `the page asked for text, ${words || '""'}, and ${quoteShort(answer)} was answered`;
    case 'leave':
      return 'the page wanted to ask whether to leave it, and it was left';
    case 'print':
      return 'the page wanted to print, which was refused';
  }
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
