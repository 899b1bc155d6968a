import type { PlanItem } from '../../lib/trajectories/proposal';
import { i18n } from '#i18n';
import { CheckCircleIcon, CircleIcon, DashCircleIcon, TargetCircleIcon } from '../icons';
import { plainText } from '../translate';

const ICONS = {
  todo: CircleIcon,
  doing: TargetCircleIcon,
  done: CheckCircleIcon,
  skipped: DashCircleIcon,
} as const;

/** The plan as a checklist, with how far it has got. */
export function PlanList(props: { plan: PlanItem[] }) {
  const settled = props.plan.filter((item) => item.state === 'done' || item.state === 'skipped').length;
  return (
    <section class="plan">
      <div class="section-head">
        <h2 id="plan-heading">{i18n.t('panel.plan')}</h2>
        <p class="progress-text">
          {i18n.t('panel.progress', { done: String(settled), total: String(props.plan.length) })}
        </p>
      </div>
      <progress max={props.plan.length} value={settled} aria-labelledby="plan-heading" />
      <ol role="list" aria-labelledby="plan-heading">
        {props.plan.map((item, index) => (
          <PlanRow key={index} item={item} />
        ))}
      </ol>
    </section>
  );
}

function PlanRow(props: { item: PlanItem }) {
  const { item } = props;
  const Shape = ICONS[item.state];
  return (
    <li class={`plan-item plan-${item.state}`} aria-current={item.state === 'doing' ? 'step' : undefined}>
      <Shape />
      <span dir="auto" class="plan-text">
        {plainText(item.text)}
      </span>
      <span class="sr-only">{planWord(item.state)}</span>
    </li>
  );
}

function planWord(state: PlanItem['state']): string {
  switch (state) {
    case 'todo':
      return i18n.t('plan.todo');
    case 'doing':
      return i18n.t('plan.doing');
    case 'done':
      return i18n.t('plan.done');
    case 'skipped':
      return i18n.t('plan.skipped');
  }
}
