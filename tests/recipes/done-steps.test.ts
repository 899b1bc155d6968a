import { describe, expect, it } from 'vitest';
import { collectDoneSteps } from '../../lib/recipes/distil/done-steps';
import type { EventBody, RunEvent } from '../../lib/trajectories/event';
import type { Target } from '../../lib/trajectories/target';

const target = (ref: string, role: string, name: string): Target => ({
  ref,
  fingerprint: {
    role,
    name,
    tag: role === 'combobox' ? 'select' : 'input',
    attributes: {},
    within: [],
    nth: 0,
    of: 1,
  },
  origin: 'https://shop.test',
});

function log(bodies: EventBody[]): RunEvent[] {
  return bodies.map((body, seq) => ({ ...body, v: 1, runId: 'r', seq, at: seq }));
}

describe('the steps of a run', () => {
  it('hold one for each field of fill_form, with what changed at the last', () => {
    const fields = [
      { ref: 'e1', value: 'Ada' },
      { ref: 'e2', value: 'France' },
      { ref: 'e3', value: true },
    ];
    const call = { name: 'fill_form', args: { fields } };
    const steps = collectDoneSteps(
      log([
        {
          type: 'judged',
          actionId: '2.0',
          verdict: { decision: 'allow', risk: 'changes-page', reasons: [] },
          sentence: { key: 'action.fill_form', params: {} },
          target: target('e1', 'textbox', 'Name'),
          others: [target('e2', 'combobox', 'Country'), target('e3', 'checkbox', 'News')],
        },
        { type: 'action-intended', actionId: '2.0', nonce: 'n', call, tabId: 1 },
        {
          type: 'action-ended',
          actionId: '2.0',
          result: { status: 'done', message: 'filled', effect: { value: 'filled', dialog: 'Saved' } },
        },
      ]),
    );
    expect(steps.map((step) => [step.call.name, step.target?.fingerprint.name, step.effect])).toEqual([
      ['type_text', 'Name', {}],
      ['choose', 'Country', {}],
      ['set_checked', 'News', { dialog: 'Saved' }],
    ]);
    expect(steps[1]?.call.args).toEqual({ ref: 'e2', text: 'France' });
  });
});
