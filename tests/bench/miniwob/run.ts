import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../../scripts/root.mjs';
import { launchBrowser } from '../../e2e/support/extension.ts';
import { useChatModel, useRules } from '../../e2e/support/settings.ts';
import { serveSites } from '../observe/site-server.ts';
import { findHtmlFolder, listTasks, pickTasks } from './find-tasks.ts';
import { openDesks } from './open-desks.ts';
import { playEpisode, type Desk, type Episode } from './play-episode.ts';
import { renderReport, scoreTasks, summarise } from './report.ts';
import { SCRIPTED_TASKS, startScriptedPlanner } from './scripted/start-scripted-planner.ts';

const OUTPUT = join(ROOT, '.cache', 'miniwob');

const { values: options } = parseArgs({
  options: {
    /** A MiniWoB++ checkout, or its html folder. */
    pages: { type: 'string' },
    planner: { type: 'string', default: 'rules' },
    'base-url': { type: 'string', default: '' },
    model: { type: 'string', default: '' },
    key: { type: 'string', default: '' },
    /** Parts of task names, or `=name` for the very name, with commas. */
    only: { type: 'string', default: '' },
    seeds: { type: 'string', default: '5' },
    workers: { type: 'string', default: '2' },
    /** Seconds that one run may take. */
    limit: { type: 'string', default: '30' },
    /** Writes what was observed, proposed and done in each episode that fell short of the full reward. */
    trace: { type: 'boolean', default: false },
  },
});

if (options.pages === undefined) {
  console.error('npm run bench:miniwob -- --pages <MiniWoB++ checkout>');
  process.exit(2);
}
const htmlFolder = findHtmlFolder(options.pages);
const isScripted = options.planner === 'scripted';
const tasks = pickTasks(listTasks(htmlFolder), options.only.split(',').filter(Boolean)).filter(
  (task) => !isScripted || SCRIPTED_TASKS.has(task),
);
const seeds = Array.from({ length: Number(options.seeds) }, (_, seed) => seed);
const queue = tasks.flatMap((task) => seeds.map((seed) => ({ task, seed })));
const playing = { limitMs: Number(options.limit) * 1000, trace: options.trace };

async function work(desk: Desk): Promise<Episode[]> {
  const episodes: Episode[] = [];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const episode = await playEpisode(desk, next, playing);
    console.log(
      `${episode.task.padEnd(30)} ${String(episode.seed)} ${episode.rawReward.toFixed(2).padStart(5)} ${String(episode.ms).padStart(6)} ms  ${episode.status}`,
    );
    if (episode.trace !== undefined && episode.rawReward < 1) await writeTrace(episode);
    delete episode.trace;
    episodes.push(episode);
  }
  return episodes;
}

async function writeTrace({ task, seed, instruction, rawReward, said, trace }: Episode): Promise<void> {
  const text = [instruction, '', trace, '', `reward ${String(rawReward)}`, said, ''].join('\n');
  await writeFile(join(OUTPUT, 'traces', `${task}-${String(seed)}.txt`), text);
}

const startedAt = performance.now();
await rm(join(OUTPUT, 'traces'), { recursive: true, force: true });
await mkdir(join(OUTPUT, 'traces'), { recursive: true });
const server = await serveSites(new Map([['miniwob-html', { folder: htmlFolder }]]));
const browser = await launchBrowser();
const desks = await openDesks(browser, server.origin, Math.min(Number(options.workers), queue.length));
const scripted = isScripted ? await startScriptedPlanner((desk) => (desks[desk] as Desk).page) : undefined;
if (options.planner === 'rules') await useRules(browser);
else
  await useChatModel(browser, {
    baseUrl: scripted?.baseUrl ?? options['base-url'],
    model: options.model || 'scripted',
    apiKey: options.key,
  });
const episodes = (await Promise.all(desks.map(work))).flat();
await browser.close();
await server.close();
await scripted?.close();

const scores = scoreTasks(episodes);
const summary = summarise(scores);
const setting = `Planner ${options.planner}${options.model && ` (${options.model})`}, ${options.seeds} seeds per task`;
await writeFile(join(OUTPUT, `${options.planner}.md`), renderReport(scores, episodes, setting));
await writeFile(
  join(OUTPUT, `${options.planner}.json`),
  `${JSON.stringify({ setting, ...summary, scores, episodes }, undefined, 1)}\n`,
);
console.log(
  `\n${String(episodes.length)} episodes in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`,
);
console.log(`report: ${join(OUTPUT, `${options.planner}.md`)}`);
console.log(JSON.stringify(summary));
