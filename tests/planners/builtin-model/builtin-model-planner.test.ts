import { describe, expect, it } from 'vitest';
import { toolDefinitions } from '../../../lib/actions/tool-definitions';
import { validateCall } from '../../../lib/actions/validate-call';
import type {
  BuiltinAnswer,
  BuiltinModelPort,
  BuiltinModelState,
  BuiltinRequest,
} from '../../../lib/planners/builtin-model/builtin-model-port';
import { createBuiltinModelPlanner } from '../../../lib/planners/builtin-model/create-builtin-model-planner';
import { fitWindow } from '../../../lib/planners/builtin-model/fit-window';
import { smallVocabulary } from '../../../lib/planners/builtin-model/small-vocabulary';
import type { ChatMessage } from '../../../lib/planners/chat-message';
import type { PlannerContext } from '../../../lib/planners/planner';
import { describeTools } from '../../../lib/planners/replies/describe-tools';
import type { Sentence } from '../../../lib/trajectories/verdict';
import { makeContext } from '../chat-model/make-context';

const CLICK = { name: 'click', args: { ref: 'e1' } };
const REPLY = JSON.stringify({ say: 'I click.', calls: [CLICK] });

interface Scripted {
  answers?: (string | BuiltinAnswer)[];
  state?: BuiltinModelState;
  window?: number;
  /** Deadlines pass at once. */
  isSlow?: boolean;
}

function make({ answers = [REPLY], state = 'ready', window = 9_000, isSlow = false }: Scripted) {
  const requests: BuiltinRequest[] = [];
  const tokens: string[] = [];
  const statuses: Sentence[] = [];
  const model: BuiltinModelPort = {
    state: () => Promise.resolve(state),
    contextTokens: () => Promise.resolve(window),
    ask: (request) => {
      requests.push(request);
      const answer = answers[Math.min(requests.length, answers.length) - 1] ?? REPLY;
      if (typeof answer !== 'string') return Promise.resolve(answer);
      for (let at = 0; at < answer.length; at += 6) request.onText(answer.slice(at, at + 6));
      return Promise.resolve({ ok: true, text: answer, tokens: 500 });
    },
  };
  const planner = createBuiltinModelPlanner({
    model,
    tools: toolDefinitions(),
    checkCall: (call) => {
      const checked = validateCall(call);
      return checked.ok ? undefined : checked.failure.message;
    },
    now: () => 1_000,
    wait: () => (isSlow ? Promise.resolve() : new Promise(() => undefined)),
  });
  const propose = (context: PlannerContext = makeContext(), signal = new AbortController().signal) =>
    planner.propose(
      context,
      signal,
      (text) => tokens.push(text),
      (status) => statuses.push(status),
    );
  return { propose, requests, tokens, statuses };
}

