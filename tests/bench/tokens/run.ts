import { parseArgs } from 'node:util';
import { launchBrowser } from '../../e2e/support/extension.ts';
import { loadTokenCounter } from '../observe/count-tokens.ts';
import { countPrompts } from './count.ts';
import { openErrand } from './drive-errand.ts';
import { openPageAgent } from './drive-page-agent.ts';
import { startSite } from './sites.ts';
import { TASKS } from './tasks.ts';
import { writeFileSync } from 'node:fs';

const { values: options } = parseArgs({
  options: { only: { type: 'string', default: '' }, single: { type: 'boolean', default: false } },
});
const tasks = TASKS.filter(({ name }) => name.includes(options.only));
const countTokens = await loadTokenCounter();
const extension = await launchBrowser();
const errand = await openErrand(extension, !options.single);
const pageAgent = await openPageAgent();
const sums: Record<string, Record<string, number>> = { errand: {}, pageAgent: {} };
for (const task of tasks) {
  for (const [name, desk] of Object.entries(process.env['OURS'] ? { errand } : { errand, pageAgent })) {
    const site = await startSite(task.site);
    const played = await desk.play(task, site.url + task.path, site.prepare);
    const count = countPrompts(played.bodies, countTokens);
    console.log(
      task.name,
      name,
      played.steps,
      played.ended.replaceAll('\n', ' ').slice(0, 200),
      played.shows.includes(task.shows),
      JSON.stringify(count),
    );
    if (played.ended.includes('show')) console.log(played.ended.slice(0, 4000));
    for (const [k, v] of Object.entries(count)) sums[name]![k] = (sums[name]![k] ?? 0) + v;
    writeFileSync(
      `/tmp/pa/out/${name}-${task.name.replaceAll(/\W/g, '')}.json`,
      JSON.stringify(played.bodies, undefined, 1),
    );
    await site.close();
  }
}
await errand.close();
await extension.close();
await pageAgent.close();
console.log(sums, sums.errand.prompt / sums.pageAgent.prompt, sums.errand.uncached / sums.pageAgent.uncached);
