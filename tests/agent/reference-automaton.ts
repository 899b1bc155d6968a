import type { RunEvent } from '../../lib/trajectories/event';

interface Action {
  name: string;
  index: number;
  isReader?: boolean;
  decision?: 'allow' | 'ask' | 'deny';
  isApproved?: boolean;
  isHandedOver?: boolean;
  isReplied?: boolean;
  intents: number;
  hasEnded: boolean;
  hasFailed: boolean;
}

/**
 * What a log may look like, written down a second time and independently of `fold` and `next`. Returns what is wrong
 * with the first event that does not belong, or undefined.
 */
export function findLogFault(events: readonly RunEvent[]): string | undefined {
  const automaton = new LogAutomaton();
  for (const [index, event] of events.entries()) {
    if (event.seq !== index) return `event ${index} has seq ${event.seq}`;
    const fault = automaton.step(event);
    if (fault !== undefined) return `event ${index} (${event.type}): ${fault}`;
  }
  return undefined;
}

class LogAutomaton {
  private status: 'new' | 'running' | 'paused' | 'over' = 'new';
  private batch = new Map<string, Action>();
  private inFlight: string | undefined;
  private isInterrupted = false;
  private waiting: 'approval' | 'access' | 'question' | 'hand-over' | undefined;
  private hasObserved = false;
  private hasEmptyProposal = false;

  step(event: RunEvent): string | undefined {
    if (this.status === 'new') return this.start(event);
    // The browser gave a tab another id, whatever the run was doing.
    if (event.type === 'tab-attached' && event.replaces !== undefined) return undefined;
    switch (event.type) {
      case 'run-started':
        return 'a second beginning';
      case 'answered':
      case 'replied':
        return this.answer(event);
      case 'hand-over-ended':
        this.waiting = undefined;
        this.reply(event.actionId);
        return undefined;
      case 'user-said':
        this.isInterrupted = true;
        this.reply(this.inFlight);
        if (this.waiting !== 'access' || this.status === 'paused') this.waiting = undefined;
        if (this.status === 'paused') this.goOn();
        return undefined;
      case 'user-acted':
        // A run at work rests with it; one that waits goes on waiting.
        if (this.status === 'running' && this.waiting === undefined) this.status = 'paused';
        return undefined;
      case 'follow-up':
        return this.followUp();
      case 'run-resumed':
        if (this.status !== 'running') this.isInterrupted = true;
        if (this.status !== 'running' && this.waiting !== 'question') this.waiting = undefined;
        this.goOn();
        return undefined;
      case 'run-stopped':
        this.status = 'over';
        return undefined;
      case 'run-paused':
        if (this.status === 'running') this.status = 'paused';
        return undefined;
      case 'action-ended':
        return this.end(event);
      default:
        return this.status === 'running'
          ? this.stepOfDriver(event)
          : 'written by a driver while the run rests';
    }
  }

  private goOn(): void {
    this.status = 'running';
    this.hasObserved = false;
  }

  private reply(actionId: string | undefined): void {
    const action = this.batch.get(actionId ?? '');
    if (action?.name === 'ask_user') action.isReplied = true;
  }

  /** A question that nobody has answered is dropped; whatever else is under way still comes to its end. */
  private followUp(): string | undefined {
    if (this.status !== 'over') return 'a follow-up before the end';
    const asked = this.batch.get(this.inFlight ?? '');
    if (asked?.name === 'ask_user' && asked.isReplied !== true) this.inFlight = undefined;
    this.isInterrupted = true;
    this.waiting = undefined;
    this.hasEmptyProposal = false;
    this.goOn();
    return undefined;
  }

  private start(event: RunEvent): string | undefined {
    if (event.type !== 'run-started') return 'no beginning';
    this.status = 'running';
    return undefined;
  }

