/** Runs as the panel may meet them, folded by hand: the views take data, not a log. */
import type { PanelActions, PanelProps, PanelRun } from '../../../components/panel/panel-props';
import type { RunState, StepState, Waiting } from '../../../lib/agent/state';
import type { ActionResult } from '../../../lib/trajectories/action';
import type { EventBody, RunEvent } from '../../../lib/trajectories/event';
import type { Proposal } from '../../../lib/trajectories/proposal';
import type { Target } from '../../../lib/trajectories/target';
import type { Verdict } from '../../../lib/trajectories/verdict';

export const STARTED_AT = 1_764_000_000_000;
const USAGE = { promptTokens: 3120, cachedTokens: 2400, completionTokens: 96 };

export function stateWith(change: Partial<RunState> = {}): RunState {
  return {
    runId: 'run-1',
    nextSeq: 1,
    status: 'working',
    task: { text: 'Search for kettle, open the cheapest, add two to the cart', attachments: [] },
    planner: { kind: 'rules' },
    startUrl: 'https://shop.example/',
    startedAt: STARTED_AT,
    taskStart: 0,
    workedMs: 0,
    lastAt: 0,
    workAtProposal: { ms: 0, since: 0 },
    budgets: { steps: 50 },
    limits: { steps: 50 },
    dayPasses: [],
    origins: ['https://shop.example'],
    deniedOrigins: [],
    tabs: [1],
    activeTab: 1,
    tabLost: false,
    framesByTab: {},
    plan: [],
    steps: [],
    batchStart: 0,
    history: [],
    stale: false,
    unread: false,
    usage: USAGE,
    cost: { usd: 0, unknownProposals: 0 },
    proposals: 1,
    emptyProposals: 0,
    loops: { from: 0, checked: 0, told: 0, rests: false },
    givenGrants: [],
    acts: [],
    passedWalls: [],
    broken: false,
    say: '',
    ...change,
  };
}

export function step(
  actionId: string,
  name: string,
  target: string,
  change: Partial<StepState> = {},
): StepState {
  return {
    actionId,
    call: { name, args: { ref: 'e12' } },
    phase: 'ended',
    verdict: { decision: 'allow', risk: 'changes-page', reasons: [] },
    sentence: {
      key: `action.${name}`,
      params: { target, text: 'kettle', keys: 'Enter', url: 'https://shop.example/cart' },
    },
    target: targetOf('button', target),
    result: { status: 'done', message: `Done on ${target}.`, effect: { focus: target } },
    startedAt: STARTED_AT,
    endedAt: STARTED_AT + 240,
    ...change,
  };
}

export function targetOf(role: string, name: string, change: Partial<Target> = {}): Target {
  return {
    ref: 'e12',
    fingerprint: { role, name, tag: 'button', attributes: {}, within: ['main'], nth: 0, of: 1 },
    origin: 'https://shop.example',
    ...change,
  };
}

export function failed(code: string, message: string): ActionResult {
  return { status: 'failed', failure: { code, message } };
}

export function proposed(seq: number, say: string): RunEvent {
  const proposal: Proposal = { say, actions: [], usage: USAGE, latencyMs: 900 };
  return event(seq, { type: 'proposed', proposal });
}

export function event(seq: number, body: EventBody): RunEvent {
  return { ...body, v: 1, runId: 'run-1', seq, at: STARTED_AT + seq * 1000 };
}

export const PLAN: RunState['plan'] = [
  { text: 'Search for kettle', state: 'done' },
  { text: 'Open the cheapest one', state: 'done' },
  { text: 'Add two to the cart', state: 'doing' },
  { text: 'Check out', state: 'todo' },
  { text: 'Compare prices elsewhere', state: 'skipped' },
];

const STEPS = [
  step('2.0', 'type_text', 'searchbox "Search products"'),
  step('2.1', 'press_keys_on', 'searchbox "Search products"', {
    result: failed('stale-ref', 'That element is gone.'),
  }),
  step('5.0', 'click', 'link "Kettle 1.0 l, white"'),
  step('8.0', 'click', 'button "Add to cart"'),
];

const EVENTS = [proposed(2, ''), proposed(5, 'The white one is the cheapest at 19.90.'), proposed(8, '')];

export function working(): PanelRun {
  const { result: _result, ...rest } = step('8.1', 'click', 'button "Add to cart"');
  const doing: StepState = { ...rest, phase: 'intended' };
  return { state: stateWith({ plan: PLAN, steps: [...STEPS, doing] }), events: EVENTS };
}

export function thinking(): PanelRun {
  return { state: stateWith({ plan: PLAN, steps: STEPS }), events: EVENTS };
}

export function approvalWaiting(risk: Verdict['risk']): Extract<Waiting, { kind: 'approval' }> {
  return {
    kind: 'approval',
    actionId: '11.0',
    sentence: { key: 'action.click', params: { target: 'button "Place order"' } },
    verdict: { decision: 'ask', risk, reasons: [{ key: `guard.class-${risk}`, params: {} }] },
    target: targetOf('button', 'Place order', {
      submits: {
        action: 'https://shop.example/checkout/confirm',
        method: 'post',
        form: 'Checkout',
        holds: ['card'],
        search: false,
      },
    }),
  };
}

export function waitingFor(waiting: Waiting): PanelRun {
  const asked = step('11.0', 'click', 'button "Place order"', { phase: 'waiting' });
  delete asked.result;
  const state = stateWith({ status: 'needs-user', plan: PLAN, steps: [...STEPS, asked], waiting });
  return { state, events: [...EVENTS, proposed(11, '')] };
}

export function finished(change: Partial<RunState> = {}): PanelRun {
  const state = stateWith({
    status: 'done',
    endedAt: STARTED_AT + 42_000,
    plan: PLAN.map((item) => (item.state === 'skipped' ? item : { ...item, state: 'done' })),
    steps: STEPS,
    outcome: {
      success: true,
      answer: 'Two white kettles are in your cart, 39.80 together. Delivery is on Thursday.',
      evidence: 'Cart (2 items) · Kettle 1.0 l, white × 2 · Total 39.80',
    },
    ...change,
  });
  return { state, events: EVENTS };
}

export function longRun(count: number): PanelRun {
  const steps = Array.from({ length: count }, (_, index) =>
    step(`${index + 2}.0`, 'click', `link "Result ${index + 1}"`),
  );
  const events = steps.map((_, index) => proposed(index + 2, ''));
  return { state: stateWith({ steps, plan: PLAN }), events };
}

export const IDLE_ACTIONS: PanelActions = {
  run: () => Promise.resolve(true),
  attach: () => Promise.resolve([]),
  attachSelection: () => Promise.resolve([]),
  attachPicture: () => Promise.resolve([]),
  runRecipe: () => Promise.resolve(true),
  followUp: () => Promise.resolve(true),
  say: () => Promise.resolve(true),
  pause: () => undefined,
  resume: () => undefined,
  stop: () => undefined,
  answer: () => undefined,
  answerAccess: () => Promise.resolve(true),
  handOver: () => undefined,
  reply: () => Promise.resolve(true),
  saveRecipe: () => Promise.resolve(true),
  draft: () => undefined,
  newTask: () => undefined,
  openSettings: () => undefined,
  openLibrary: () => undefined,
};

export function panelWith(change: Partial<PanelProps> = {}): PanelProps {
  return {
    page: { url: 'https://shop.example/', title: 'Shop' },
    streaming: '',
    planner: { kind: 'rules' },
    recipes: [],
    actions: IDLE_ACTIONS,
    ...change,
  };
}
