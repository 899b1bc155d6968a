// npm run check: lint, format, types of every room, boundaries between the rooms. Two at a time, quiet until one objects.
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';
import { ROOT } from './root.mjs';
import { runTool } from './run-command.mjs';

const CACHE = join(ROOT, '.cache');
const MAX_AT_ONCE = Math.min(4, availableParallelism());

/** `lib/agent` … : every room that has a tsconfig of its own. */
function roomsOfLib() {
  return readdirSync(join(ROOT, 'lib'))
    .map((name) => `lib/${name}`)
    .filter((room) => existsSync(join(ROOT, room, 'tsconfig.json')));
}

function typesOf(project, name) {
  const buildInfo = join(CACHE, `tsc-${name.replaceAll('/', '-')}.tsbuildinfo`);
  return {
    name: `types ${name}`,
    run: () =>
      runTool('typescript', 'tsc', ['-p', project, '--incremental', '--tsBuildInfoFile', buildInfo], {
        quiet: true,
      }),
  };
}

/** The slow ones first, so that the quick ones fill the gaps. */
function makeChecks() {
  const eslint = ['--cache', '--cache-location', join(CACHE, 'eslint'), '--max-warnings', '0', '.'];
  const prettier = [
    '--check',
    '--cache',
    '--cache-location',
    join(CACHE, 'prettier'),
    '--log-level',
    'warn',
    '.',
  ];
  const cruise = [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err',
    'lib',
    'entrypoints',
    'components',
  ];
  return [
    { name: 'lint', run: () => runTool('eslint', 'eslint', eslint, { quiet: true }) },
    typesOf('tsconfig.json', 'everything'),
    { name: 'boundaries', run: () => runTool('dependency-cruiser', 'depcruise', cruise, { quiet: true }) },
    { name: 'format', run: () => runTool('prettier', 'prettier', prettier, { quiet: true }) },
    ...roomsOfLib().map((room) => typesOf(`${room}/tsconfig.json`, room)),
  ];
}

function report({ name }, { code, output, ms }) {
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${(ms / 1000).toFixed(1)} s)`);
  if (code !== 0) console.log(output.trim().replace(/^/gm, '     '));
  return code === 0;
}

async function runAll(checks) {
  const waiting = [...checks];
  const results = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift())
      results.push(report(check, await check.run()));
  };
  await Promise.all(Array.from({ length: MAX_AT_ONCE }, work));
  return results;
}

/** Runs every check and prints one line for each; resolves to { passed, failed }. */
export async function check() {
  // The types of #i18n and of WXT's globals are generated from the locales and the entrypoints.
  const prepared = await runTool('wxt', 'wxt', ['prepare'], { quiet: true });
  if (prepared.code !== 0) report({ name: 'wxt prepare' }, prepared);
  const results = await runAll(makeChecks());
  const failed = results.filter((ok) => !ok).length + (prepared.code === 0 ? 0 : 1);
  return { passed: results.length - results.filter((ok) => !ok).length, failed };
}

if (process.argv[1] === join(ROOT, 'scripts', 'check.mjs')) {
  await ensureInstalled();
  const startedAt = performance.now();
  const { passed, failed } = await check();
  console.log(
    `check: ${passed} passed, ${failed} failed in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
  );
  process.exitCode = failed > 0 ? 1 : 0;
}
