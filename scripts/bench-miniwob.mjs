// npm run bench:miniwob -- --pages <checkout> [--planner rules|endpoint|scripted --only a,b --seeds 5 …]: builds the extension, then plays.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';
import { ROOT } from './root.mjs';
import { runCommand } from './run-command.mjs';

await ensureInstalled();
const builds = !process.argv.includes('--no-build');
process.argv = process.argv.filter((word) => word !== '--no-build');
if (builds) {
  const built = await runCommand('npm', ['run', 'build:e2e'], { quiet: true });
  if (built.code !== 0) {
    console.error(built.output);
    process.exit(built.code);
  }
}
await import(pathToFileURL(join(ROOT, 'tests', 'bench', 'miniwob', 'run.ts')).href);
