import type { HistoryEntry, Planner, PlannerContext } from '../../lib/planners/planner';
import type { ActionCall, ActionResult, Effect } from '../../lib/trajectories/action';
import type { EventBody, RunEvent } from '../../lib/trajectories/event';
import type { Failure } from '../../lib/trajectories/failure';
import type { Fingerprint } from '../../lib/trajectories/fingerprint';
import type { PlannerRef } from '../../lib/trajectories/task';
import { lookAt, type Placed, type World } from './mini-world';

export interface RunRecord {
  events: RunEvent[];
  /** Observation texts by hash. */
  texts: Map<string, string>;
  calls: ActionCall[];
  outcome?: { success: boolean; answer: string; evidence?: string };
  failure?: Failure;
}

interface Options {
  task: string;
  startUrl: string;
  planner?: PlannerRef;
  /** Instead of the result that an action had. */
  disturb?: (call: ActionCall, index: number) => ActionResult | undefined;
  /** Called before each action. */
  onAction?: (call: ActionCall) => void;
}

/** Drives a planner over a world in memory and writes the log as the real driver does; one tab, nothing is asked. */
export async function drive(world: World, planner: Planner, options: Options): Promise<RunRecord> {
  const run = new MiniRun(world, options);
  for (let round = 0; round < 80; round += 1) {
    const context = run.observe();
    const result = await planner.propose(context, new AbortController().signal, () => undefined);
    if (!result.ok) return { ...run.record(), failure: result.failure };
    const seq = run.append({ type: 'proposed', proposal: result.proposal });
    run.history.push({ type: 'proposal', seq, proposal: result.proposal });
    for (const [index, call] of result.proposal.actions.entries()) {
      if (call.name === 'finish') return run.finish(call);
      run.perform(call, `${seq}.${index}`, seq);
    }
  }
  throw new Error('the run did not end');
}

/** A planner that goes through a script; each entry names its element by role and name. */
export function scripted(world: World, script: readonly ScriptedCall[], answer: string): Planner {
  let at = 0;
  return {
    scope: 'page',
    propose: (context) => {
      const entry = script[at];
      at += 1;
      const actions: ActionCall[] = entry
        ? [
            {
              name: entry.name,
              args: {
                ...entry.args,
                ...(entry.on ? { ref: findRef(world, context.observation.url, entry.on) } : {}),
              },
            },
          ]
        : [{ name: 'finish', args: { success: true, answer } }];
      const usage = { promptTokens: 1, cachedTokens: 0, completionTokens: 1 };
      return Promise.resolve({ ok: true, proposal: { say: '', actions, usage, latencyMs: 1 } });
    },
  };
}

export interface ScriptedCall {
  name: string;
  args?: Record<string, unknown>;
  /** Role and name of the element, and which of several. */
  on?: [role: string, name: string, nth?: number];
}

function findRef(world: World, url: string, [role, name, nth = 0]: [string, string, number?]): string {
  const found = lookAt(world.open(url), url).placed.filter(
    ({ thing }) => thing.role === role && thing.name === name,
  )[nth];
  if (!found) throw new Error(`no ${role} "${name}" on ${url}`);
  return found.ref;
}

class MiniRun {
  readonly history: HistoryEntry[] = [];
  private readonly events: RunEvent[] = [];
  private readonly texts = new Map<string, string>();
  private readonly calls: ActionCall[] = [];
  private url: string;

  constructor(
    private readonly world: World,
    private readonly options: Options,
  ) {
    this.url = options.startUrl;
    const planner = options.planner ?? { kind: 'rules' };
    const task = { text: options.task, attachments: [] };
    this.append({ type: 'run-started', task, planner, tabId: 1, url: this.url, origins: [], maxSteps: 99 });
  }

  append(body: EventBody): number {
    const seq = this.events.length;
    this.events.push({ ...body, v: 1, runId: 'run-1', seq, at: seq });
    return seq;
  }

