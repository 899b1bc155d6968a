// npm test: everything, on a bare clone too. `npm test -- --only unit|page|e2e|firefox|check` runs one part.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './check.mjs';
import { ensureChromium, ensureFirefox } from './ensure-browsers.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ROOT } from './root.mjs';
import { runTool } from './run-command.mjs';

const CACHE = join(ROOT, '.cache');

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A run that ended badly without a failed test (a crash, an unhandled rejection) counts as one failure. */
function count(code, passed, failed) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function vitest(project) {
  const file = join(CACHE, `vitest-${project}.json`);
  rmSync(file, { force: true });
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const { code } = await runTool('vitest', 'vitest', args);
  const report = readReport(file);
  return count(code, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0);
}

async function playwright(name, args) {
  const file = join(CACHE, `playwright-${name}.json`);
  rmSync(file, { force: true });
  const { code } = await runTool('@playwright/test', 'playwright', ['test', ...args], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  const stats = readReport(file)?.stats;
  return count(code, (stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0);
}

async function build(browser) {
  const args = ['build', '-b', browser, ...(browser === 'firefox' ? ['--mv3'] : []), '--mode', 'e2e'];
  const { code, output } = await runTool('wxt', 'wxt', args, { quiet: true });
  if (code !== 0) console.error(output);
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

async function checkStage() {
  // What passes here are checks, not tests: only failures are added to the sum.
  return { passed: 0, failed: (await check()).failed };
}

/** What each entrypoint weighs; the limits stand in package.json under `size-limit`. */
async function sizes() {
  const { code } = await runTool('size-limit', 'size-limit', []);
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

const STAGES = [
  { name: 'check', part: 'check', run: checkStage },
  { name: 'unit tests', part: 'unit', run: () => vitest('node') },
  { name: 'tests in a page', part: 'page', run: () => vitest('page') },
  { name: 'build for Chromium', part: 'e2e', run: () => build('chrome') },
  { name: 'sizes', part: 'e2e', run: sizes },
  {
    name: 'end to end in Chromium',
    part: 'e2e',
    run: () => playwright('chromium', ['--project=long', '--project=scenarios', '--project=others']),
  },
  { name: 'build for Firefox', part: 'firefox', run: () => build('firefox') },
  {
    name: 'end to end in Firefox',
    part: 'firefox',
    // In one process: its tests share a Firefox, which takes long to start.
    run: () => playwright('firefox', ['--project=firefox', '--workers=1']),
  },
];

const PARTS = [...new Set(STAGES.map(({ part }) => part))];

function chosenPart(args) {
  const index = args.indexOf('--only');
  if (index < 0) return undefined;
  const part = args[index + 1];
  if (PARTS.includes(part)) return part;
  console.error(`--only takes one of: ${PARTS.join(', ')}.`);
  process.exit(2);
}

async function ensureBrowsers(stages) {
  const needs = (part) => stages.some((stage) => stage.part === part);
  if (needs('page') || needs('e2e')) console.log(`Chromium: ${await ensureChromium()}`);
  if (needs('firefox')) console.log(`Firefox: ${(await ensureFirefox()) ?? 'none'}`);
}

async function runStages(stages) {
  const results = [];
  for (const stage of stages) {
    console.log(`\n== ${stage.name}`);
    const startedAt = performance.now();
    const counts = await stage.run();
    results.push({ name: stage.name, ...counts, seconds: (performance.now() - startedAt) / 1000 });
  }
  return results;
}

function printSummary(results) {
  console.log('');
  for (const { name, passed, failed, seconds } of results) {
    const counts = passed + failed > 0 ? `${passed} passed, ${failed} failed` : 'ok';
    console.log(`${name.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s  ${counts}`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${'together'.padEnd(24)} ${sum('seconds').toFixed(1).padStart(6)} s`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed');
}

await ensureInstalled();
const part = chosenPart(process.argv.slice(2));
const stages = STAGES.filter((stage) => part === undefined || stage.part === part);
mkdirSync(CACHE, { recursive: true });
await ensureBrowsers(stages);
// Generated types (#i18n) that tests of views import; check generates them too.
if (part !== undefined && part !== 'check') await runTool('wxt', 'wxt', ['prepare'], { quiet: true });
process.exitCode = printSummary(await runStages(stages)) > 0 ? 1 : 0;
