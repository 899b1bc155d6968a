import { findSensitiveKind } from '../guard/sensitive-field';
import type { UserAct } from '../trajectories/user-act';
import type { Sentence } from '../trajectories/verdict';
import type { NotedAct, Waiting } from './state';

/** Passwords, codes and card numbers are nobody's business: that the field was filled is all that is kept. */
export function withoutSecret(act: UserAct): UserAct {
  if (act.value === undefined || (act.target && findSensitiveKind(act.target) === undefined)) return act;
  const { value: _secret, ...rest } = act;
  return rest;
}

/** The acts with one more. That somebody types, goes on typing and is through is one thing that they did. */
export function addAct(acts: readonly NotedAct[], act: NotedAct): NotedAct[] {
  const last = acts.at(-1);
  const goesOn = act.did === 'type' || act.did === 'press';
  const isSame = last?.did === act.did && last.on === act.on && last.tabId === act.tabId;
  return isSame && goesOn ? [...acts.slice(0, -1), { ...last, ...act }] : [...acts, act];
}

/** What the user did, a line each. Names and values are the page's. */
export function describeActs(acts: readonly NotedAct[]): string {
  return acts.map(describeAct).join('\n');
}

function describeAct({ did, on, value }: NotedAct): string {
  const held = value === undefined ? '' : `: ${JSON.stringify(value)}`;
  switch (did) {
    case 'click':
      return `clicked ${on}`;
    case 'type':
      return `typed into ${on}${held}`;
    case 'set':
      return `set ${on}${held}`;
    case 'press':
      return `pressed keys on ${on}`;
    case 'drop':
      return `dropped something on ${on}`;
  }
}

/** Whether the user did on the page what they are asked to allow: it must not be done again. */
export function isWhatIsAsked(waiting: Waiting | undefined, { did, target }: UserAct): boolean {
  if (waiting?.kind !== 'approval' || did !== 'click' || !target || !waiting.target) return false;
  const asked = waiting.target.fingerprint;
  const { role, name, tag, nth } = target.fingerprint;
  return role === asked.role && name === asked.name && tag === asked.tag && nth === asked.nth;
}

/** The same for the user. */
export function userActSentence({ did, on, value }: UserAct): Sentence {
  const isKnown = value !== undefined && (did === 'type' || did === 'set');
  return { key: isKnown ? `acted.${did}_value` : `acted.${did}`, params: { target: on, value: value ?? '' } };
}
