import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { next } from '../../lib/agent/next';
import { buildContext } from '../../lib/agent/prompt/context';
import { tasksOf, wholeTask } from '../../lib/agent/tasks';
import { sinceNewestTask } from '../../lib/planners/newest-task';
import type { EventBody } from '../../lib/trajectories/event';
import type { AttachedFile } from '../../lib/trajectories/task';
import { buildMessages } from '../../lib/planners/chat-messages';
import { DONE, Log } from './events-by-hand';
import { CHAT_MODEL, click, FakeWorld, finish, proposal } from './fake-ports';
import { runWorld } from './run-world';

const MORE: EventBody & { type: 'follow-up' } = {
  type: 'follow-up',
  task: { text: 'What did it cost?', attachments: [] },
};

function file(hash: string, name = 'list.csv'): AttachedFile {
  return { kind: 'file', name, type: 'text/csv', size: 1, hash };
}

describe('a follow-up', () => {
  it('goes on with a run that is done: its history is kept, its plan and outcome are not, the page is looked at', () => {
    const log = new Log().propose([click('e1')], { plan: [{ text: 'Look', state: 'done' }] }).end(DONE);
    log.finish('It is blue.').write(MORE);
    const { state } = log;
    expect(state).toMatchObject({ status: 'working', plan: [], taskStart: 2, batchStart: 2 });
    expect(state).not.toHaveProperty('outcome');
    expect(state).not.toHaveProperty('endedAt');
    expect(next(state)).toEqual({ type: 'observe' });
    expect(state.history.map(({ type }) => type)).toEqual([
      'observation',
      'proposal',
      'observation',
      'proposal',
      'note',
      'task',
    ]);
    expect(tasksOf(state).map(({ text }) => text)).toEqual(['Buy a kettle', 'What did it cost?']);
  });

  it.each<EventBody>([
    { type: 'run-stopped' },
    { type: 'run-failed', failure: { code: 'planner-error', message: 'It broke.' } },
  ])('goes on with a run after $type', (end) => {
    const log = new Log().observe().write(end, MORE);
    expect(log.state).toMatchObject({ status: 'working' });
    expect(log.state).not.toHaveProperty('failure');
    expect(next(log.state)).toEqual({ type: 'observe' });
  });

  it('changes nothing while the run goes on or rests', () => {
    const log = new Log().observe();
    expect(log.write(MORE).state).toMatchObject({ status: 'working', history: [{ type: 'observation' }] });
    log.write({ type: 'run-paused', why: 'user' }, MORE);
    expect(log.state.status).toBe('paused');
  });

  it('gets budgets anew, from what has been used by then, and the planner of now', () => {
    const log = new Log({ budgets: { steps: 2, tokens: 20 } }).finish('Done.');
    log.write({ ...MORE, planner: { kind: 'rules' }, budgets: { steps: 5 } });
    expect(log.state).toMatchObject({
      planner: { kind: 'rules' },
      budgets: { steps: 5 },
      limits: { steps: 6 },
    });
    expect(log.state.limits).not.toHaveProperty('tokens');
    const same = new Log({ budgets: { steps: 2 } }).finish('Done.').write(MORE);
    expect(same.state).toMatchObject({ planner: CHAT_MODEL, limits: { steps: 3 } });
  });

  it('works in the tab that it was asked for in when the tabs of the run have gone', () => {
    const log = new Log().finish('Done.');
    log.write({ ...MORE, tab: { tabId: 9, url: 'https://pay.test/' }, origins: ['https://pay.test'] });
    expect(log.state).toMatchObject({
      tabs: [9],
      activeTab: 9,
      origins: ['https://shop.test', 'https://pay.test'],
    });
  });

  it('drops a question that was open when the run was stopped', () => {
    const ask = { name: 'ask_user', args: { question: 'Which one?' } };
    const log = new Log().propose([ask]);
    log.write({ type: 'action-intended', actionId: '2.0', nonce: 'n', call: ask, tabId: 1 });
    log.write({ type: 'run-stopped' }, MORE);
    expect(log.state).toMatchObject({ status: 'working', steps: [{ phase: 'not-done' }] });
    expect(next(log.state)).toEqual({ type: 'observe' });
  });

  it('says first how an action ended that was under way when the run was stopped', () => {
    const log = new Log().propose([click('e1')]);
    log.write({ type: 'action-intended', actionId: '2.0', nonce: 'n', call: click('e1'), tabId: 1 });
    log.write({ type: 'run-stopped' }, MORE);
    expect(next(log.state)).toEqual({ type: 'recover', actionId: '2.0' });
  });

  it('takes its files along, beside those of before; of one name the newest', () => {
    const log = new Log({ task: { text: 'Upload', attachments: [file('a'), file('b', 'other.csv')] } });
    log.finish('Done.').write({ ...MORE, task: { text: 'Again', attachments: [file('c')] } });
    expect(wholeTask(log.state)).toEqual({
      text: 'Upload\nAgain',
      attachments: [file('c'), file('b', 'other.csv')],
    });
  });

  it('counts what is tried anew: trouble and loops of the task before are over', () => {
    const log = new Log();
    const vain = () =>
      log.propose([click('e1')]).end({ status: 'failed', failure: { code: 'covered', message: 'x' } });
    vain();
    vain();
    log.write({ type: 'run-stopped' }, MORE);
    vain();
    expect(next(log.state)).toEqual({ type: 'observe' });
  });
});

describe('what planners read of a follow-up', () => {
  const log = new Log().finish('It is blue.').write(MORE).observe();

  it('chat models: all of it, with the history before it byte for byte', async () => {
    const before = await buildContext(new Log().finish('It is blue.').state, () => Promise.resolve('page'));
    const after = await buildContext(log.state, () => Promise.resolve('page'));
    const [first, second] = [buildMessages(before), buildMessages(after)];
    expect(isDeepStrictEqual(second.slice(0, first.length), first)).toBe(true);
    const told = second.at(-1)?.content ?? '';
    expect(told).toMatch(/^Errand: That task has ended\..*\n\nTask: What did it cost\?\n\nPage:/s);
  });

  it('rules and recipes: the newest task, and nothing from before it', async () => {
    const context = sinceNewestTask(await buildContext(log.state, () => Promise.resolve('page')));
    expect(context.task.text).toBe('What did it cost?');
    expect(context.history.map(({ type }) => type)).toEqual(['observation']);
  });
});

describe('a run that is followed up', () => {
  it('can answer a question with finish at once', async () => {
    const world = new FakeWorld({
      script: [proposal([click('e1')]), proposal([finish('It is blue.')]), proposal([finish('It costs 5.')])],
      planner: CHAT_MODEL,
    });
    const state = await runWorld(world, { answers: ['allow-once'], resumes: 0, followUps: 1 });
    expect(state).toMatchObject({ status: 'done', outcome: { answer: 'It costs 5.' }, proposals: 3 });
    expect(world.log.events.filter(({ type }) => type === 'run-finished')).toHaveLength(2);
  });

  it('hands back a finish whose evidence is not there once for each task', async () => {
    const invented = proposal([finish('Done.', '"No such words"')]);
    const world = new FakeWorld({ script: [invented, invented, invented, invented], planner: CHAT_MODEL });
    const state = await runWorld(world, { answers: ['allow-once'], resumes: 0, followUps: 1 });
    const codes = state.steps.map(({ result }) =>
      result?.status === 'failed' ? result.failure.code : 'done',
    );
    expect(codes).toEqual(['evidence-not-found', 'done', 'evidence-not-found', 'done']);
  });
});
