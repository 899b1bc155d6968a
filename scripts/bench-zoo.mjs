// npm run bench:zoo [-- --only <parts of ids> --browser chromium|firefox|both --show --no-build]: the built extension works real widgets.
import { existsSync, statSync } from 'node:fs';
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

/** The zoo's packages are its own, and large: only who runs it installs them. */
async function ensureZooInstalled() {
  const marker = join(ZOO, 'node_modules', '.package-lock.json');
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(join(ZOO, 'package-lock.json')).mtimeMs)
    return;
  console.log("Installing the zoo's widgets (npm ci in tests/sites/zoo, about 1 GB) …");
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
