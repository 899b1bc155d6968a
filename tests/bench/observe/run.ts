import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../../scripts/root.mjs';
import { prepareRealSites } from './bench-sites.ts';
import { loadTokenCounter } from './count-tokens.ts';
import { launchBrowser, openPage } from './open-page.ts';
import { serveSites } from './site-server.ts';
import { median, round, sum } from './statistics.ts';
import { timeCompetitor } from './time-competitors.ts';
import { readTexts, timeOurs } from './time-ours.ts';
import { bundleTools } from './tool-bundles.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    ours: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    dump: { type: 'string' },
    bundle: { type: 'string', default: join(ROOT, '.output', 'page', 'errand-page.js') },
    rounds: { type: 'string', default: '5' },
  },
  allowPositionals: false,
});

const rounds = options.quick ? 3 : Number(options.rounds);
const wanted = options.only.split(',').filter(Boolean);
const tools = await bundleTools(options.bundle, !options.ours);
const countTokens = await loadTokenCounter();
const { pages, sites } = await prepareRealSites();
const server = await serveSites(sites);
const browser = await launchBrowser();
const rows = [];
console.log(
  [
    'page'.padEnd(22),
    ...['elements', 'walk', 'ours', 'x', 'first', 'near', 'tokPage', 'tokNear', 'PA ms', 'PA tok'].map((c) =>
      c.padStart(9),
    ),
  ].join(''),
);
for (const page of pages) {
  if (wanted.length > 0 && !wanted.some((part) => page.name.includes(part))) continue;
  const url = server.origin + page.path;
  const times = await timeOurs(browser, url, tools, rounds);
  const opened = await openPage(browser, url);
  const texts = await readTexts(opened, tools);
  await opened.close();
  if (options.dump !== undefined) {
    await mkdir(options.dump, { recursive: true });
    await writeFile(join(options.dump, `${page.name}.near.txt`), texts.near);
    await writeFile(join(options.dump, `${page.name}.page.txt`), texts.page);
  }
  const theirs = options.ours
    ? undefined
    : await timeCompetitor(browser, url, tools, 'page-agent', { rounds: 1, limitMs: 20_000 });
  const row = {
    name: page.name,
    ...times,
    pageTokens: countTokens(texts.page),
    nearTokens: countTokens(texts.near),
    theirMs: theirs?.ms ?? NaN,
    theirTokens: countTokens(theirs?.text ?? ''),
  };
  rows.push(row);
  if (options.dump !== undefined && theirs)
    await writeFile(join(options.dump, `${page.name}.page-agent.txt`), theirs.text);
  const cells = [
    row.elements,
    row.walkMs,
    row.pageMs,
    row.pageMs / row.walkMs,
    row.pageFirstMs / row.walkFirstMs,
    row.nearMs,
    row.pageTokens,
    row.nearTokens,
    row.theirMs,
    row.theirTokens,
  ];
  console.log(
    [
      row.name.padEnd(22),
      ...cells.map((cell) => String(Number.isInteger(cell) ? cell : round(cell)).padStart(9)),
    ].join(''),
  );
}
await browser.close();
await server.close();
console.log(
  JSON.stringify({
    xWalk: round(median(rows.map((row) => row.pageMs / row.walkMs))),
    xWalkTotal: round(sum(rows.map((row) => row.pageMs)) / sum(rows.map((row) => row.walkMs))),
    xFirst: round(sum(rows.map((row) => row.pageFirstMs)) / sum(rows.map((row) => row.walkFirstMs))),
    xPageAgentTokens: round(sum(rows.map((row) => row.pageTokens)) / sum(rows.map((row) => row.theirTokens))),
    nearMedianTokens: median(rows.map((row) => row.nearTokens)),
  }),
);
