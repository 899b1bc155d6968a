import { validateCall } from '../../lib/actions/validate-call';
import { findInFlight } from '../../lib/agent/batch';
import { PAUSED } from '../../lib/agent/driver';
import { fold } from '../../lib/agent/fold';
import type { DaySpending } from '../../lib/agent/budget';
import type { Grant, JudgeInput, Ports } from '../../lib/agent/ports';
import type { Planner, PlannerContext, ProposeResult } from '../../lib/planners/planner';
import type { ActionCall, ActionResult } from '../../lib/trajectories/action';
import type { Amounts } from '../../lib/trajectories/budget';
import type { RunEvent } from '../../lib/trajectories/event';
import type { HandOver } from '../../lib/trajectories/hand-over';
import type { Proposal } from '../../lib/trajectories/proposal';
import type { PlannerRef } from '../../lib/trajectories/task';
import type { Verdict } from '../../lib/trajectories/verdict';
import { FakeBrowser, REFS, START_URL } from './fake-browser';
import { FakeClock } from './fake-clock';
import { FakeBlobs, FakeLog } from './fake-log';

export const RUN_ID = 'run-1';

export const CHAT_MODEL: PlannerRef = { kind: 'chat-model', model: 'm', baseUrl: 'http://127.0.0.1:1/v1' };

/** What can happen at any point between two lines of the driver. */
export type Interruption = 'kill' | 'stop' | 'pause' | 'say' | 'close-tab' | 'restart-browser' | 'act';

/** Answers with the proposals of a script in turn; what was proposed already is read from the context, as after a restart. */
export type Script = readonly (Proposal | ProposeResult)[];

export function proposal(actions: ActionCall[], say = 'Working.'): Proposal {
  return { say, actions, usage: { promptTokens: 10, cachedTokens: 5, completionTokens: 3 }, latencyMs: 1 };
}

export function click(ref: string): ActionCall {
  return { name: 'click', args: { ref } };
}

export function finish(answer = 'All done.', evidence?: string): ActionCall {
  return { name: 'finish', args: { success: true, answer, ...(evidence === undefined ? {} : { evidence }) } };
}

export interface WorldOptions {
  script: Script;
  planner?: PlannerRef;
  maxSteps?: number;
  budgets?: Amounts;
  /** What the day has used, given the run's log. */
  today?: (events: readonly RunEvent[]) => DaySpending;
  /** Pages that do not change, whatever is done. */
  isStill?: boolean;
  /** Point (counted from 1 over all lives) -> what happens there. */
  interruptions?: ReadonlyMap<number, Interruption>;
}

/** The log, the browser, the planner and the user of one run, in memory, with a driver that can be killed anywhere. */
export class FakeWorld {
  readonly clock = new FakeClock();
  readonly log = new FakeLog(RUN_ID, () => this.clock.now());
  readonly blobs = new FakeBlobs();
  readonly browser = new FakeBrowser();
  readonly grants: Grant[] = [];
  /** Contexts that the planner was asked with. */
  readonly contexts: PlannerContext[] = [];
  /** Every action that reached the page or the tabs, with the action that was in flight then. */
  readonly executed: { actionId: string; nonce: string; name: string }[] = [];
  /** What the page was asked to outline for the user. */
  readonly handedOver: HandOver[] = [];
  points = 0;
  private nonces = 0;
  private control = new AbortController();
  private die: () => void = () => undefined;
  private isDead = false;

  constructor(private readonly options: WorldOptions) {
    this.browser.isStill = options.isStill === true;
    const tab = this.browser.openTab(START_URL);
    this.log.write({
      type: 'run-started',
      task: { text: 'Buy a kettle', attachments: [] },
      planner: options.planner ?? { kind: 'rules' },
      tabId: tab.tabId,
      url: START_URL,
      origins: ['https://shop.test'],
      ...(options.budgets === undefined
        ? { maxSteps: options.maxSteps ?? 50 }
        : { budgets: options.budgets }),
    });
  }

  /** Ports for one life of the worker; after a kill its calls never come back. */
  startLife(): { ports: Ports; signal: AbortSignal; death: Promise<'killed'> } {
    this.control = new AbortController();
    this.isDead = false;
    const death = new Promise<'killed'>((resolve) => (this.die = () => resolve('killed')));
    return { ports: this.makePorts(), signal: this.control.signal, death };
  }

