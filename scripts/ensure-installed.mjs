// Makes a bare clone usable: installs the dependencies when they are missing or older than the lockfile, then
// goes on in the Node that they bring along. Needs nothing but the machine's own Node (20 or newer) and npm.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { runCommand } from './run-command.mjs';

/** npm writes this file at the end of every install. */
const MARKER = join(ROOT, 'node_modules', '.package-lock.json');
const PROJECT_NODE = join(
  ROOT,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
const PROJECT_NODE_MAJOR = 24;

const RUNS_CURRENT_NODE = Number.parseInt(process.versions.node, 10) >= PROJECT_NODE_MAJOR;

function isInstalled() {
  if (!existsSync(MARKER) || !(RUNS_CURRENT_NODE || existsSync(PROJECT_NODE))) return false;
  return statSync(MARKER).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs;
}

async function install() {
  console.log('Installing the dependencies (npm ci) …');
  const { code, output, ms } = await runCommand('npm', ['ci', '--loglevel=error'], { quiet: true });
  if (code !== 0) {
    console.error(output);
    console.error('npm ci failed. Is the npm registry reachable?');
    process.exit(1);
  }
  if (!RUNS_CURRENT_NODE && !existsSync(PROJECT_NODE)) {
    console.error(`npm ran no install script of the package "node": ${PROJECT_NODE} is missing.`);
    console.error('Allow it (package.json names it under allowScripts) or start this with Node 24 or newer.');
    process.exit(1);
  }
  console.log(`Installed in ${Math.round(ms / 1000)} s.`);
}

/** Runs this same command line again in the project's Node and ends with its exit code. */
function goOnInProjectNode() {
  const child = spawn(PROJECT_NODE, process.argv.slice(1), { stdio: 'inherit' });
  // Ctrl-C reaches the child by itself (same terminal); a `kill` of this process has to be handed on.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise(() => child.on('close', (code) => process.exit(code ?? 1)));
}

/** Resolves only in a process that runs the project's Node with everything installed. */
export async function ensureInstalled() {
  if (!isInstalled()) await install();
  if (!RUNS_CURRENT_NODE) await goOnInProjectNode();
}