  observe(): PlannerContext {
    const page = this.world.open(this.url);
    const { text } = lookAt(page, this.url);
    const hash = `h${this.texts.size}`;
    this.texts.set(hash, text);
    const body = {
      type: 'observed',
      tabId: 1,
      url: this.url,
      title: page.title,
      text: hash,
      frames: [],
      elements: 1,
      ms: 1,
    } as const;
    const seq = this.append({ ...body, frames: [] });
    this.history.push({ type: 'observation', seq, tabId: 1, url: this.url, title: page.title, text });
    const tab = { tabId: 1, url: this.url, title: page.title };
    return {
      task: { text: this.options.task, attachments: [] },
      plan: [],
      history: [...this.history],
      observation: { ...tab, text },
      tabs: [{ ...tab, active: true }],
      runId: 'run-1',
    };
  }

  perform(call: ActionCall, actionId: string, seq: number): void {
    const placed = this.resolve(call);
    const result = this.options.disturb?.(call, this.calls.length) ?? this.act(call, actionId, placed);
    this.calls.push(call);
    if (result.status !== 'failed' || placed) this.append({ type: 'action-ended', actionId, result });
    this.history.push({ type: 'result', seq, call, result });
  }

  finish(call: ActionCall): RunRecord {
    const success = call.args['success'] === true;
    const evidence = call.args['evidence'];
    const outcome = {
      success,
      answer: String(call.args['answer']),
      ...(typeof evidence === 'string' ? { evidence } : {}),
    };
    this.append({ type: 'run-finished', ...outcome });
    return { ...this.record(), outcome };
  }

  record(): RunRecord {
    return { events: this.events, texts: this.texts, calls: this.calls };
  }

  /** Stands in for the page's own search: role and name must be the same, and unique unless the item tells. */
  private resolve(call: ActionCall): Placed | undefined {
    const { placed } = lookAt(this.world.open(this.url), this.url);
    if (call.target) return findByFingerprint(placed, call.target);
    return placed.find(({ ref }) => ref === call.args['ref']);
  }

  private act(call: ActionCall, actionId: string, placed: Placed | undefined): ActionResult {
    const wantsElement = call.target !== undefined || call.args['ref'] !== undefined;
    if (wantsElement && !placed)
      return { status: 'failed', failure: { code: 'not-found', message: 'It is not on the page.' } };
    this.options.onAction?.(call);
    const sentence = { key: 'x', params: {} };
    const verdict = { decision: 'allow', risk: 'changes-page', reasons: [] } as const;
    this.append({
      type: 'judged',
      actionId,
      verdict: { ...verdict, reasons: [] },
      sentence,
      ...(placed ? { target: this.targetOf(placed) } : {}),
    });
    this.append({ type: 'action-intended', actionId, nonce: actionId, call, tabId: 1 });
    const from = this.url;
    const effect = this.change(call, placed);
    return {
      status: 'done',
      message: 'ok',
      effect: this.url === from ? effect : { ...effect, url: this.url },
    };
  }

  private targetOf({ thing, ref, fingerprint }: Placed) {
    const origin = this.world.origin;
    return { ref, fingerprint, origin, ...(thing.inputType ? { inputType: thing.inputType } : {}) };
  }

  private change(call: ActionCall, placed: Placed | undefined): Effect {
    switch (call.name) {
      case 'navigate':
        this.url = String(call.args['url']);
        return {};
      case 'click':
        this.url = placed?.thing.click?.() ?? this.url;
        return {};
      case 'type_text': {
        const text = String(call.args['text']);
        placed?.thing.type?.(text);
        if (call.args['submit'] === true) this.url = placed?.thing.submit?.() ?? this.url;
        return { value: text };
      }
      case 'select_option': {
        const [option = ''] = call.args['options'] as string[];
        placed?.thing.type?.(option);
        return { value: option };
      }
      default:
        return {};
    }
  }
}

function findByFingerprint(placed: Placed[], wanted: Fingerprint): Placed | undefined {
  const found = placed.filter(
    ({ fingerprint }) => fingerprint.role === wanted.role && fingerprint.name === wanted.name,
  );
  const near = found.filter(({ fingerprint }) => fingerprint.near === wanted.near);
  const fitting = near.length > 0 ? near : found;
  return fitting.length === 1 ? fitting[0] : undefined;
}
