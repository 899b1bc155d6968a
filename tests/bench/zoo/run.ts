import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../../scripts/root.mjs';
import { createLastingBrowser } from './lasting-browser.ts';
import { formatHead, formatRow, isReached, renderMarkdown, summarise, type TableRow } from './report.ts';
import { ZOO_ROWS } from './rows.ts';
import type { RowResult } from './run-row.ts';
import { serveZoo } from './serve-zoo.ts';
import { openZooBrowser, type BrowserName } from './zoo-browser.ts';
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

/** Every row in every browser, and a line for it as soon as it is over. */
async function runAll(): Promise<void> {
  const model = await startZooModel();
  const site = await serveZoo();
  const browsers = names.map((name) => ({
    name,
    browser: createLastingBrowser({ model, siteUrl: site.url }, () => openZooBrowser(name, model.baseUrl)),
  }));
  try {
    for (const entry of table) {
      for (const { name, browser } of browsers) entry.results[name] = await browser.run(entry.row);
      console.log(formatRow(entry));
      if (options.show) Object.values(entry.results).forEach(show);
    }
  } finally {
    await Promise.all([...browsers.map(({ browser }) => browser.close()), model.close(), site.close()]);
  }
}

console.log(formatHead());
await runAll();
const summary = summarise(table);
await mkdir(CACHE, { recursive: true });
await writeFile(join(CACHE, 'zoo.json'), `${JSON.stringify({ summary, table }, null, 1)}\n`);
await writeFile(join(CACHE, 'zoo.md'), renderMarkdown(table, summary));
console.log('results: .cache/zoo.md, .cache/zoo.json');
console.log(JSON.stringify(summary));
process.exitCode = isReached(table, summary) ? 0 : 1;
