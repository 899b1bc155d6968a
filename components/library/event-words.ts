import { userActSentence } from '../../lib/agent/user-acts';
import type { ActionResult } from '../../lib/trajectories/action';
import type { Proposal } from '../../lib/trajectories/proposal';
import type { RunEvent } from '../../lib/trajectories/event';
import { i18n } from '#i18n';
import { pauseWords } from '../pause-words';
import { costWords } from '../cost-words';
import { addressWords, formatCount } from '../format-values';
import { failureText, findMessage, plainText, translate } from '../translate';

/** An event in a line: its kind as a word, and what it says. */
export function eventWords(event: RunEvent): { kind: string; text: string } {
  return { kind: findMessage(`event.${event.type}`) ?? event.type, text: plainText(textOf(event)) };
}

function textOf(event: RunEvent): string {
  switch (event.type) {
    case 'observed':
      return [event.title, addressWords(event.url)].filter(Boolean).join(' · ');
    case 'proposed': {
      const names = event.proposal.actions.map((action) => action.name).join(', ');
      return [event.proposal.say, names, ...askedWords(event.proposal), tookWords(event.proposal)]
        .filter(Boolean)
        .join(' · ');
    }
    case 'judged':
      return [decisionWord(event.verdict.decision), ...event.verdict.reasons.map(translate)].join(' · ');
    case 'access-asked':
      return event.origin;
    case 'answered':
      return answerWord(event.answer);
    case 'action-ended':
      return resultWords(event.result);
    case 'user-said':
    case 'replied':
      return event.text;
    case 'user-acted':
      return translate(userActSentence(event.act));
    case 'observe-failed':
      return failureText(event.failure);
    case 'run-failed':
      return [failureText(event.failure), ...triesWords(event.tries)].join(' · ');
    case 'run-finished':
      return event.answer;
    case 'follow-up':
      return event.task.text;
    case 'run-paused':
      return pauseWords(event);
    case 'tab-attached':
      return findMessage(`note.tab_${event.why}`) ?? '';
    default:
      return '';
  }
}

function triesWords(tries: readonly unknown[] = []): string[] {
  return tries.length === 0 ? [] : [i18n.t('library.tries', tries.length)];
}

/** What it took to get the proposal, where that was more than one request. */
function askedWords({ tries = [], fellBack, readAs, model = '' }: Proposal): string[] {
  return [
    ...(fellBack ? [translate({ key: 'note.fell_back', params: { model } })] : []),
    ...(readAs === undefined
      ? []
      : [readAs === 'json' ? i18n.t('library.read_json') : i18n.t('library.read_repaired')]),
    ...triesWords(tries),
  ];
}

/** What an action came to. Its own message is English, for the planner; it stands in the record. */
function resultWords(result: ActionResult): string {
  switch (result.status) {
    case 'failed':
      return failureText(result.failure);
    case 'unknown':
      return i18n.t('step.may_have_happened');
    case 'done':
      return addressWords(result.effect.url ?? '');
  }
}

function decisionWord(decision: 'allow' | 'ask' | 'deny'): string {
  switch (decision) {
    case 'allow':
      return i18n.t('decision.allow');
    case 'ask':
      return i18n.t('decision.ask');
    case 'deny':
      return i18n.t('decision.deny');
  }
}

function answerWord(answer: 'allow-once' | 'allow-on-site' | 'deny'): string {
  switch (answer) {
    case 'allow-once':
      return i18n.t('approval.allow_once');
    case 'allow-on-site':
      return i18n.t('approval.allow_on_site');
    case 'deny':
      return i18n.t('approval.deny');
  }
}

/** What one proposal of a model took: its tokens, and its cost or that this is not known. */
function tookWords({ usage, costUsd }: Proposal): string {
  const tokens = usage.promptTokens + usage.completionTokens;
  if (tokens === 0) return '';
  const cost =
    costUsd === undefined
      ? costWords({ usd: 0, unknownProposals: 1 })
      : costWords({ usd: costUsd, unknownProposals: 0 });
  return [i18n.t('common.tokens', { count: formatCount(tokens) }), cost].filter(Boolean).join(' · ');
}
