import type { ChatModelOptions } from '../../../lib/planners/chat-model/create-chat-model-planner';
import type { PlannerContext } from '../../../lib/planners/planner';
import type { ToolDefinition } from '../../../lib/planners/chat-model/chat-model-settings';

/** The smallest context with which a planner can be asked. */
export function makeContext(): PlannerContext {
  const page = {
    tabId: 1,
    url: 'https://shop.example/',
    title: 'Shop',
    text: 'page "Shop"\n  e1 button "Buy"',
  };
  return {
    task: { text: 'Buy a kettle', attachments: [] },
    plan: [],
    history: [{ type: 'observation', seq: 1, ...page }],
    observation: page,
    tabs: [{ tabId: 1, url: page.url, title: page.title, active: true }],
    runId: 'run-1',
  };
}

export const CLICK_TOOL: ToolDefinition = {
  type: 'function',
  function: {
    name: 'click',
    description: 'Clicks an element.',
    parameters: { type: 'object', properties: { ref: { type: 'string' } }, required: ['ref'] },
  },
};

/** Ports whose waits are over at once, and which remember how long they were asked to wait. */
export function instantPorts(): Pick<ChatModelOptions, 'fetch' | 'now' | 'wait'> & { waits: number[] } {
  const waits: number[] = [];
  return {
    fetch: (input, init) => fetch(input, init),
    now: () => 1_000,
    wait: (ms, signal) => {
      // Deadlines of requests never pass; pauses between tries are over at once.
      if (ms >= DEADLINE_MS) return whenAborted(signal);
      waits.push(ms);
      return Promise.resolve();
    },
    waits,
  };
}

/** Deadlines in these tests are at least this long, pauses shorter. */
export const DEADLINE_MS = 100_000;
export const FAR_TIMEOUTS = {
  connectMs: DEADLINE_MS,
  firstByteMs: 2 * DEADLINE_MS,
  stallMs: 3 * DEADLINE_MS,
  totalMs: 4 * DEADLINE_MS,
};

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