  private makePorts(): Ports {
    const at = <T>(task: () => T | Promise<T>): Promise<T> => this.surround(task);
    const { browser, log, blobs } = this;
    return {
      judge: judgeByRef,
      validateCall,
      log: { read: (id) => log.read(id), append: (id, seq, body) => at(() => log.append(id, seq, body)) },
      blobs: { put: (text) => at(() => blobs.put(text)), get: (hash) => blobs.get(hash) },
      page: {
        observe: (tabId) => at(() => browser.observe(tabId)),
        resolve: (tabId, call) => at(() => browser.resolve(tabId, call)),
        act: (tabId, { call, nonce }) => at(() => this.actOnPage(tabId, call, nonce)),
        findLost: (_tabId, refs) => at(() => browser.findLost(refs)),
        handOver: (_tabId, { handOver }) =>
          at(() => {
            this.handedOver.push(handOver);
            return true;
          }),
      },
      tabs: {
        get: (tabId) => Promise.resolve(browser.findTab(tabId)),
        act: (tabId, call) => at(() => this.actOnTabs(tabId, call)),
        recover: (url) => at(() => browser.recover(url)),
        openedBy: () => Promise.resolve(browser.takeOpened()),
      },
      grants: {
        list: () => Promise.resolve([...this.grants]),
        add: (grant) => Promise.resolve(void this.grants.push(grant)),
      },
      spending: { today: () => Promise.resolve(this.options.today?.(this.log.events) ?? NOTHING_SPENT) },
      clock: this.clock,
      nonces: { next: () => `nonce-${(this.nonces += 1)}` },
      planner: this.makePlanner(at),
      onToken: () => undefined,
    };
  }

  private makePlanner(at: <T>(task: () => T | Promise<T>) => Promise<T>): Planner {
    return {
      scope: 'near',
      propose: (context) =>
        at((): ProposeResult => {
          this.contexts.push(context);
          const turn = context.history.filter((entry) => entry.type === 'proposal').length;
          const scripted = this.options.script[turn] ?? proposal([finish()]);
          return 'ok' in scripted ? scripted : { ok: true, proposal: scripted };
        }),
    };
  }

  /** A point before and a point after whatever crosses a process: where a worker can die and a user can act. */
  private async surround<T>(task: () => T | Promise<T>): Promise<T> {
    await this.point();
    const value = await task();
    await this.point();
    return value;
  }

  private point(): Promise<void> {
    if (this.isDead) return NEVER;
    this.points += 1;
    switch (this.options.interruptions?.get(this.points)) {
      case 'kill':
        this.isDead = true;
        this.die();
        return NEVER;
      case 'stop':
        this.log.write({ type: 'run-stopped' });
        this.control.abort();
        break;
      case 'pause':
        this.log.write({ type: 'run-paused', why: 'user' });
        this.control.abort(PAUSED);
        break;
      case 'say':
        this.log.write({ type: 'user-said', text: 'The blue one.' });
        break;
      case 'act': {
        const { activeTab: tabId, tabs } = fold(this.log.events);
        if (!tabs.includes(tabId)) break;
        this.log.write({ type: 'user-acted', tabId, act: { did: 'click', on: 'button "Mine"' } });
        if (fold(this.log.events).status === 'paused') this.control.abort(PAUSED);
        break;
      }
      case 'close-tab':
        this.browser.tabs.delete(fold(this.log.events).activeTab);
        break;
      case 'restart-browser':
        this.browser.restart();
        break;
      case undefined:
        break;
    }
    return Promise.resolve();
  }

  private actOnPage(tabId: number, call: ActionCall, nonce: string): ActionResult | Promise<ActionResult> {
    this.noteExecution(call, nonce);
    const { ref } = call.args;
    if (ref === REFS.throws) throw new Error('Extension context invalidated.');
    const result = this.browser.actOnPage(tabId, call);
    if (ref !== REFS.hangs) return result;
    // Twice: a paused driver gives a hanging action its whole time once more.
    setImmediate(() => {
      this.clock.elapse();
      setImmediate(() => this.clock.elapse());
    });
    return new Promise<ActionResult>(() => undefined);
  }

  private actOnTabs(tabId: number, call: ActionCall): ActionResult {
    const inFlight = findInFlight(fold(this.log.events));
    // Leaving a page that the run may not work on is the loop's own doing, not an action of the planner.
    if (inFlight?.call.name === call.name) this.noteExecution(call, inFlight.nonce ?? '');
    return this.browser.actOnTabs(tabId, call);
  }

  private noteExecution(call: ActionCall, nonce: string): void {
    const intent = this.log.events.find((event) => event.type === 'action-intended' && event.nonce === nonce);
    const actionId = intent?.type === 'action-intended' ? intent.actionId : 'not intended';
    this.executed.push({ actionId, nonce, name: call.name });
  }
}

const NEVER = new Promise<never>(() => undefined);

const NOTHING_SPENT: DaySpending = {
  day: '2026-11-30',
  limits: {},
  used: { steps: 0, tokens: 0, money: 0, minutes: 0 },
};

/** Stands in for the guard: the ref says what it thinks of the element. */
export function judgeByRef({ definition, args, origins }: JudgeInput): Verdict {
  const { risk } = definition;
  const { ref, url } = args;
  const reasons = [{ key: 'guard.class-sends', params: {} }];
  if (ref === REFS.denied) return { decision: 'deny', risk, reasons, message: 'This is not allowed.' };
  if (ref === REFS.asks) return { decision: 'ask', risk: 'sends', reasons };
  const origin = typeof url === 'string' ? new URL(url).origin : undefined;
  if (origin !== undefined && !origins.includes(origin))
    return { decision: 'ask', risk, reasons, addsOrigin: origin };
  return { decision: 'allow', risk, reasons: [] };
}
