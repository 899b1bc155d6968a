import type { ComponentChildren } from 'preact';
import type { Waiting } from '../../lib/agent/state';
import type { Target } from '../../lib/trajectories/target';
import type { Answer, Sentence } from '../../lib/trajectories/verdict';
import { i18n } from '#i18n';
import { FactList, type Fact } from '../fact-list';
import { riskWord } from '../risk-word';
import { SentenceText } from '../sentence-text';
import { useArmed } from './use-armed';

export interface ApprovalCardProps {
  waiting: Extract<Waiting, { kind: 'approval' }>;
  onAnswer(answer: Answer): void;
}

/** Classes that are approved one by one, never for a whole site. */
const NEVER_FOR_SITE = new Set(['spends', 'credentials']);

/** The one exact action that needs a yes or no, with the facts that the page's own objects tell of it. */
export function ApprovalCard(props: ApprovalCardProps) {
  const { waiting } = props;
  return (
    <DecisionCard
      id={waiting.actionId}
      label={i18n.t('approval.wants_to')}
      sentence={waiting.sentence}
      reasons={waiting.verdict.reasons}
      facts={[
        { label: i18n.t('fact.risk'), value: riskWord(waiting.verdict.risk) },
        ...targetFacts(waiting.target),
      ]}
      forSite={!NEVER_FOR_SITE.has(waiting.verdict.risk)}
      onAnswer={props.onAnswer}
    />
  );
}

export interface DecisionCardProps {
  /** What is decided; a new one starts the arming again. */
  id: string;
  label: string;
  sentence: Sentence;
  reasons: Sentence[];
  facts: Fact[];
  forSite: boolean;
  onAnswer(answer: Answer): void;
  children?: ComponentChildren;
}

/** The only card of the panel. Nothing in it takes the focus by itself; "Deny" needs no arming. */
export function DecisionCard(props: DecisionCardProps) {
  const armed = useArmed(props.id);
  return (
    <section class="card" aria-label={i18n.t('approval.region')}>
      <div class="card-body" tabIndex={0} role="group" aria-label={props.label}>
        <p class="card-label">{props.label}</p>
        <h2 class="card-sentence">
          <SentenceText sentence={props.sentence} />
        </h2>
        {props.reasons.length > 0 && (
          <ul role="list" class="card-reasons">
            {props.reasons.map((reason, index) => (
              <li key={index}>
                <SentenceText sentence={reason} />
              </li>
            ))}
          </ul>
        )}
        <FactList facts={props.facts} />
        {props.children}
      </div>
      <div class="card-buttons">
        <button
          type="button"
          class="button primary"
          disabled={!armed}
          onClick={() => props.onAnswer('allow-once')}
        >
          {i18n.t('approval.allow_once')}
        </button>
        <button type="button" class="button" onClick={() => props.onAnswer('deny')}>
          {i18n.t('approval.deny')}
        </button>
        {props.forSite && (
          <button
            type="button"
            class="button plain wide"
            disabled={!armed}
            onClick={() => props.onAnswer('allow-on-site')}
          >
            {i18n.t('approval.allow_on_site')}
          </button>
        )}
      </div>
    </section>
  );
}

function targetFacts(target: Target | undefined): Fact[] {
  if (!target) return [];
  const { submits } = target;
  return [
    { label: i18n.t('fact.on'), value: target.origin },
    { label: i18n.t('fact.opens'), value: target.href ?? '' },
    { label: i18n.t('fact.form'), value: submits?.form ?? '' },
    { label: i18n.t('fact.sends_to'), value: submits ? submits.action : '' },
    { label: i18n.t('fact.holds'), value: submits ? submits.holds.map(holdWord).join(', ') : '' },
  ].filter((fact) => fact.value !== '');
}

function holdWord(kind: 'password' | 'one-time-code' | 'card'): string {
  switch (kind) {
    case 'password':
      return i18n.t('holds.password');
    case 'one-time-code':
      return i18n.t('holds.one_time_code');
    case 'card':
      return i18n.t('holds.card');
  }
}
