import { describe, expect, it } from 'vitest';
import { createRecipePlanner } from '../../../lib/planners/recipe/create-recipe-planner';
import type { HistoryEntry, PlannerContext } from '../../../lib/planners/planner';
import { migrateRecipe } from '../../../lib/recipes/migrate';
import type { ActionCall } from '../../../lib/trajectories/action';

const FINGERPRINT = {
  role: 'button',
  name: 'Send',
  tag: 'button',
  attributes: {},
  within: ['main'],
  nth: 0,
  of: 1,
};
const FORM =
  'page "Form"  https://a.example/form  scrolled 0 of 10\nmain\n  e1 textbox "Name"\n  e2 button "Send"';
const DONE = 'page "Sent"  https://a.example/sent  scrolled 0 of 10\nmain\n  heading 1 "Sent"';

const RECIPE = {
  schema: 'errand-recipe',
  version: 1,
  id: 'r',
  name: 'Send',
  site: 'https://a.example',
  origins: ['https://a.example'],
  start: { url: { kind: 'literal', value: 'https://a.example/form' } },
  params: [{ name: 'name', label: 'Name', kind: 'text', example: 'Ada' }],
  steps: [
    {
      type: 'act',
      id: 's1',
      action: 'type_text',
      args: { text: { kind: 'param', name: 'name' } },
      target: { pick: 'content', fingerprint: { ...FINGERPRINT, role: 'textbox', name: 'Name' } },
      intent: 'Write the name.',
    },
    {
      type: 'act',
      id: 's2',
      action: 'click',
      args: {},
      target: { pick: 'content', fingerprint: FINGERPRINT },
      intent: 'Send it.',
      expect: [{ type: 'url-path', segments: [{ kind: 'literal', value: 'sent' }] }],
    },
  ],
  createdFrom: { kind: 'file' },
  createdAt: 0,
  trust: 'trusted',
};

function planner(params: Record<string, string> = { name: 'Alan' }) {
  const checked = migrateRecipe(RECIPE);
  if (!checked.ok) throw new Error(checked.failure.message);
  return createRecipePlanner({ recipe: checked.recipe, params, now: () => 5 });
}

type Result = Extract<HistoryEntry, { type: 'result' }>['result'];
const ok: Result = { status: 'done', message: '', effect: {} };

/** A history of observations (texts) and results (callId and how it ended), as the loop would tell it. */
function contextOf(...entries: (string | [callId: string, result: Result])[]): PlannerContext {
  const history = entries.map((entry, seq): HistoryEntry => {
    if (typeof entry !== 'string')
      return { type: 'result', seq, call: { name: 'x', args: {}, callId: entry[0] }, result: entry[1] };
    return {
      type: 'observation',
      seq,
      tabId: 1,
      url: /https\S+/.exec(entry)?.[0] ?? '',
      title: '',
      text: entry,
    };
  });
  const last = history.findLast((entry) => entry.type === 'observation');
  const page = { tabId: 1, url: last?.url ?? '', title: '' };
  return {
    task: { text: 'Send', attachments: [] },
    plan: [],
    history,
    observation: { ...page, text: last?.text ?? '' },
    tabs: [{ ...page, active: true }],
    runId: 'r',
  };
}

async function proposeOn(context: PlannerContext, params?: Record<string, string>): Promise<ActionCall> {
  const result = await planner(params).propose(context, new AbortController().signal, () => undefined);
  if (!result.ok) throw new Error(result.failure.code);
  expect(result.proposal.usage).toEqual({ promptTokens: 0, cachedTokens: 0, completionTokens: 0 });
  const [call] = result.proposal.actions;
  if (!call || result.proposal.actions.length !== 1) throw new Error('not one action');
  return call;
}

