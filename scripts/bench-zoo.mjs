// npm run bench:zoo [-- --only <parts of ids> --browser chromium|firefox|both --show --no-build]: the built extension works real widgets.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';
import { ROOT } from './root.mjs';
import { runCommand, runTool } from './run-command.mjs';

const ZOO = join(ROOT, 'tests', 'sites', 'zoo');

function stopOnFailure({ code, output }) {
  if (code === 0) return;
  console.error(output);
  process.exit(code);
}

/** Name and version of every package that a lockfile lists, less those for other machines. */
function lockedPackages(file) {
  if (!existsSync(file)) return new Map();
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  const needed = Object.entries(packages).filter(([path, { optional }]) => path !== '' && !optional);
  return new Map(needed.map(([path, { version }]) => [path, version]));
}

/** npm writes what it installed into a lockfile of its own. */
function isZooInstalled() {
  const installed = lockedPackages(join(ZOO, 'node_modules', '.package-lock.json'));
  const wanted = lockedPackages(join(ZOO, 'package-lock.json'));
  return [...wanted].every(([path, version]) => installed.get(path) === version);
}

/** The zoo's packages are its own, and large: only who runs it installs them. */
async function ensureZooInstalled() {
  if (isZooInstalled()) return;
  console.log("Installing the zoo's widgets (npm ci in tests/sites/zoo, more than 1 GB) …");
  stopOnFailure(await runCommand('npm', ['ci', '--prefix', ZOO, '--loglevel=error'], { quiet: true }));
}

async function build(browsers) {
  console.log('Building the zoo and the extension …');
  const vite = join(ZOO, 'node_modules', 'vite', 'bin', 'vite.js');
  stopOnFailure(
    await runCommand(process.execPath, [vite, 'build', '--config', join(ZOO, 'vite.config.mjs')], {
      quiet: true,
    }),
  );
  for (const browser of browsers) {
    const args = ['build', '-b', browser, '--mode', 'e2e', ...(browser === 'firefox' ? ['--mv3'] : [])];
    stopOnFailure(await runTool('wxt', 'wxt', args, { quiet: true }));
  }
}

function wantedBrowsers(words) {
  const name = words[words.indexOf('--browser') + 1];
  if (!words.includes('--browser') || name === 'chromium') return ['chrome'];
  return name === 'both' ? ['chrome', 'firefox'] : ['firefox'];
}

await ensureInstalled();
const builds = !process.argv.includes('--no-build');
process.argv = process.argv.filter((word) => word !== '--no-build');
if (builds) {
  await ensureZooInstalled();
  await build(wantedBrowsers(process.argv));
}
await import(pathToFileURL(join(ROOT, 'tests', 'bench', 'zoo', 'run.ts')).href);
