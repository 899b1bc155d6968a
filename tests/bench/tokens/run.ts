import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../../scripts/root.mjs';
import { launchBrowser } from '../../e2e/support/extension.ts';
import { loadTokenCounter } from '../observe/count-tokens.ts';
import { countPrompts } from './count.ts';
import { openErrand } from './drive-errand.ts';
import { openPageAgent } from './drive-page-agent.ts';
import type { Played } from './played.ts';
import { startSite } from './sites.ts';
import { TASKS, type TokenTask } from './tasks.ts';
import { formatResult, summarise, type TokenResult } from './token-summary.ts';

const RESULTS = join(ROOT, '.cache', 'bench-tokens.json');

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    /** One call in each reply, as page-agent has it. */
    single: { type: 'boolean', default: false },
    /** Without page-agent: what it took in the last run counts. */
    ours: { type: 'boolean', default: false },
  },
});

const tasks = TASKS.filter(({ name }) => name.includes(options.only));
const countTokens = await loadTokenCounter();
const before = options.ours ? (JSON.parse(await readFile(RESULTS, 'utf8')) as TokenResult[]) : [];
const extension = await launchBrowser();
const errand = await openErrand(extension, !options.single);
const pageAgent = options.ours ? undefined : await openPageAgent();
const results: TokenResult[] = [];

async function play(task: TokenTask, desk: Pick<typeof errand, 'play'>): Promise<Played> {
  const site = await startSite(task.site);
  const played = await desk.play(task, site.url + task.path, site.prepare);
  await site.close();
  if (
    played.steps !== task.steps.length ||
    !played.ended.startsWith('Done') ||
    !played.shows.includes(task.shows)
  )
    throw new Error(`${task.name} was not done (${played.steps} steps): ${played.ended}`);
  return played;
}

for (const task of tasks) {
  const ours = countPrompts((await play(task, errand)).bodies, countTokens);
  const known = before.find(({ name }) => name === task.name)?.pageAgent;
  const theirs = pageAgent ? countPrompts((await play(task, pageAgent)).bodies, countTokens) : known;
  if (!theirs) throw new Error(`what page-agent takes for ${task.name} is not known`);
  const result = { name: task.name, errand: ours, pageAgent: theirs };
  results.push(result);
  console.log(formatResult(result));
}

await errand.close();
await extension.close();
await pageAgent?.close();
await mkdir(join(ROOT, '.cache'), { recursive: true });
if (options.only === '') await writeFile(RESULTS, JSON.stringify(results, undefined, 1));
console.log(`every task: ${RESULTS}`);
console.log(JSON.stringify(summarise(results)));
