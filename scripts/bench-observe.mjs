// npm run bench:observe [-- --quick --ours --only <part of a name> --dump <folder> --no-build]: builds the page bundle, then measures it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';
import { ROOT } from './root.mjs';
import { runTool } from './run-command.mjs';

await ensureInstalled();
const builds =
  !process.argv.includes('--no-build') && !process.argv.some((word) => word.startsWith('--bundle'));
process.argv = process.argv.filter((word) => word !== '--no-build');
if (builds) {
  const built = await runTool('vite', 'vite', ['build', '--config', 'vite.page.config.ts'], { quiet: true });
  if (built.code !== 0) {
    console.error(built.output);
    process.exit(built.code);
  }
}
await import(pathToFileURL(join(ROOT, 'tests', 'bench', 'observe', 'run.ts')).href);