describe('the planner that asks the browser’s own model', () => {
  it('asks in JSON with a schema, and proposes what it reads', async () => {
    const { propose, requests, tokens } = make({});
    expect(await propose()).toEqual({
      ok: true,
      proposal: {
        say: 'I click.',
        actions: [CLICK],
        readAs: 'json',
        usage: {
          promptTokens: 500 - Math.ceil(REPLY.length / 4),
          cachedTokens: 0,
          completionTokens: Math.ceil(REPLY.length / 4),
        },
        latencyMs: 0,
        model: 'built-in',
        costUsd: 0,
      },
    });
    expect(tokens.join('')).toBe('I click.');
    expect(requests[0]?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(JSON.stringify(requests[0]?.schema)).toContain('["finish"]');
  });

  it('offers a part of the vocabulary, in few words', () => {
    const small = describeTools(smallVocabulary(toolDefinitions()));
    expect(small.split('\n').length).toBeGreaterThanOrEqual(14);
    expect(small.length / 3.5).toBeLessThan(900);
  });

  it.each<[BuiltinModelState, string]>([
    ['missing', 'builtin-model-missing'],
    ['unable', 'builtin-model-unable'],
    ['downloadable', 'builtin-model-download'],
    ['downloading', 'builtin-model-download'],
  ])('asks nothing of a model that is %s: %s', async (state, code) => {
    const { propose, requests } = make({ state });
    expect(await propose()).toMatchObject({ ok: false, failure: { code } });
    expect(requests).toEqual([]);
  });

  it.each<[string, string]>([
    ['prose', 'I would click.'],
    ['an unknown action', JSON.stringify({ say: '', calls: [{ name: 'fly', args: {} }] })],
    ['wrong arguments', JSON.stringify({ say: '', calls: [{ name: 'click', args: {} }] })],
  ])('shows it %s once, with what is wrong', async (_name, first) => {
    const { propose, requests, statuses } = make({ answers: [first, REPLY] });
    expect(await propose()).toMatchObject({
      ok: true,
      proposal: { actions: [CLICK], tries: [{ waitedMs: 0 }] },
    });
    expect(requests).toHaveLength(2);
    expect(requests[1]?.messages.slice(0, 2)).toEqual(requests[0]?.messages);
    expect(requests[1]?.messages[2]).toEqual({ role: 'assistant', content: first });
    expect(statuses).toEqual([{ key: 'waiting.repair', params: {} }]);
  });

  it('fails after prose twice; calls that can be read are left to the run', async () => {
    expect(await make({ answers: ['No.', 'No.'] }).propose()).toMatchObject({
      ok: false,
      failure: { code: 'reply-garbled' },
      tries: [{ code: 'reply-garbled' }],
    });
    const wrong = JSON.stringify({ say: '', calls: [{ name: 'click', args: {} }] });
    expect(await make({ answers: [wrong, wrong] }).propose()).toMatchObject({
      ok: true,
      proposal: { actions: [{ name: 'click', args: {} }] },
    });
  });

  it('says what the browser says', async () => {
    const { propose } = make({ answers: [{ ok: false, code: 'builtin-model-error', reason: 'GPU lost' }] });
    expect(await propose()).toMatchObject({
      ok: false,
      failure: { code: 'builtin-model-error', params: { reason: 'GPU lost' } },
    });
  });

  it('is not waited for without end, and stops when it is told to', async () => {
    expect(await make({ isSlow: true }).propose()).toMatchObject({ failure: { code: 'builtin-model-slow' } });
    expect(await make({}).propose(makeContext(), AbortSignal.abort())).toMatchObject({
      failure: { code: 'aborted' },
    });
  });
});

describe('a chat that does not fit', () => {
  const step = (index: number): ChatMessage[] => [
    { role: 'assistant', content: `call ${index} `.repeat(10) },
    { role: 'user', content: `page ${index} `.repeat(40) },
  ];
  const chat = (steps: number): ChatMessage[] => [
    { role: 'system', content: 'rules' },
    { role: 'user', content: 'Task: buy' },
    ...Array.from({ length: steps }, (_, index) => step(index)).flat(),
  ];
  const summaries: string[] = [];
  const fit = (messages: ChatMessage[], budget: number, before?: { upTo: number; summary: string }) =>
    fitWindow(
      messages,
      budget,
      before,
      (text) => {
        summaries.push(text);
        return Promise.resolve('It clicked.');
      },
      (text) => `<page>${text}</page>`,
    );

  it('is left as it is while it fits', async () => {
    expect((await fit(chat(3), 10_000)).messages).toEqual(chat(3));
    expect(summaries).toEqual([]);
  });

  it('loses its oldest steps, which are told in short behind the task, as data', async () => {
    const { messages, leftOut } = await fit(chat(6), 400);
    expect(leftOut?.upTo).toBeGreaterThan(2);
    expect(messages.map(({ role }) => role).slice(0, 3)).toEqual(['system', 'user', 'assistant']);
    expect(messages[1]?.content).toBe('Task: buy\n\nSteps before, in short:\n<page>It clicked.</page>');
    expect(messages.at(-1)).toEqual(chat(6).at(-1));
    expect(summaries.at(-1)).toContain('call 0');
  });

  it('stays the same until it does not fit any more; then the summary goes into the next one', async () => {
    const first = await fit(chat(6), 400);
    const count = summaries.length;
    const again = await fit(chat(6), 400, first.leftOut);
    expect(again.messages).toEqual(first.messages);
    expect(summaries).toHaveLength(count);
    await fit(chat(9), 400, again.leftOut);
    expect(summaries.at(-1)).toMatch(/^It clicked\./);
    expect(summaries.at(-1)).not.toContain('call 0');
  });

  it('keeps the newest step even where that alone is too much', async () => {
    const { messages } = await fit(chat(4), 1);
    expect(messages).toHaveLength(4);
    expect(messages.at(-1)).toEqual(chat(4).at(-1));
  });
});
