import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../../scripts/root.mjs';
import { formatHead, formatRow, isReached, renderMarkdown, summarise, type TableRow } from './report.ts';
import { ZOO_ROWS } from './rows.ts';
import { runRow, type RowResult } from './run-row.ts';
import { serveZoo } from './serve-zoo.ts';
import { openZooBrowser, type BrowserName, type ZooBrowser } from './zoo-browser.ts';
import { startZooModel } from './zoo-model.ts';

const CACHE = join(ROOT, '.cache');

const { values: options } = parseArgs({
  options: {
    /** Parts of ids, separated by commas. */
    only: { type: 'string', default: '' },
    browser: { type: 'string', default: 'chromium' },
    /** Prints what the model was shown at each step, and what each action reported. */
    show: { type: 'boolean', default: false },
  },
});

const wanted = options.only.split(',').filter(Boolean);
const names: BrowserName[] =
  options.browser === 'both'
    ? ['chromium', 'firefox']
    : [options.browser === 'firefox' ? 'firefox' : 'chromium'];
const table: TableRow[] = ZOO_ROWS.filter(
  ({ id }) => wanted.length === 0 || wanted.some((part) => id.includes(part)),
).map((row) => ({ row, results: {} }));

function show({ shown, messages }: RowResult): void {
  for (const text of shown) console.log(text.replace(/^/gm, '    | '));
  for (const message of messages) console.log(`    > ${message}`);
}

async function runAll(name: BrowserName): Promise<void> {
  const model = await startZooModel();
  const site = await serveZoo();
  let browser: ZooBrowser | undefined;
  try {
    browser = await openZooBrowser(name, model.baseUrl);
    for (const entry of table) {
      const result = await runRow({ browser, model, siteUrl: site.url }, entry.row);
      entry.results[name] = result;
      if (names.at(-1) === name) console.log(formatRow(entry));
      if (options.show) show(result);
    }
  } finally {
    await browser?.close();
    await Promise.all([model.close(), site.close()]);
  }
}

console.log(formatHead());
for (const name of names) await runAll(name);
const summary = summarise(table);
await mkdir(CACHE, { recursive: true });
await writeFile(join(CACHE, 'zoo.json'), `${JSON.stringify({ summary, table }, null, 1)}\n`);
await writeFile(join(CACHE, 'zoo.md'), renderMarkdown(table, summary));
console.log('results: .cache/zoo.md, .cache/zoo.json');
console.log(JSON.stringify(summary));
process.exitCode = isReached(table, summary) ? 0 : 1;
