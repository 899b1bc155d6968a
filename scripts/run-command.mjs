// Starting other programs: shown as they go, or kept quiet until they fail.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/**
 * Runs a program in the repository's folder. `quiet` collects what it prints instead of showing it.
 * Resolves to { code, output, ms }, also when it fails or cannot be started (code 127).
 */
export function runCommand(command, args, { quiet = false, env = {} } = {}) {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // npm and npx are .cmd files on Windows, which only a shell can start.
      shell: process.platform === 'win32' && /^np[mx]$/.test(command),
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const end = (code) => resolve({ code, output, ms: performance.now() - startedAt });
    child.on('error', (error) => {
      output += `${error.message}\n`;
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** The script behind a package's command, to be run with this very Node: needs no shell and no .cmd file. */
function programOf(packageName, program) {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[program]);
}

/** Runs the command of an installed package, for example runTool('typescript', 'tsc', ['-p', '.']). */
export function runTool(packageName, program, args, options) {
  return runCommand(process.execPath, [programOf(packageName, program), ...args], options);
}
