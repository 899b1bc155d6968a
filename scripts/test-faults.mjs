// npm run test:faults [-- -g PATTERN, --no-build, and whatever else Playwright takes]: breaks a run in every way at every kind of
// point, in a real Chromium with the built extension. The last line is JSON: { injected, violations }.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './ensure-browsers.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ROOT } from './root.mjs';
import { runTool } from './run-command.mjs';

const REPORT = join(ROOT, '.cache', 'faults.json');
const CONFIG = 'playwright.faults.config.ts';

async function buildExtension() {
  const built = await runTool('wxt', 'wxt', ['build', '-b', 'chrome', '--mode', 'e2e'], { quiet: true });
  if (built.code === 0) return;
  console.error(built.output);
  process.exit(built.code);
}

function* listTests(suite) {
  for (const spec of suite.specs ?? []) yield* spec.tests;
  for (const inner of suite.suites ?? []) yield* listTests(inner);
}

/** A test that failed without saying what is wrong counts as one violation. */
function count(report) {
  const sum = { injected: 0, violations: 0 };
  for (const { annotations, status } of listTests(report)) {
    const of = (type) => annotations.filter((annotation) => annotation.type === type).length;
    sum.injected += of('injected');
    sum.violations += Math.max(of('violation'), status === 'unexpected' ? 1 : 0);
  }
  return sum;
}

await ensureInstalled();
mkdirSync(join(ROOT, '.cache'), { recursive: true });
rmSync(REPORT, { force: true });
console.log(`Chromium: ${await ensureChromium()}`);
const args = process.argv.slice(2);
if (!args.includes('--no-build')) await buildExtension();
const { code } = await runTool(
  '@playwright/test',
  'playwright',
  ['test', '-c', CONFIG, ...args.filter((word) => word !== '--no-build')],
  { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: REPORT } },
);
const sum = count(JSON.parse(readFileSync(REPORT, 'utf8')));
console.log(JSON.stringify(sum));
process.exitCode = code !== 0 || sum.violations > 0 ? 1 : 0;
