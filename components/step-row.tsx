import type { ComponentChildren } from 'preact';
import type { StepState } from '../lib/agent/state';
import type { Effect } from '../lib/trajectories/action';
import type { Target } from '../lib/trajectories/target';
import type { Sentence } from '../lib/trajectories/verdict';
import { i18n } from '#i18n';
import { FactList, type Fact } from './fact-list';
import { formatOffset } from './format-values';
import {
  AlertCircleIcon,
  ArcIcon,
  CheckIcon,
  ChevronIcon,
  CrossIcon,
  DashCircleIcon,
  QuestionCircleIcon,
} from './icons';
import { riskWord } from './risk-word';
import { SentenceText } from './sentence-text';
import { stepLook, type StepLook } from './step-look';
import { StepPicture } from './step-picture';
import { failureText, findMessage, translate } from './translate';

const ICONS = {
  doing: ArcIcon,
  waiting: AlertCircleIcon,
  done: CheckIcon,
  failed: CrossIcon,
  unknown: QuestionCircleIcon,
  'not-done': DashCircleIcon,
} as const;

/** One action as a sentence; what the log knows of it unfolds below. */
export function StepRow(props: { step: StepState }) {
  const { step } = props;
  const look = stepLook(step);
  const Shape = ICONS[look];
  const word = lookWord(step, look);
  return (
    <li
      class={`row row-step step-${look}`}
      data-action={step.call.name}
      aria-current={look === 'doing' ? 'step' : undefined}
    >
      <details>
        <summary>
          <Shape class={look === 'doing' ? 'row-icon turning' : 'row-icon'} />
          <span class="step-sentence">
            <SentenceText sentence={sentenceOf(step)} />
            {word.text && <span class={word.quiet ? 'sr-only' : 'step-word'}>{word.text}</span>}
          </span>
          <ChevronIcon class="chevron" />
        </summary>
        <FactList facts={factsOf(step)} />
        {step.result?.status === 'done' && step.result.image !== undefined && (
          <StepPicture hash={step.result.image} />
        )}
      </details>
      <StepTrouble step={step} />
    </li>
  );
}

/** The sentence that was judged, the question that is never judged, or the bare name of an action that never got so far. */
function sentenceOf({ sentence, call }: StepState): Sentence {
  if (sentence) return sentence;
  const { question } = call.args;
  return call.name === 'ask_user' && typeof question === 'string'
    ? { key: 'action.ask_user', params: { question } }
    : { key: 'step.unnamed', params: { name: call.name } };
}

function StepTrouble(props: { step: StepState }) {
  const { step } = props;
  if (
    step.result?.status === 'failed' &&
    findMessage(`failure.${step.result.failure.hint ?? step.result.failure.code}`)
  ) {
    return <Trouble>{failureText(step.result.failure)}</Trouble>;
  }
  if (step.result?.status === 'unknown') return <Trouble>{i18n.t('step.may_have_happened')}</Trouble>;
  if (step.phase === 'not-done' && step.verdict?.decision === 'deny') {
    return <Trouble>{step.verdict.reasons.map(translate).join(' ')}</Trouble>;
  }
  return null;
}

function Trouble(props: { children: ComponentChildren }) {
  return (
    <p dir="auto" class="step-trouble">
      {props.children}
    </p>
  );
}

function lookWord(step: StepState, look: StepLook): { text: string; quiet: boolean } {
  switch (look) {
    case 'doing':
      return { text: i18n.t('step.doing'), quiet: true };
    case 'done':
      return { text: i18n.t('step.done'), quiet: true };
    case 'waiting':
      return { text: i18n.t('step.waiting'), quiet: false };
    case 'failed':
      return { text: i18n.t('step.failed'), quiet: false };
    case 'unknown':
      return { text: i18n.t('step.unknown'), quiet: false };
    case 'not-done':
      return { text: notDoneWord(step), quiet: false };
  }
}

function notDoneWord(step: StepState): string {
  if (step.answer === 'deny') return i18n.t('step.denied');
  return step.verdict?.decision === 'deny' ? i18n.t('step.refused') : i18n.t('step.not_done');
}

function factsOf(step: StepState): Fact[] {
  const { result, target, verdict } = step;
  const took =
    step.startedAt !== undefined && step.endedAt !== undefined ? step.endedAt - step.startedAt : undefined;
  return [
    { label: i18n.t('fact.result'), value: resultWords(step) },
    { label: i18n.t('fact.changed'), value: result?.status === 'done' ? effectWords(result.effect) : '' },
    { label: i18n.t('fact.reply'), value: step.reply ?? '' },
    { label: i18n.t('fact.element'), value: target ? elementWords(target) : '' },
    {
      label: i18n.t('fact.where'),
      value: target ? [target.origin, ...target.fingerprint.within].join(' › ') : '',
    },
    { label: i18n.t('fact.risk'), value: verdict ? riskWord(verdict.risk) : '' },
    {
      label: i18n.t('fact.why_asked'),
      value: verdict?.decision === 'ask' ? verdict.reasons.map(translate).join(' ') : '',
    },
    { label: i18n.t('fact.arguments'), value: argumentWords(step.call.args), code: true },
    { label: i18n.t('fact.data'), value: result?.status === 'done' ? (result.data ?? '') : '', code: true },
    { label: i18n.t('fact.took'), value: took === undefined ? '' : formatOffset(took) },
  ].filter((fact) => fact.value !== '');
}

function elementWords(target: Target): string {
  const { role, name } = target.fingerprint;
  return translate({ key: 'fact.element_words', params: { target: name ? `${role} "${name}"` : role } });
}

function resultWords(step: StepState): string {
  switch (step.result?.status) {
    case 'done':
    case 'unknown':
      return step.result.message;
    case 'failed':
      return step.result.failure.message;
    default:
      return step.notDone ?? '';
  }
}

function effectWords(effect: Effect): string {
  return [effect.url, effect.value, effect.focus, effect.dialog].filter(Boolean).join(' · ');
}

function argumentWords(args: Record<string, unknown>): string {
  return Object.entries(args)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');
}