describe('createRecipePlanner', () => {
  it('proposes one step at a time, with the values of this run', async () => {
    const first = await proposeOn(contextOf(FORM));
    expect(first).toMatchObject({
      name: 'type_text',
      args: { text: 'Alan' },
      target: { name: 'Name' },
      callId: 's1',
    });
    expect(await proposeOn(contextOf(FORM, ['s1', ok], FORM))).toMatchObject({ name: 'click', callId: 's2' });
  });

  it('finishes when the last condition holds', async () => {
    const call = await proposeOn(contextOf(FORM, ['s1', ok], FORM, ['s2', ok], DONE));
    expect(call).toMatchObject({ name: 'finish', args: { success: true, answer: 'Done.' } });
  });

  it('waits once for a condition that does not hold, then stops in words', async () => {
    const unmet = contextOf(FORM, ['s1', ok], FORM, ['s2', ok], FORM);
    expect(await proposeOn(unmet)).toMatchObject({ name: 'wait_for', callId: 's2-wait' });
    const call = await proposeOn(contextOf(FORM, ['s1', ok], FORM, ['s2', ok], FORM, ['s2-wait', ok], FORM));
    expect(call).toMatchObject({ name: 'finish', args: { success: false, evidence: 'Send it.' } });
    expect(call.args['answer']).toBe(
      'Stopped after step 2 (Click button "Send"): the address should be /sent, and the page does not show that.',
    );
  });

  it('goes on when the condition holds after the wait', async () => {
    const call = await proposeOn(contextOf(FORM, ['s1', ok], FORM, ['s2', ok], FORM, ['s2-wait', ok], DONE));
    expect(call).toMatchObject({ name: 'finish', args: { success: true } });
  });

  it('never clicks again when a click may have happened', async () => {
    const lost: Result = { status: 'unknown', message: '' };
    const before: Parameters<typeof contextOf> = [FORM, ['s1', ok], FORM, ['s2', lost]];
    expect(await proposeOn(contextOf(...before, DONE))).toMatchObject({
      name: 'finish',
      args: { success: true },
    });
    expect(await proposeOn(contextOf(...before, FORM))).toMatchObject({ name: 'wait_for' });
    const call = await proposeOn(contextOf(...before, FORM, ['s2-wait', ok], FORM));
    expect(call).toMatchObject({ name: 'finish', args: { success: false } });
    expect(call.args['answer']).toContain('may or may not');
  });

  it('writes a field again when that may have happened', async () => {
    const lost: Result = { status: 'unknown', message: '' };
    expect(await proposeOn(contextOf(FORM, ['s1', lost], FORM))).toMatchObject({
      name: 'type_text',
      callId: 's1',
    });
  });

  it('stops when an action fails, with the reason', async () => {
    const failed: Result = { status: 'failed', failure: { code: 'disabled', message: 'It is disabled.' } };
    const call = await proposeOn(contextOf(FORM, ['s1', failed], FORM));
    expect(call.args).toMatchObject({ success: false });
    expect(call.args['answer']).toContain('It is disabled.');
  });

  it('waits once for an element that is not there yet, and tries again', async () => {
    const missing: Result = { status: 'failed', failure: { code: 'not-found', message: 'It is not there.' } };
    expect(await proposeOn(contextOf(FORM, ['s1', missing], FORM))).toMatchObject({ name: 'wait_for' });
    expect(await proposeOn(contextOf(FORM, ['s1', missing], FORM, ['s1-wait', ok], FORM))).toMatchObject({
      callId: 's1',
      name: 'type_text',
    });
    const call = await proposeOn(
      contextOf(FORM, ['s1', missing], FORM, ['s1-wait', ok], FORM, ['s1', missing], FORM),
    );
    expect(call.args).toMatchObject({ success: false });
  });

  it('stops when the user denies, and proposes again what was only overtaken', async () => {
    const denied: Result = { status: 'not-done', message: 'The user said no.', answer: 'deny' };
    const overtaken: Result = { status: 'not-done', message: 'The user spoke.' };
    expect((await proposeOn(contextOf(FORM, ['s1', denied], FORM))).args).toMatchObject({ success: false });
    expect(await proposeOn(contextOf(FORM, ['s1', overtaken], FORM))).toMatchObject({ callId: 's1' });
    expect((await proposeOn(contextOf(FORM, ['s1', overtaken], ['s1', overtaken], FORM))).args).toMatchObject(
      { success: false },
    );
  });

  it('opens its first page once, and only when the run is elsewhere', async () => {
    const elsewhere = 'page "Home"  https://a.example/  scrolled 0 of 10';
    expect(await proposeOn(contextOf(elsewhere))).toMatchObject({
      name: 'navigate',
      args: { url: 'https://a.example/form' },
    });
    expect(await proposeOn(contextOf(elsewhere, ['recipe-start', ok], elsewhere))).toMatchObject({
      name: 'type_text',
    });
  });

  it('answers a missing value with a failure, not with a proposal', async () => {
    const result = await planner({}).propose(contextOf(FORM), new AbortController().signal, () => undefined);
    expect(result).toMatchObject({
      ok: false,
      failure: { code: 'missing-parameter', params: { label: 'Name' } },
    });
  });
});
