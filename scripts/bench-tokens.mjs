// npm run bench:tokens: builds the extension, then plays the same tasks with it and with page-agent, and counts what both ask of their model.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';
import { ROOT } from './root.mjs';
import { runTool } from './run-command.mjs';

await ensureInstalled();
const builds = !process.argv.includes('--no-build');
process.argv = process.argv.filter((word) => word !== '--no-build');
if (builds) {
  const built = await runTool('wxt', 'wxt', ['build', '-b', 'chrome', '--mode', 'e2e'], { quiet: true });
  if (built.code !== 0) {
    console.error(built.output);
    process.exit(built.code);
  }
}
await import(pathToFileURL(join(ROOT, 'tests', 'bench', 'tokens', 'run.ts')).href);
