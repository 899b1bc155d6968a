import { expect, test } from 'vitest';
import { pickTasks } from './find-tasks';
import type { Episode } from './play-episode';
import { renderReport, scoreTasks, summarise } from './report';

function episode(task: string, seed: number, rawReward: number): Episode {
  return {
    task,
    seed,
    rawReward,
    instruction: 'Click "x" | y',
    done: true,
    reason: null,
    status: 'Done',
    said: '',
    approvals: 0,
    ms: 100 + seed,
  };
}

test('a task is solved from a mean of 0.8 on; a negative reward counts as none', () => {
  const scores = scoreTasks([
    ...[1, 1, 1, 1, -1].map((reward, seed) => episode('b', seed, reward)),
    ...[1, 1, 1, 0.9, -1].map((reward, seed) => episode('a', seed, reward)),
    ...[0.8, 0.8, 0.8, 0.8, 0.8].map((reward, seed) => episode('c', seed, reward)),
  ]);
  expect(scores.map(({ task, solved }) => [task, solved])).toEqual([
    ['a', false],
    ['b', true],
    ['c', true],
  ]);
  expect(scores[0]?.meanReward).toBeCloseTo(0.78);
  expect(summarise(scores)).toEqual({ tasks: 3, solved: 2, meanReward: 0.793 });
});

test('rewards stand in the order of the seeds, whichever episode ended first', () => {
  const [score] = scoreTasks([episode('a', 2, 0.5), episode('a', 0, 1), episode('a', 1, -1)]);
  expect(score?.rewards).toEqual([1, 0, 0.5]);
  expect(score?.medianMs).toBe(101);
});

test('the report has a row per task and a line per episode that fell short', () => {
  const episodes = [episode('a', 0, 1), episode('a', 1, 0.25)];
  const lines = renderReport(scoreTasks(episodes), episodes, 'Planner rules').split('\n');
  expect(lines).toContain('| a | 0.63 |  | 1.00 0.25 | 101 |');
  expect(lines.filter((line) => line.startsWith('- '))).toEqual(['- a 1: 0.25 · "Click \\"x\\" | y" · Done']);
});

test('tasks are picked by a part of the name, or by the very name', () => {
  const tasks = ['click-tab', 'click-tab-2', 'enter-text'];
  expect(pickTasks(tasks, [])).toEqual(tasks);
  expect(pickTasks(tasks, ['tab'])).toEqual(['click-tab', 'click-tab-2']);
  expect(pickTasks(tasks, ['=click-tab', 'text'])).toEqual(['click-tab', 'enter-text']);
});