  private stepOfDriver(event: RunEvent): string | undefined {
    switch (event.type) {
      case 'observed':
        this.hasObserved = true;
        return this.inFlight === undefined ? undefined : 'observed while an action is under way';
      case 'proposed':
        return this.propose(event);
      case 'judged':
        return this.judge(event);
      case 'action-intended':
        return this.intend(event);
      case 'hand-over-asked':
        this.waiting = 'hand-over';
        return this.handOver(event.actionId);
      case 'access-asked':
        this.waiting = 'access';
        return undefined;
      case 'run-finished': {
        this.status = 'over';
        const isFinished = [...this.batch.values()].some(
          ({ name, hasEnded }) => name === 'finish' && hasEnded,
        );
        return isFinished || this.hasEmptyProposal ? undefined : 'nobody finished it';
      }
      case 'run-failed':
        this.status = 'over';
        return undefined;
      default:
        return undefined;
    }
  }

  private propose(event: RunEvent & { type: 'proposed' }): string | undefined {
    if (!this.hasObserved) return 'proposed without an observation';
    if (this.inFlight !== undefined) return 'proposed while an action is under way';
    const isBlind = this.isInterrupted && (event.basis ?? event.seq) < event.seq - 1;
    this.isInterrupted = isBlind;
    this.hasEmptyProposal = event.proposal.actions.length === 0;
    this.batch = new Map(
      event.proposal.actions.map(({ name }, index) => [
        `${event.seq}.${index}`,
        { name, index, intents: 0, hasEnded: false, hasFailed: false },
      ]),
    );
    return undefined;
  }

  private judge({ actionId, verdict }: RunEvent & { type: 'judged' }): string | undefined {
    const action = this.batch.get(actionId);
    if (!action || action.decision) return 'not to be judged';
    action.decision = verdict.decision;
    if (verdict.decision === 'ask') this.waiting = 'approval';
    action.isReader = verdict.risk === 'reads';
    action.hasFailed = verdict.decision === 'deny';
    return this.isInterrupted ? 'the batch was interrupted' : this.findEarlierFault(action);
  }

  private answer(event: RunEvent & { type: 'answered' | 'replied' }): string | undefined {
    this.waiting = undefined;
    const action = this.batch.get(event.actionId);
    if (event.type === 'replied') this.reply(event.actionId);
    if (action && event.type === 'answered' && !this.isInterrupted) {
      action.isApproved = event.answer !== 'deny';
      action.hasFailed = event.answer === 'deny';
    }
    return undefined;
  }

  private intend({ actionId }: RunEvent & { type: 'action-intended' }): string | undefined {
    const action = this.batch.get(actionId);
    if (!action || action.hasEnded) return 'not to be started';
    if (this.inFlight !== undefined && this.inFlight !== actionId) return 'another one is under way';
    if (action.intents > 0 && !action.isReader) return 'started twice';
    if (action.name !== 'ask_user') {
      if (action.decision === undefined || action.decision === 'deny') return 'not allowed';
      if (action.decision === 'ask' && !action.isApproved) return 'not approved';
    }
    if (this.isInterrupted && action.intents === 0) return 'the batch was interrupted';
    action.intents += 1;
    if (action.name === 'ask_user') this.waiting = 'question';
    this.inFlight = actionId;
    return this.findEarlierFault(action);
  }

  private handOver(actionId: string): string | undefined {
    if (this.inFlight !== actionId) return 'handed over without having been started';
    const action = this.batch.get(actionId);
    if (!action || action.isHandedOver) return 'handed over twice';
    action.isHandedOver = true;
    return undefined;
  }

  private end({ actionId, result }: RunEvent & { type: 'action-ended' }): string | undefined {
    const action = this.batch.get(actionId);
    if (!action || action.hasEnded) return 'not to be ended';
    const isUnderWay = this.inFlight === actionId;
    if (this.status !== 'running' && !isUnderWay) return 'ended while the run rests, though never started';
    if (!isUnderWay && this.isInterrupted) return 'the batch was interrupted';
    if (isUnderWay) this.inFlight = undefined;
    action.hasEnded = true;
    action.hasFailed = result.status !== 'done';
    return this.findEarlierFault(action);
  }

  private findEarlierFault({ index }: Action): string | undefined {
    const earlier = [...this.batch.values()].filter((action) => action.index < index);
    if (earlier.some((action) => action.hasFailed)) return 'an earlier one failed';
    return earlier.every((action) => action.hasEnded) ? undefined : 'an earlier one has not ended';
  }
}
