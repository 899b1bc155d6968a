import { findUrlFault } from '../../lib/guard/url-policy';
import type { RunState } from '../../lib/agent/state';
import { isMoneyUnknown } from '../../lib/agent/pause';
import { isRunOver } from '../../lib/agent/view';
import { i18n } from '#i18n';
import { ClampedText } from '../clamped-text';
import { FailureNotice, Notice } from '../notice';
import { StepList } from '../step-list';
import { timelineOf } from '../timeline';
import { translate } from '../translate';
import { AccessCard } from './access-card';
import { ApprovalCard } from './approval-card';
import { AttachmentChips } from './attachment-chips';
import { HandOverCard } from './hand-over-card';
import { IdleView } from './idle-view';
import type { PanelActions, PanelProps, PanelRun } from './panel-props';
import { asksToGoOn, PauseCard } from './pause-card';
import { PlanList } from './plan-list';
import { QuestionCard } from './question-card';
import { ResultRegion } from './result-region';
import { RunControls } from './run-controls';
import { StatusRow } from './status-row';
import { TakeOverCard } from './take-over-card';
import { TaskBox } from './task-box';
import { WallCard } from './wall-card';
import { useStickToEnd } from './use-stick-to-end';

/** The whole panel: status on top, what happened in the middle, the next word of the user at the foot. */
export function PanelView(props: PanelProps) {
  const scroll = useStickToEnd<HTMLElement>();
  // The browser may not tell the address: the run will find out.
  const restriction = props.page.url === '' ? undefined : findUrlFault(props.page.url)?.reason;
  const { actions, run } = props;
  // What is asked below a run that has ended is about it.
  const follows = run !== undefined && !run.state.broken;
  return (
    <div class="panel">
      <StatusRow
        state={run?.state}
        onOpenLibrary={() => actions.openLibrary(run?.state.runId)}
        onOpenSettings={actions.openSettings}
      />
      <main ref={scroll.element} class="panel-main" tabIndex={-1} onScroll={scroll.onScroll}>
        {run ? <RunView {...props} run={run} /> : <IdleView {...props} restriction={restriction} />}
      </main>
      <footer class="panel-foot">
        {props.notice && <FailureNotice failure={props.notice} onOpenSettings={actions.openSettings} />}
        {run && !isRunOver(run.state) ? (
          <>
            <Decision state={run.state} actions={actions} />
            <RunControls
              status={run.state.status}
              isAsked={asksToGoOn(run.state)}
              onSay={actions.say}
              onPause={actions.pause}
              onResume={() => actions.resume()}
              onStop={actions.stop}
            />
          </>
        ) : (
          <TaskBox
            placeholder={i18n.t(follows ? 'panel.follow_up_placeholder' : 'panel.task_placeholder')}
            planner={props.planner}
            draft={props.draft}
            canRun={!restriction && (props.planner.kind !== 'chat-model' || props.planner.ready)}
            onRun={follows ? actions.followUp : actions.run}
            onAttach={actions.attach}
            onAttachSelection={actions.attachSelection}
            onAttachPicture={actions.attachPicture}
            onOpenSettings={actions.openSettings}
          />
        )}
      </footer>
    </div>
  );
}

function RunView(props: PanelProps & { run: PanelRun }) {
  const { state, events } = props.run;
  const items = timelineOf(events, state.steps, state.plan);
  const isActing = state.steps.some((step) => step.phase === 'intended');
  return (
    <>
      <section class="task" aria-label={i18n.t('panel.your_task')}>
        <ClampedText class="task-text" text={state.task.text} lines={3} />
        <AttachmentChips attachments={state.task.attachments} />
      </section>
      {state.plan.length > 0 && <PlanList plan={state.plan} />}
      <StepList
        items={items}
        streaming={state.status === 'working' ? props.streaming : ''}
        thinking={state.status === 'working' && !isActing}
        waitsFor={props.waitsFor}
      />
      {isMoneyUnknown(state, props.hasDayMoney) && (
        <Notice quiet>
          <p>{translate({ key: 'pause.unknown_price', params: { model: modelOf(state) } })}</p>
        </Notice>
      )}
      {isRunOver(state) && <ResultRegion state={state} actions={props.actions} />}
    </>
  );
}

function modelOf({ planner }: RunState): string {
  return planner.kind === 'chat-model' ? planner.model : '';
}

function Decision(props: { state: RunState; actions: PanelActions }) {
  const { actions } = props;
  const { status, waiting, pausedFor, acts } = props.state;
  if (status === 'paused' && pausedFor === 'user-acted')
    return <TakeOverCard acts={acts} onGoOn={() => actions.resume()} />;
  if (asksToGoOn(props.state)) return <PauseCard state={props.state} onGoOn={actions.resume} />;
  if (status !== 'needs-user') return null;
  switch (waiting?.kind) {
    case 'approval':
      return (
        <ApprovalCard waiting={waiting} onAnswer={(answer) => actions.answer(waiting.actionId, answer)} />
      );
    case 'access':
      return (
        <AccessCard
          waiting={waiting}
          onAnswer={(answer) => actions.answerAccess(waiting.actionId, waiting.origin, answer)}
        />
      );
    case 'question':
      return <QuestionCard waiting={waiting} onReply={(text) => actions.reply(waiting.actionId, text)} />;
    case 'wall':
      return <WallCard waiting={waiting} onGoOn={() => actions.handOver(waiting.actionId, true)} />;
    case 'hand-over':
      return <HandOverCard waiting={waiting} onEnd={(did) => actions.handOver(waiting.actionId, did)} />;
    default:
      return null;
  }
}
