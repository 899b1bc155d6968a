import { fold } from '../../lib/agent/fold';
import type { RunState } from '../../lib/agent/state';
import type { ActionCall, ActionResult } from '../../lib/trajectories/action';
import type { EventBody, RunEvent } from '../../lib/trajectories/event';
import type { Proposal } from '../../lib/trajectories/proposal';
import { CHAT_MODEL, proposal } from './fake-ports';

const ORIGIN = 'https://shop.test';

type Started = EventBody & { type: 'run-started' };

/** A log written by hand, with a clock that stands still unless it is told to pass. */
export class Log {
  readonly events: RunEvent[] = [];
  private now = 1_000;

  constructor(started: Partial<Started> = {}) {
    this.write({
      type: 'run-started',
      task: { text: 'Buy a kettle', attachments: [] },
      planner: CHAT_MODEL,
      tabId: 1,
      url: `${ORIGIN}/`,
      origins: [ORIGIN],
      budgets: {},
      ...started,
    });
  }

  /** Lets so many milliseconds pass. */
  pass(ms: number): this {
    this.now += ms;
    return this;
  }

  write(...bodies: EventBody[]): this {
    for (const body of bodies)
      this.events.push({ ...body, v: 1, runId: 'r', seq: this.events.length, at: this.now });
    return this;
  }

  observe(): this {
    const page = { tabId: 1, url: `${ORIGIN}/`, title: 'Shop', frames: [], elements: 1, ms: 1 };
    return this.write({ type: 'observed', ...page, text: `text ${this.events.length}` });
  }

  /** A proposal of these calls after a look at the page; what it takes besides is `more`. */
  propose(calls: ActionCall[], more: Partial<Proposal> = {}): this {
    if (this.state.stale) this.observe();
    return this.write({ type: 'proposed', proposal: { ...proposal(calls), ...more } });
  }

  /** How the action of the newest proposal at this place ends; it was started, unless it failed. */
  end(result: ActionResult, index = 0): this {
    const { batchStart, steps } = this.state;
    const step = steps[batchStart + index];
    if (!step) throw new Error(`no action ${index}`);
    const { actionId, call } = step;
    if (result.status !== 'failed')
      this.write({ type: 'action-intended', actionId, nonce: `n-${actionId}`, call, tabId: 1 });
    return this.write({ type: 'action-ended', actionId, result });
  }

  /** A whole task that ends well. */
  finish(answer: string): this {
    this.propose([{ name: 'finish', args: { success: true, answer } }]);
    return this.end(DONE).write({ type: 'run-finished', success: true, answer });
  }

  get state(): RunState {
    return fold(this.events);
  }

  get notes(): string[] {
    return this.state.history.flatMap((item) => (item.type === 'note' ? [item.text] : []));
  }
}

export const DONE: ActionResult = { status: 'done', message: 'done.', effect: {} };
