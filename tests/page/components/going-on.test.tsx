import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { PanelView } from '../../../components/panel/panel-view';
import type { PanelRun } from '../../../components/panel/panel-props';
import type { RunState } from '../../../lib/agent/state';
import type { Reached } from '../../../lib/trajectories/budget';
import { event, finished, IDLE_ACTIONS, panelWith, stateWith, waitingFor } from './fixtures';
import { mount } from './mount';
import { useLocale } from './use-locale';

beforeEach(() => useLocale('en'));

const TOKENS: Reached = { per: 'run', measure: 'tokens', limit: 200_000, used: 200_345 };

function rests(change: Partial<RunState>): PanelRun {
  return { state: stateWith({ status: 'paused', pausedFor: 'budget', ...change }), events: [] };
}

function mountRun(run: PanelRun, actions = IDLE_ACTIONS) {
  mount(<PanelView {...panelWith({ run, actions })} />);
}

describe('a run that rests with a question', () => {
  const card = page.getByRole('region', { name: 'Pause' });

  test('a budget of the run: how much was used, and on with as much again', async () => {
    const resume = vi.fn();
    mountRun(rests({ reached: TOKENS, budgets: { tokens: 200_000 } }), { ...IDLE_ACTIONS, resume });
    await expect.element(page.getByRole('status')).toMatchTextContent(/^Paused/);
    await expect.element(card).toMatchTextContent(/This run has used 200,345 tokens\. Should it go on\?/);
    await expect.element(page.getByRole('spinbutton', { name: 'More tokens' })).toHaveValue(200_000);
    await expect.element(page.getByRole('button', { name: 'Stop' })).toBeVisible();
    expect(page.getByRole('button', { name: 'Resume' }).elements()).toHaveLength(0);
    await userEvent.click(page.getByRole('button', { name: 'Go on' }));
    expect(resume).toHaveBeenCalledExactlyOnceWith(undefined);
  });

  test('another amount is typed in, and Enter is enough', async () => {
    const resume = vi.fn();
    const reached: Reached = { per: 'run', measure: 'money', limit: 1, used: 1.0312 };
    mountRun(rests({ reached, budgets: { money: 1 } }), { ...IDLE_ACTIONS, resume });
    await expect.element(card).toMatchTextContent(/has used \$1\.031\./);
    await userEvent.fill(page.getByRole('spinbutton', { name: 'More US dollars' }), '2.50');
    await userEvent.keyboard('{Enter}');
    expect(resume).toHaveBeenCalledExactlyOnceWith(2.5);
  });

  test('an amount that makes no sense does not go on', async () => {
    const resume = vi.fn();
    mountRun(rests({ reached: TOKENS, budgets: { tokens: 9 } }), { ...IDLE_ACTIONS, resume });
    await userEvent.fill(page.getByRole('spinbutton', { name: 'More tokens' }), '0');
    await userEvent.click(page.getByRole('button', { name: 'Go on' }));
    expect(resume).not.toHaveBeenCalled();
  });

  test('a budget of the day is asked about for today', async () => {
    const resume = vi.fn();
    const reached: Reached = { per: 'day', day: '2026-11-30', measure: 'minutes', limit: 60, used: 61.2 };
    mountRun(rests({ reached }), { ...IDLE_ACTIONS, resume });
    await expect
      .element(card)
      .toMatchTextContent(/Today's limit of 60 min is reached: 61 min used by all runs/);
    await userEvent.click(page.getByRole('button', { name: 'Go on today' }));
    expect(resume).toHaveBeenCalledOnce();
  });

  test('the same failure again and again, with what it was', async () => {
    const resume = vi.fn();
    const failure = { code: 'not-visible', message: 'x', params: { target: 'button "Pay"' } };
    const trouble = { failure, proposal: 3, count: 3 };
    mountRun(rests({ pausedFor: 'stuck', trouble }), { ...IDLE_ACTIONS, resume });
    await expect
      .element(card)
      .toMatchTextContent(/failed in the same way three times.*button “Pay” is not visible/);
    await userEvent.click(page.getByRole('button', { name: 'Resume' }));
    expect(resume).toHaveBeenCalledOnce();
  });

  test('a pause of the user asks nothing', async () => {
    mountRun(rests({ pausedFor: 'user' }));
    await expect.element(page.getByRole('button', { name: 'Resume' })).toBeVisible();
    expect(card.elements()).toHaveLength(0);
  });

  test('a budget of money that cannot be checked is said, not ignored', async () => {
    const planner = { kind: 'chat-model', model: 'qwen3', baseUrl: 'http://localhost:1/v1' } as const;
    const cost = { usd: 0, unknownProposals: 2 };
    mountRun({ state: stateWith({ planner, cost, budgets: { money: 1 } }), events: [] });
    await expect.element(page.getByRole('main')).toMatchTextContent(/price of “qwen3” is not known/);
  });
});

describe('a question of the planner', () => {
  const question = {
    kind: 'question',
    actionId: '11.0',
    question: 'When?',
    choices: ['Friday', 'Monday', 'Any day'],
  } as const;
  const asking = () => waitingFor({ ...question, choices: [...question.choices] });

  test('is answered by keyboard alone: a choice', async () => {
    const reply = vi.fn(() => Promise.resolve(true));
    mountRun(asking(), { ...IDLE_ACTIONS, reply });
    page.getByRole('button', { name: 'Friday' }).element().focus();
    await userEvent.keyboard('{Tab}{Enter}');
    expect(reply).toHaveBeenCalledExactlyOnceWith('11.0', 'Monday');
  });

  test('is answered by keyboard alone: own words, and nothing is no answer', async () => {
    const reply = vi.fn(() => Promise.resolve(true));
    mountRun(asking(), { ...IDLE_ACTIONS, reply });
    page.getByRole('button', { name: 'Any day' }).element().focus();
    await userEvent.keyboard('{Tab}{Enter}');
    expect(reply).not.toHaveBeenCalled();
    await userEvent.keyboard('  Sunday {Enter}');
    expect(reply).toHaveBeenCalledExactlyOnceWith('11.0', 'Sunday');
  });
});

describe('below a run that has ended', () => {
  test('the task box goes on with it', async () => {
    const followUp = vi.fn(() => Promise.resolve(true));
    const run = vi.fn(() => Promise.resolve(true));
    mountRun(finished(), { ...IDLE_ACTIONS, run, followUp });
    const box = page.getByRole('textbox', { name: 'Task' });
    await expect.element(box).toHaveAttribute('placeholder', 'Ask about this, or say what to do next');
    await userEvent.type(box, 'What did they cost?{Enter}');
    expect(followUp).toHaveBeenCalledExactlyOnceWith('What did they cost?', []);
    expect(run).not.toHaveBeenCalled();
  });

  test('unless its record is damaged: then a new run begins', async () => {
    const run = vi.fn(() => Promise.resolve(true));
    const { state } = finished();
    mountRun({ state: { ...state, broken: true }, events: [] }, { ...IDLE_ACTIONS, run });
    await userEvent.type(page.getByRole('textbox', { name: 'Task' }), 'Anew{Enter}');
    expect(run).toHaveBeenCalledOnce();
  });

  test('what was asked and answered before stays in sight', async () => {
    const events = [
      event(3, { type: 'run-finished', success: true, answer: 'It is blue.' }),
      event(4, {
        type: 'follow-up',
        task: { text: 'And the price?', attachments: [{ kind: 'selection', text: 'Kettle' }] },
      }),
    ];
    mountRun({ state: finished().state, events });
    const steps = page.getByRole('list', { name: 'Steps' });
    await expect.element(steps).toMatchTextContent(/It is blue\..*And the price\?.*Kettle/);
  });
});
