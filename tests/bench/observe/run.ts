import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../../scripts/root.mjs';
import { addGeneratedSite, prepareRealSites } from './bench-sites.ts';
import { loadTokenCounter } from './count-tokens.ts';
import { BARS } from './goal.ts';
import { renderReport } from './html-report.ts';
import { measurePage, type PageResult } from './measure.ts';
import { launchBrowser } from './open-page.ts';
import { serveSites } from './site-server.ts';
import { summarise } from './summary.ts';
import { formatBar, formatHead, formatRow, pickColumns } from './terminal-table.ts';
import { bundleTools } from './tool-bundles.ts';

const OUTPUT = join(ROOT, '.output', 'bench');
const REPORT = join(OUTPUT, 'observe.html');

const { values: options } = parseArgs({
  options: {
    /** Three rounds, real pages only. */
    quick: { type: 'boolean', default: false },
    /** No competitors. */
    ours: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    dump: { type: 'string' },
    bundle: { type: 'string', default: join(ROOT, '.output', 'page', 'errand-page.js') },
    rounds: { type: 'string' },
  },
});

const wanted = options.only.split(',').filter(Boolean);
const rounds = Number(options.rounds ?? (options.quick ? 3 : 7));

async function dump(folder: string, result: PageResult): Promise<void> {
  await mkdir(folder, { recursive: true });
  const texts = Object.entries({
    near: result.nearText,
    page: result.pageText,
    changes: result.change && `# ${result.change.what}\n${result.change.text}`,
    misses: result.score?.misses.join('\n'),
    ...Object.fromEntries(Object.entries(result.competitors).map(([name, { text }]) => [name, text])),
  });
  for (const [kind, text] of texts)
    if (text) await writeFile(join(folder, `${result.name}.${kind.replace(' ', '-')}.txt`), `${text}\n`);
}

const startedAt = performance.now();
const countTokens = await loadTokenCounter();
const tools = await bundleTools(options.bundle, !options.ours);
const prepared = await prepareRealSites();
const elsewhere = await serveSites(prepared.sites);
addGeneratedSite(prepared, elsewhere.origin);
const server = await serveSites(prepared.sites);
const browser = await launchBrowser();
const browserName = `Chromium ${browser.version()}`;
const columns = pickColumns(!options.ours);
const results: PageResult[] = [];
console.log(formatHead(columns));
const pages = prepared.pages.filter(({ name, real }) =>
  wanted.length > 0 ? wanted.some((part) => name.includes(part)) : real || !options.quick,
);
for (const page of pages) {
  const result = await measurePage(browser, page, {
    origin: server.origin,
    tools,
    rounds,
    competitors: !options.ours,
    scores: true,
    countTokens,
  });
  results.push(result);
  console.log(formatRow(columns, result));
  if (options.dump !== undefined) await dump(options.dump, result);
}
await browser.close();
await Promise.all([server.close(), elsewhere.close()]);
const summary = summarise(results);
await mkdir(OUTPUT, { recursive: true });
const setting = `${browserName}, ${rounds} rounds, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
await writeFile(REPORT, renderReport(results, summary, setting));
console.log(`${results.length} pages in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
for (const bar of BARS) console.log(formatBar(bar, summary));
console.log(`report: ${REPORT}`);
console.log(JSON.stringify(summary));
