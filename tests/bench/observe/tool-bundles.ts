import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { ROOT } from '../../../scripts/root.mjs';
import { AIPEX, CHALK, PAGE_AGENT, PAGE_AGENT_CORE, PAGE_AGENT_LLMS } from './corpus.ts';
import { ensurePackage } from './npm-packages.ts';

const IN_PAGE = join(ROOT, 'tests', 'bench', 'observe', 'in-page');

/** Sources to be evaluated in a page. */
export interface ToolBundles {
  harness: string;
  errand: string;
  pageAgent?: string;
  /** As shipped: also draws its (transparent) boxes. */
  pageAgentBoxes?: string;
  aipex?: string;
}

export async function bundleTools(errandPath: string, withCompetitors: boolean): Promise<ToolBundles> {
  const ours = { harness: await bundle('harness'), errand: await readFile(errandPath, 'utf8') };
  if (!withCompetitors) return ours;
  const pageAgent = join(await ensurePackage(PAGE_AGENT), 'dist', 'lib', 'page-controller.js');
  const aipex = join(await ensurePackage(AIPEX), 'dist', 'src', 'index.js');
  return {
    ...ours,
    pageAgent: await bundle('page-agent', { [PAGE_AGENT.name]: pageAgent }, [leaveOutBoxes()]),
    pageAgentBoxes: await bundle('page-agent', { [PAGE_AGENT.name]: pageAgent }),
    aipex: await bundle('aipex', { [AIPEX.name]: aipex }),
  };
}

/** A script of one's own, bundled with page-agent's controller as shipped. */
export async function bundlePageAgent(entry: string): Promise<string> {
  const pageAgent = join(await ensurePackage(PAGE_AGENT), 'dist', 'lib', 'page-controller.js');
  return bundleFile(entry, { [PAGE_AGENT.name]: pageAgent });
}

/** A script of one's own, bundled with page-agent's loop as shipped. */
export async function bundlePageAgentCore(entry: string): Promise<string> {
  return bundleFile(entry, {
    [PAGE_AGENT_CORE.name]: join(await ensurePackage(PAGE_AGENT_CORE), 'dist', 'esm', 'page-agent-core.js'),
    [PAGE_AGENT_LLMS.name]: join(await ensurePackage(PAGE_AGENT_LLMS), 'dist', 'lib', 'page-agent-llms.js'),
    [CHALK.name]: join(await ensurePackage(CHALK), 'source', 'index.js'),
  });
}

/** page-agent has no option for this; its walk is the same without, its time is not. */
function leaveOutBoxes(): Plugin {
  const drawn = 'doHighlightElements: true';
  return {
    name: 'leave-out-boxes',
    transform(code, id) {
      if (!id.endsWith('page-controller.js')) return undefined;
      if (!code.includes(drawn)) throw new Error('page-agent no longer says where it draws its boxes');
      return { code: code.replaceAll(drawn, 'doHighlightElements: false'), map: null };
    },
  };
}

function bundle(name: string, alias: Record<string, string> = {}, plugins: Plugin[] = []): Promise<string> {
  return bundleFile(join(IN_PAGE, `${name}.ts`), alias, plugins);
}

async function bundleFile(
  entry: string,
  alias: Record<string, string>,
  plugins: Plugin[] = [],
): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
    plugins,
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry, formats: ['iife'], name: 'BenchTool' },
      rollupOptions: { external: [/SimulatorMask/] },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const made of outputs)
    if ('output' in made) for (const chunk of made.output) if (chunk.type === 'chunk') return chunk.code;
  throw new Error(`vite made nothing of ${entry}`);
}
