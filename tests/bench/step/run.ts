import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../../scripts/root.mjs';
import { launchBrowser } from '../../e2e/support/extension.ts';
import { startPracticeSite } from '../../sites/practice/server.mjs';
import { openDesk } from './drive-errand.ts';
import { openPageAgent } from './drive-page-agent.ts';
import { formatKinds, formatParts, formatStep } from './step-table.ts';
import { summarise, type StepResult } from './step-summary.ts';
import { TASKS } from './tasks.ts';
import { formatCalls, watchCalls } from './watch-calls.ts';

const RESULTS = join(ROOT, '.cache', 'bench-step.json');

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    /** Without page-agent. */
    ours: { type: 'boolean', default: false },
    /** One line for every step. */
    steps: { type: 'boolean', default: false },
    /** What the background asks of the browser in a step, and how long it waits for it. */
    calls: { type: 'boolean', default: false },
  },
});

const rounds = Number(options.rounds);
const wanted = options.only.split(',').filter(Boolean);
const tasks = TASKS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const extension = await launchBrowser();
const browserName = `Chromium ${extension.context.browser()?.version() ?? ''}`;
const desk = await openDesk(extension);
if (options.calls) await watchCalls(await extension.worker());
const results: StepResult[] = [];

/** One more round than asked for: the first warms the browser up and is not counted. */
for (let round = 0; round <= rounds; round += 1)
  for (const task of tasks) {
    const site = await startPracticeSite();
    const timings = await desk.play(task, site.url);
    console.log(`${task.name}, round ${round} of ${rounds}: ${timings.length} steps`);
    await site.close();
    if (round > 0)
      for (const [index, step] of task.steps.entries()) {
        const ours = timings[index];
        if (ours) results.push({ task: task.name, index, kind: step.kind, ours });
      }
  }
const calls = options.calls
  ? await formatCalls(await extension.worker(), (rounds + 1) * tasks.flatMap(({ steps }) => steps).length)
  : undefined;
await desk.close();
await extension.close();

if (!options.ours) {
  const pageAgent = await openPageAgent();
  for (let round = 0; round <= rounds; round += 1)
    for (const task of tasks) {
      const site = await startPracticeSite();
      const times = await pageAgent.play(task, site.url);
      console.log(`${task.name} with page-agent, round ${round} of ${rounds}`);
      await site.close();
      if (round > 0)
        for (const result of results.filter((one) => one.task === task.name))
          (result.pageAgent ??= []).push(...[times[result.index]].filter((ms) => ms !== undefined));
    }
  await pageAgent.close();
}

const summary = summarise(results);
console.log(
  `${browserName}, ${rounds} rounds, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
);
if (options.steps) for (const result of results) console.log(formatStep(result));
console.log(formatKinds(results));
console.log(formatParts(results));
if (calls !== undefined) console.log(`browser calls: in a step, ms of a step, ms each\n${calls}`);
await mkdir(join(ROOT, '.cache'), { recursive: true });
await writeFile(RESULTS, JSON.stringify({ summary, results }, undefined, 1));
console.log(`every step: ${RESULTS}`);
console.log(JSON.stringify(summary));
